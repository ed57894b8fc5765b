package org.mview.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mview.catalog.BuildMode;
import org.mview.catalog.RefreshMethod;
import org.mview.catalog.RefreshMode;
import org.mview.error.MViewException;
import org.mview.sql.Identifier;

class CommandValuesTest {
  private static Command command(String sql) {
    return new CommandParser(LexicalRules.STANDARD).parse(sql).orElseThrow();
  }

  @Test
  void whatANewViewLeavesOpenIsForcedOnDemand() {
    CreateMaterializedView view =
        (CreateMaterializedView) command("create materialized view mv as select 1");
    assertThat(view.method()).isEqualTo(RefreshMethod.FORCE);
    assertThat(view.mode()).hasValue(RefreshMode.DEMAND);
    assertThat(view.refresh().isScheduled()).isFalse();
  }

  @Test
  void whatIsNeverRefreshedHasNoMode() {
    CreateMaterializedView view =
        (CreateMaterializedView) command("create materialized view mv never refresh as select 1");
    assertThat(view.method()).isEqualTo(RefreshMethod.NEVER);
    assertThat(view.mode()).isEmpty();
  }

  @Test
  void aScheduleIsRecognised() {
    CreateMaterializedView view =
        (CreateMaterializedView)
            command("create materialized view mv refresh next sysdate + 1 as select 1");
    assertThat(view.refresh().isScheduled()).isTrue();
  }

  @Test
  void aPieceOfTheTextKnowsItsPlace() {
    String sql = "create materialized view mv refresh next sysdate + 1 as ( select 1 from t );";
    CreateMaterializedView view = (CreateMaterializedView) command(sql);
    assertThat(view.query()).isEqualTo(new SourceText("select 1 from t", sql.indexOf("select")));
    assertThat(view.refresh().next())
        .hasValue(new SourceText("sysdate + 1", sql.indexOf("sysdate")));
    assertThat(view.query().end()).isEqualTo(sql.indexOf(" );"));
  }

  @Test
  void theNameOfAnIndexedTableCanBeReplacedInTheText() {
    String sql = "create index i on /* here */ hr . mv (a) tablespace t where a > 0";
    CreateIndex index = (CreateIndex) command(sql);
    assertThat(index.tableSource().offset()).isEqualTo(sql.indexOf("hr"));
    assertThat(index.tableSource().text()).isEqualTo("hr . mv");
    assertThat(index.storage())
        .extracting(StorageClause::source)
        .containsExactly(new SourceText("tablespace t", sql.indexOf("tablespace")));
  }

  @Test
  void aNewLogRecordsThePrimaryKeyUnlessSomethingElseTellsRowsApart() {
    assertThat(contents("")).matches(LogContents::recordsPrimaryKey);
    assertThat(contents("with (a)")).matches(LogContents::recordsPrimaryKey);
    assertThat(contents("with sequence")).matches(LogContents::recordsPrimaryKey);
    assertThat(contents("with rowid, primary key")).matches(LogContents::recordsPrimaryKey);
    assertThat(contents("with rowid, sequence (a)")).matches(log -> !log.recordsPrimaryKey());
    assertThat(contents("with object id")).matches(log -> !log.recordsPrimaryKey());
  }

  @Test
  void aNewLogRecordsNewValuesOnlyWhenToldSo() {
    assertThat(contents("").recordsNewValues()).isFalse();
    assertThat(contents("excluding new values").recordsNewValues()).isFalse();
    assertThat(contents("including new values").recordsNewValues()).isTrue();
  }

  private static LogContents contents(String clauses) {
    Command log = command("create materialized view log on t " + clauses);
    return ((CreateMaterializedViewLog) log).contents();
  }

