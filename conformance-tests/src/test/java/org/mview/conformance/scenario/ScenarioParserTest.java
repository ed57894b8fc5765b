package org.mview.conformance.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mview.conformance.scenario.Action.Execute;
import org.mview.conformance.scenario.Expected.Warning;
import org.mview.conformance.scenario.Failure.Code;
import org.mview.dialect.Capability;

class ScenarioParserTest {
  @Test
  void aSentenceBeginsAStep() {
    Scenario scenario =
        parse(
            """
            -- a comment
            create table t (x integer);

            step a row comes
              insert into t values (1); commit;

            step and goes
              delete from t;
            """);
    assertThat(scenario.steps())
        .extracting(Step::sentence)
        .containsExactly("to begin with", "a row comes", "and goes");
    assertThat(scenario.steps()).extracting(Step::line).containsExactly(1, 4, 7);
    assertThat(statements(scenario))
        .containsExactly(
            "create table t (x integer)", "insert into t values (1)", "commit", "delete from t");
  }

  @Test
  void aStatementGoesOnToItsSemicolon() {
    assertThat(
            statements(
                parse(
                    """
                    insert into t values ('a;b', "c;d") -- not here; either
                      on conflict do nothing;
                    create trigger r after insert on t begin
                      delete from t; delete from u;
                    end;
                    {call dbms_mview.refresh('MV')};
                    begin
                      dbms_mview.refresh('MV');
                    end;
                    /
                    delete from t
                    /
                    """)))
        .hasSize(5)
        .first()
        .isEqualTo(
            """
            insert into t values ('a;b', "c;d") -- not here; either
              on conflict do nothing\
            """);
  }

  @Test
  void directivesInsideAStatementAreSql() {
    assertThat(
            statements(
                parse(
                    """
                    select * from t join u
                      on t.x = u.x
                      where t.x > 1;
                    """)))
        .hasSize(1);
  }

  @Test
  void rowsStandBelowTheirQuery() {
    Scenario scenario =
        parse(
            """
            step s
              query select x,
                y from t;
                x | y
                1 | 'a | b'
                2.50 |
              view mv
                (no rows)
              view "A b"
                c
                'null'
            """);
    List<Action> actions = scenario.steps().get(0).actions();
    Action.Rows query = (Action.Rows) actions.get(0);
    assertThat(query.sql()).startsWith("select x,").endsWith("from t");
    assertThat(query.table().columns()).containsExactly("x", "y");
    assertThat(query.table().rows())
        .containsExactly(
            List.of(new Cell(Cell.Kind.NUMBER, "1"), new Cell(Cell.Kind.TEXT, "a | b")),
            List.of(new Cell(Cell.Kind.NUMBER, "2.5"), new Cell(Cell.Kind.TEXT, "")));
    assertThat(actions.get(1)).isEqualTo(new Action.Rows(7, "select * from mv", Table.NO_ROWS));
    assertThat(((Action.Rows) actions.get(2)).table().rows())
        .containsExactly(List.of(new Cell(Cell.Kind.TEXT, "null")));
  }

  @Test
  void whatIsExpectedStandsBelowItsStatement() {
    Scenario scenario =
        parse(
            """
            insert into t values (1); commit;
              fails ORA-12008 SQLSTATE 40002 because of ORA-02290: check: of t
            insert into t values (2);
              warns ORA-12015: completely
              warns : is ignored
              changes 3
            insert into t values (3);
              fails in the database
            """);
    assertThat(scenario.steps().get(0).actions())
        .extracting(action -> ((Execute) action).expected())
        .containsExactly(
            Expected.SUCCESS,
            Expected.to(
                new Failure(
                    List.of(
                        new Code(OptionalInt.of(12008), Optional.of("40002"), false),
                        new Code(OptionalInt.of(2290), Optional.empty(), false)),
                    "check: of t")),
            new Expected(
                Optional.empty(),
                List.of(new Warning(12015, "completely"), new Warning(0, "is ignored")),
                OptionalInt.of(3)),
            Expected.to(new Failure(List.of(Code.OF_DATABASE), "")));
  }

