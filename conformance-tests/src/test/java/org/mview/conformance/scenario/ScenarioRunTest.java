package org.mview.conformance.scenario;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mview.conformance.TestDatabases;

/** What is not as the scenario says is red. */
class ScenarioRunTest {
  private static final String SALES =
      """
      create table orders (id integer primary key, customer integer, amount integer);
      create materialized view sales refresh fast on commit as
        select customer, sum(amount) total from orders group by customer;
      insert into orders values (1, 7, 10), (2, 8, 20);
      commit;
      """;

  @Test
  void whatIsAsItSaysIsGreen() {
    assertThatNoException()
        .isThrownBy(
            () ->
                play(
                    """
                    view sales
                      customer | total
                      8 | 20
                      7 | 10
                    query select total from sales order by total desc;
                      TOTAL
                      20
                      10
                    insert into sales values (9, 9);
                      fails ORA-01732 SQLSTATE 42000: read-only
                    insert into orders values (1, 1, 1);
                      fails in the database
                    update orders set amount = 11;
                      changes 2
                    """));
  }

  @ParameterizedTest
  @MethodSource
  void whatIsNotAsItSaysIsRed(String script, String message) {
    assertThatThrownBy(() -> play(script))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("x.scenario:")
        .hasMessageContaining(message);
  }

  static Stream<Arguments> whatIsNotAsItSaysIsRed() {
    return Stream.of(
        arguments("view sales\n  (no rows)", ":6: ["),
        arguments("view sales\n  customer | total\n  7 | 10", "but was\n  customer | total"),
        arguments("view sales\n  customer | total\n  7 | 10\n  8 | null", "8        | null"),
        arguments("view sales\n  customer | total\n  7 | 10\n  8 | 20\n  8 | 20", "but was"),
        arguments("view sales\n  customer | total\n  7 | 10\n  8 | '20'", "'20'"),
        arguments("view sales\n  client | total\n  7 | 10\n  8 | 20", "client"),
        arguments("query select 1 x from orders where id > 2;\n  x\n  1", "(no rows)"),
        arguments("query select id from orders order by id;\n  id\n  2\n  1", "but was"),
        arguments("query delete from orders;\n  (no rows)", "no result set"),
        arguments("select nothing;", "it failed by"),
        arguments("select 1;\n  fails ORA-00942", "but it succeeded"),
        arguments("insert into sales values (1, 1);\n  fails ORA-00942", "but it failed by"),
        arguments("insert into sales values (1, 1);\n  fails SQLSTATE 42S02", "but it failed by"),
        arguments("insert into sales values (1, 1);\n  fails in the database", "but it failed by"),
        arguments(
            "insert into sales values (1, 1);\n  fails ORA-01732: x y z", "'x y z' is not part"),
        arguments(
            "insert into sales values (1, 1);\n  fails ORA-01732 because of ORA-02290",
            "is not among the causes"),
        arguments("delete from orders;\n  changes 3", "3 changed rows expected, but it was 2"),
        arguments("delete from orders;\n  warns ORA-12015", "but it warned of []"),
        arguments("drop materialized view if exists nothing;", "it warned of [12003]"),
        arguments("stale sales", "view sales is FRESH after this step, and not STALE"),
        arguments("stale nothing", "there is no view nothing"),
        arguments("jdbc release a", "no savepoint a was set"),
        arguments(
            "prepared delete from orders where id = ?;\n  id\n  1\nchanges 2", "but it was 1"));
  }

  @Test
  void aViewThatIsNotFreshMustBeNamed() {
    assertThatThrownBy(
            () ->
                play(
                    """
                    drop materialized view sales;
                    create materialized view sales refresh fast on commit as
                      select customer, max(amount) total from orders group by customer;
                    on raw
                    delete from orders; commit;
                    """))
        .hasMessageContaining("view sales is STALE after this step, and not FRESH");
  }

  @Test
  void aViewThatIsNotWhatItsQueryAnswersIsRed() {
    assertThatThrownBy(
            () ->
                play(
                    """
                    on raw
                    create table corrupt as select * from sales;
                    drop table if exists "mview$c$sales";
                    drop view if exists sales;
                    create view sales as select customer, total + 1 as total from corrupt;
                    commit;
                    """))
        .hasMessageStartingWith("x.scenario:1: ")
        .hasMessageContaining("is FRESH, but is not what its query answers");
  }

  @Test
  void whatOtherDatabasesCannotDoEndsTheScenario() {
    String script =
        """
        where the database has ADD_CONSTRAINT
          select nothing;
        otherwise fails in the database: nothing
        view sales
          (no rows)
        """;
    assertThatNoException().isThrownBy(() -> play(script));
    assertThatThrownBy(() -> play(script.replace("select nothing", "select 1")))
        .hasMessageContaining("but it succeeded");
  }

  @Test
  void whatIsForAnotherDatabaseIsPassedOver() {
    String here = TestDatabases.chosen().get(0).dialect().name();
    String script = "where the database is some_other, %s\nselect nothing;";
    assertThatNoException().isThrownBy(() -> play(script.formatted("another")));
    assertThatThrownBy(() -> play(script.formatted(here))).hasMessageContaining("it failed by");
  }

  @Test
  void connectionsHaveThePropertiesOfTheWay() throws SQLException {
    Map<String, String> way = Map.of("mview.autoLog", "false");
    String log = "where played %s mview.autoLog=false\ncreate materialized view log on t;\n";
    String script =
        """
        create table t (id integer primary key, n integer);
        %screate materialized view of_t refresh fast as select id, n from t;
        """;
    play(script.formatted(log.formatted("with")), way);
    play(script.formatted(log.formatted("with")), Map.of());
    assertThatThrownBy(() -> play(script.formatted(log.formatted("without")), way))
        .hasMessageContaining(" with {mview.autoLog=false}] it failed by")
        .hasMessageContaining("ORA-23413");
  }

  private static void play(String script) throws SQLException {
    play(SALES + script, Map.of());
  }

  private static void play(String script, Map<String, String> way) throws SQLException {
    Scenario scenario = ScenarioParser.parse("x.scenario", script);
    try (ScenarioRun run = new ScenarioRun(scenario, TestDatabases.chosen().get(0), way)) {
      for (Step step : scenario.steps()) {
        run.run(step);
      }
    }
  }
}
