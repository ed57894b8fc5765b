package org.mview.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not ours is never claimed, and the common statements never reach the parser. */
class OrdinaryStatementsTest {
  static final List<LexicalRules> ALL_RULES =
      List.of(
          LexicalRules.STANDARD,
          LexicalRules.SQLITE,
          LexicalRules.MYSQL,
          LexicalRules.POSTGRESQL,
          LexicalRules.H2,
          LexicalRules.SQL_SERVER);

  static List<String> statements() throws IOException {
    return Files.readAllLines(Path.of("src/test/resources/ordinary-statements.txt"));
  }

  @ParameterizedTest
  @MethodSource("statements")
  void anOrdinaryStatementIsNotOurs(String sql) {
    for (LexicalRules rules : ALL_RULES) {
      assertThat(new CommandParser(rules).parse(sql)).as(rules.toString()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  \n",
        ";",
        "select 1",
        "  -- why\n/* and how */ Insert into t values (1)",
        "# MySQL's\nupdate t set a = 1",
        "DELETE FROM t",
        "MERGE INTO t",
        "begin",
        "BEGIN -- now\n IMMEDIATE",
        "begin/**/transaction",
        "commit",
        "CREATE FUNCTION f() RETURNS int",
        "create temp view v as select 1",
        "alter user u",
        "execute p",
        "exec",
        "call p()",
        "call",
        "comment",
        "refresh table t"
      })
  void aCommonStatementNeverReachesTheParser(String sql) {
    assertThat(CommandParser.mayBeOurs(sql)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "create materialized view m as select 1",
        "\uFEFF/* a */\n-- b\nCREATE/**/SNAPSHOT m",
        "# MySQL's\ndrop materialized view m",
        "/* a /* nested */ comment */ create materialized view m",
        "/* a comment that does not end",
        "create /* a /* nested */ comment */ materialized view m",
        "begin dbms_mview.refresh('m'); end;",
        "begin ? := dbms_mview.i_am_a_refresh; end;",
        "exec dbms_mview.refresh('m')",
        "exec :x := dbms_mview.i_am_a_refresh",
        "execute sys.dbms_mview.refresh('m')",
        "call \"DBMS_MVIEW\".refresh('m')",
        "{call dbms_mview.refresh('m')}",
        "revoke query rewrite from bob",
        "truncate t"
      })
  void aStatementThatMayBeOursReachesTheParser(String sql) {
    assertThat(CommandParser.mayBeOurs(sql)).isTrue();
  }

  @ParameterizedTest
  @FieldSource("ALL_RULES")
  void aStatementOfOursIsReadUnderTheRulesOfEachDatabase(LexicalRules rules) {
    String sql = "-- a note\ncreate materialized view \"m\" as select 'it''s' from t -- the end";
    assertThat(new CommandParser(rules).parse(sql))
        .map(Shown::of)
        .hasValue(
            "CreateMaterializedView(name \"m\", build IMMEDIATE, plain,"
                + " query select 'it''s' from t)");
  }
}