  @Test
  void whatOnlySomeDatabasesCanDoIsRefusedByOthers() {
    Scenario scenario =
        parse(
            """
            where the database has ADD_CONSTRAINT
              alter table t add check (x > 0);
                changes 0
            otherwise fails ORA-03001: not here
            """);
    Execute statement = (Execute) scenario.steps().get(0).actions().get(0);
    assertThat(statement.expected().changes()).hasValue(0);
    Action.Condition condition = statement.condition().orElseThrow();
    assertThat(condition.capability()).isEqualTo(Capability.ADD_CONSTRAINT);
    assertThat(condition.refusal().fragment()).isEqualTo("not here");
  }

  @Test
  void aScenarioOrAStepIsForSomeDatabasesOnly() {
    Scenario scenario =
        parse(
            """
            only sqlite, h2
            create table t (x integer);
            step s
              only h2
              delete from t;
            """);
    assertThat(scenario.databases()).isEqualTo(Set.of("sqlite", "h2"));
    assertThat(scenario.steps())
        .extracting(Step::databases)
        .containsExactly(Set.of(), Set.of("h2"));
    assertThat(scenario.isFor("derby")).isFalse();
    assertThat(scenario.steps().get(1).isFor("sqlite")).isFalse();
  }

  @Test
  void aScenarioMayBeCarriedOutOnceMoreWithProperties() {
    Scenario scenario =
        parse(
            """
            again with mview.compatibility=oracle, mview.autoLog=false
            again with busy_timeout=20
            where played with mview.autoLog=false
            create materialized view log on t;
            step s
              where played without busy_timeout=20
              stale mv
            """);
    Map<String, String> strict = Map.of("mview.compatibility", "oracle", "mview.autoLog", "false");
    assertThat(scenario.ways()).containsExactly(Map.of(), strict, Map.of("busy_timeout", "20"));
    Action.OnlyIn first = (Action.OnlyIn) scenario.steps().get(0).actions().get(0);
    assertThat(first.way()).isEqualTo(Map.of("mview.autoLog", "false"));
    assertThat(first.holds()).isTrue();
    assertThat(scenario.steps().get(1).actions())
        .containsExactly(
            new Action.OnlyIn(
                6, Map.of("busy_timeout", "20"), false, new Action.Staleness(7, "mv", "STALE")));
  }

  @Test
  void aStepMayShowARefusal() {
    Scenario scenario =
        parse(
            """
            create table t (x integer);
            step nobody has seen the rows of the past
              only h2
              refused
              where the database is h2
              select * from t as of yesterday;
                fails in the database
            step but these
              select * from t;
            """);
    assertThat(scenario.steps()).extracting(Step::refusal).containsExactly(false, true, false);
  }

  @Test
  void aLineOrAStatementIsForSomeDatabasesOnly() {
    Scenario scenario =
        parse(
            """
            step s
              where the database is sqlite, h2
              delete from t;
                changes 1
              where the database is h2
              stale mv
              delete from t;
            """);
    List<Action> actions = scenario.steps().get(0).actions();
    Action.OnlyOn first = (Action.OnlyOn) actions.get(0);
    assertThat(first.databases()).isEqualTo(Set.of("sqlite", "h2"));
    assertThat(((Execute) first.action()).expected().changes()).hasValue(1);
    assertThat(actions.get(1))
        .isEqualTo(new Action.OnlyOn(5, Set.of("h2"), new Action.Staleness(6, "mv", "STALE")));
    assertThat(actions.get(2)).isInstanceOf(Execute.class);
  }

  @Test
  void connectionsAndTransactionsHaveDirectives() {
    Scenario scenario =
        parse(
            """
            connect second with mview.autoLog=false, busy_timeout=20
            on second
            autocommit on
            jdbc savepoint a
            jdbc rollback to a
            jdbc release a
            close second
            stale mv
            staleness other view NEEDS_COMPILE
            batch insert into t values (?, ?);
              x | y
              1 | null
            changes 1
            """);
    assertThat(scenario.steps().get(0).actions())
        .containsExactly(
            new Action.Connect(1, "second", Map.of("mview.autoLog", "false", "busy_timeout", "20")),
            new Action.Use(2, "second"),
            new Action.AutoCommit(3, true),
            new Action.Savepoint(4, Action.Savepoint.Use.SET, "a"),
            new Action.Savepoint(5, Action.Savepoint.Use.ROLL_BACK_TO, "a"),
            new Action.Savepoint(6, Action.Savepoint.Use.RELEASE, "a"),
            new Action.Close(7, "second"),
            new Action.Staleness(8, "mv", "STALE"),
            new Action.Staleness(9, "other view", "NEEDS_COMPILE"),
            new Action.Prepared(
                10,
                "insert into t values (?, ?)",
                List.of(List.of(Cell.written("1"), Cell.written("null"))),
                true,
                new Expected(Optional.empty(), List.of(), OptionalInt.of(1))));
  }