  @Test
  void aCallGivesItsArgumentsByName() {
    CallBlock block = (CallBlock) command("exec dbms_mview.refresh(tab => ?, nested => true)");
    BoundCall call = ((BlockStatement.Call) block.statements().get(0)).call();
    assertThat(call.argument("list")).isEqualTo(new Argument.Parameter(1, Optional.empty()));
    assertThat(call.argument("tab")).isEqualTo(call.argument("list"));
    assertThat(call.argument("nested")).isEqualTo(new Argument.Truth(true));
    assertThat(call.argument("method")).isEqualTo(new Argument.Null());
    assertThatThrownBy(() -> call.argument("colour")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aCandidateNamesTheObjectsToLookUp() {
    assertThat(objects("alter table s.t drop constraint c")).containsExactly("s.t");
    assertThat(objects("create index i on t (a)")).containsExactly("t");
    assertThat(objects("drop index i, j")).containsExactly("i", "j");
    assertThat(objects("drop index i on t")).containsExactly("t");
    assertThat(objects("drop table a, b")).containsExactly("a", "b");
    assertThat(objects("truncate a, b")).containsExactly("a", "b");
    assertThat(objects("comment on table t is 'x'")).containsExactly("t");
    assertThat(objects("comment on column s.t.c is 'x'")).containsExactly("s.t");
    assertThat(objects("alter materialized view mv rename to v")).containsExactly("mv");
  }

  private static Stream<String> objects(String sql) {
    return ((Candidate) command(sql)).objects().stream().map(QualifiedName::toString);
  }

  @Test
  void aNameIsFoldedUnlessItIsQuoted() {
    assertThat(Name.of("Mv").identifier(text -> text.toUpperCase(Locale.ROOT)))
        .isEqualTo(Identifier.of("MV"));
    assertThat(new Name("Mv", true).identifier(text -> text.toUpperCase(Locale.ROOT)))
        .isEqualTo(Identifier.of("Mv"));
    assertThat(new Name("a\"b", true)).hasToString("\"a\"\"b\"");
    assertThat(QualifiedName.of(Name.of("s"), new Name("T", true))).hasToString("s.\"T\"");
    assertThat(QualifiedName.of(Name.of("s"), Name.of("t")).schema()).hasValue(Name.of("s"));
    assertThat(QualifiedName.of(Name.of("t")).schema()).isEmpty();
  }

  @Test
  void aNameIsQuotedAsTheDatabaseDoes() {
    String sql = "drop materialized view ";
    assertThat(new CommandParser(LexicalRules.MYSQL).parse(sql + "`a``b`"))
        .isEqualTo(new CommandParser(LexicalRules.STANDARD).parse(sql + "\"a`b\""));
    assertThat(new CommandParser(LexicalRules.SQLITE).parse(sql + "[a]"))
        .isEqualTo(new CommandParser(LexicalRules.STANDARD).parse(sql + "\"a\""));
    assertThatThrownBy(() -> command(sql + "`a`")).isInstanceOf(MViewException.class);
  }

  @Test
  void aPasswordShowsNowhere() {
    assertThat(command("create database link l connect to u identified by tiger"))
        .asString()
        .doesNotContain("tiger");
    assertThat(command("alter materialized view v modify (c encrypt identified by tiger)"))
        .asString()
        .doesNotContain("tiger");
  }

  /** Each would build a value that no statement can mean. */
  static Stream<Runnable> wrongValues() {
    SourceText text = new SourceText("x", 0);
    Name name = Name.of("a");
    Optional<SourceText> none = Optional.empty();
    return Stream.of(
        () -> new Name("", true),
        () -> new Name("a\0b", true),
        () -> new SourceText("a", -1),
        () -> new QualifiedName(List.of(name, name, name), name),
        () -> new LinkName(List.of(), Optional.empty()),
        () -> new LogPurge.Scheduled(none, none, none),
        () -> new LogPurge.Scheduled(none, Optional.of(text), Optional.of(text)),
        () -> refresh(RefreshMethod.NEVER, RefreshMode.DEMAND, none),
        () -> refresh(RefreshMethod.FAST, RefreshMode.COMMIT, Optional.of(text)),
        () -> refresh(RefreshMethod.FAST, RefreshMode.STATEMENT, Optional.of(text)),
        () -> new RefreshMaterializedView(QualifiedName.of(name), true, false),
        () -> new DropMaterializedView(List.of(), false, false, false),
        () -> new DropTableOrView(List.of(), false),
        () -> new DropIndex(List.of(), false, Optional.empty()),
        () -> new TruncateTable(List.of(), Optional.empty(), false),
        () -> new ChangePrivileges(true, List.of(), Optional.empty()),
        () -> new AlterSession(AlterSession.Scope.SESSION, List.of()),
        () -> new CallBlock(List.of(), List.of(), 0),
        () -> new Argument.Text(""),
        () -> new CreateDimension(QualifiedName.of(name), List.of()),
        () -> new DimensionPart.Level(name, List.of(), false),
        () ->
            new Signature.Parameter(
                List.of(), ParameterType.TEXT, Signature.Mode.IN, Optional.empty()),
        () -> view(Set.of(ViewOption.REDUCED_PRECISION), text),
        () -> view(Set.of(), new SourceText(" ", 0)));
  }

  private static void refresh(RefreshMethod method, RefreshMode mode, Optional<SourceText> next) {
    new RefreshClause(
        Optional.of(method),
        Optional.of(mode),
        Optional.empty(),
        next,
        Optional.empty(),
        Optional.empty());
  }

  private static void view(Set<ViewOption> options, SourceText query) {
    new CreateMaterializedView(
        QualifiedName.of(Name.of("mv")),
        false,
        List.of(),
        BuildMode.IMMEDIATE,
        RefreshClause.NONE,
        options,
        List.of(),
        true,
        query);
  }

  @ParameterizedTest
  @MethodSource("wrongValues")
  void aWrongValueCannotBeMade(Runnable make) {
    assertThatThrownBy(make::run).isInstanceOf(IllegalArgumentException.class);
  }
}