  @ParameterizedTest
  @MethodSource
  void whatCannotBeReadIsRefusedWithFileAndLine(String content, String message) {
    assertThatThrownBy(() -> parse(content))
        .isInstanceOf(ScenarioSyntaxException.class)
        .hasMessageStartingWith(message);
  }

  static Stream<Arguments> whatCannotBeReadIsRefusedWithFileAndLine() {
    return Stream.of(
        arguments("", "x.scenario:1: a scenario without a statement"),
        arguments("select 1;\nstep a\nstep b\nselect 1;", "x.scenario:2: step 'a' does nothing"),
        arguments("select 1;\nstep\n", "x.scenario:2: a sentence is expected"),
        arguments("select 1;\ndelete from t", "x.scenario:2: no semicolon ends this statement"),
        arguments(
            "delete from t\nstep next\n  select 1;",
            "x.scenario:1: no semicolon ends this statement before 'step next'"),
        arguments("select 1;\nview mv\n", "x.scenario:2: rows are expected below"),
        arguments("view mv\nx\n1\n", "x.scenario:1: rows are expected below"),
        arguments("view mv\n  x\n", "x.scenario:1: only the names of columns"),
        arguments(
            "view mv\n  x | y\n  1\n", "x.scenario:1: 2 columns have names, and this row has 1"),
        arguments("view\n  x\n  1\n", "x.scenario:1: a name is expected behind 'view'"),
        arguments("fails ORA-00942", "x.scenario:1: 'fails' belongs below a statement"),
        arguments("select 1;\n  fails ORA-942", "x.scenario:2: 'ORA-942' is neither"),
        arguments("select 1;\n  fails", "x.scenario:2: '' is neither"),
        arguments(
            "select 1;\n  fails ORA-00942\n  fails ORA-00942", "x.scenario:3: this statement"),
        arguments("select 1;\n  warns something", "x.scenario:2: 'something' is neither"),
        arguments("select 1;\n  changes all", "x.scenario:2: 'all' is not a number of rows"),
        arguments("select 1;\nonly sqlite", "x.scenario:2: 'only' stands at the beginning"),
        arguments("again and again\nselect 1;", "x.scenario:1: 'again with …' stands at the"),
        arguments("select 1;\nagain with a=b", "x.scenario:2: 'again with …' stands at the"),
        arguments("again with a\nselect 1;", "x.scenario:1: 'a' is not of the form name=value"),
        arguments("refused\nselect 1;", "x.scenario:1: 'refused' stands alone"),
        arguments("step s\n  select 1;\n  refused", "x.scenario:3: 'refused' stands alone"),
        arguments("step s\n  refused by it\n", "x.scenario:2: 'refused' stands alone"),
        arguments("step s\n  refused\n  select 1;", "x.scenario:1: step 's' is refused, and no"),
        arguments("where it rains", "x.scenario:1: 'where the database has …' or"),
        arguments("where the database is h2\n", "x.scenario:1: what is done there is expected"),
        arguments(
            "delete from t;\nwhere the database is h2\nstep s\n  select 1;",
            "x.scenario:2: what is done there is expected"),
        arguments("where the database has LUCK\n", "x.scenario:1: no database has 'LUCK'"),
        arguments(
            "where the database has ADD_CONSTRAINT\n  select 1;\n",
            "x.scenario:2: 'otherwise fails …' is expected"),
        arguments("connect a with b", "x.scenario:1: 'b' is not of the form name=value"),
        arguments("autocommit maybe", "x.scenario:1: 'autocommit on' or"),
        arguments("jdbc jump", "x.scenario:1: 'jdbc savepoint …'"),
        arguments("staleness mv", "x.scenario:1: 'staleness <view> <value>'"));
  }

  private static Scenario parse(String content) {
    return ScenarioParser.parse("x.scenario", content);
  }

  private static List<String> statements(Scenario scenario) {
    return scenario.steps().stream()
        .flatMap(step -> step.actions().stream())
        .map(action -> ((Execute) action).sql())
        .toList();
  }
}
