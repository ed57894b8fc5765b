package org.mview.cli.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class SqlSplitterTest {
  private static final String TRIGGER =
      """
      CREATE TRIGGER t AFTER UPDATE ON x WHEN CASE WHEN new.a THEN 1 ELSE 0 END
      BEGIN
        INSERT INTO l VALUES (CASE new.a WHEN 1 THEN 'end' END);
        DELETE FROM m;
      END;""";

  private static final String MYSQL_PROCEDURE =
      """
      CREATE DEFINER = 'a'@'b' PROCEDURE p()
      BEGIN
        DECLARE n INT;
        IF n > 0 THEN SET n = 1; END IF;
        WHILE n < 3 DO SET n = n + 1; END WHILE;
        CASE n WHEN 1 THEN SET n = 2; ELSE BEGIN END; END CASE;
      END;""";

  private static final String PLSQL =
      """
      DECLARE
        failures NUMBER;
        CURSOR c IS SELECT 1 FROM dual;
      BEGIN
        DBMS_MVIEW.REFRESH_ALL_MVIEWS(failures);
      END;""";

  private static final String FUNCTION =
      """
      CREATE FUNCTION f() RETURNS trigger AS $body$
      BEGIN
        RETURN NEW; -- 'a quote
      END;
      $body$ LANGUAGE plpgsql""";

  static Stream<Arguments> scripts() {
    return Stream.of(
        arguments("statements end at semicolons", "a; b;c", List.of("a", "b", "c")),
        arguments("the last one needs none", "a;\nb\n", List.of("a", "b")),
        arguments("empty statements are none", ";; \n ; a;;", List.of("a")),
        arguments("a string hides a semicolon", "a 'x;y''z;' b; c", List.of("a 'x;y''z;' b", "c")),
        arguments("a string goes over lines", "a 'x\n;\n' ;b", List.of("a 'x\n;\n'", "b")),
        arguments("a backslash is a character", "a '\\'; b", List.of("a '\\'", "b")),
        arguments("but not in E''", "a E'x\\';y'; b", List.of("a E'x\\';y'", "b")),
        arguments("an E at a word's end is none", "name'\\'; b", List.of("name'\\'", "b")),
        arguments(
            "a name in quotes",
            "a \"x;\"\"y;\" `p;q` [r;s]; b",
            List.of("a \"x;\"\"y;\" `p;q` [r;s]", "b")),
        arguments("a subscript is no name", "a[1]; x[']']; b", List.of("a[1]", "x[']']", "b")),
        arguments("dollar quotes", FUNCTION + "; b", List.of(FUNCTION, "b")),
        arguments("dollars in names", "a m_row$$; b mlog$_x;", List.of("a m_row$$", "b mlog$_x")),
        arguments(
            "a comment hides a semicolon",
            "a -- x; '\n b; c /* ; ' */ d;",
            List.of("a -- x; '\n b", "c /* ; ' */ d")),
        arguments("comments alone are no statement", "-- x\n/* y; */ ; -- z", List.of()),
        arguments("a comment above is left out", "-- what follows\n\na;", List.of("a")),
        arguments("a hash is a character", "a x#y # b; c", List.of("a x#y # b", "c")),
        arguments("a line with a slash", "a\n/\nb\n / \n", List.of("a", "b")),
        arguments("a slash after a semicolon", "a;\n/\nb;\n/\n", List.of("a", "b")),
        arguments("a slash in a string", "a 'x\n/\ny';", List.of("a 'x\n/\ny'")),
        arguments("division", "a / b;", List.of("a / b")),
        arguments("a trigger", TRIGGER + "\nb;", List.of(TRIGGER, "b")),
        arguments("a trigger before a slash", TRIGGER + "\n/\nb", List.of(TRIGGER, "b")),
        arguments(
            "a trigger without a block",
            "CREATE TRIGGER t AFTER INSERT ON x EXECUTE FUNCTION f(); b",
            List.of("CREATE TRIGGER t AFTER INSERT ON x EXECUTE FUNCTION f()", "b")),
        arguments("a procedure", MYSQL_PROCEDURE + " b;", List.of(MYSQL_PROCEDURE, "b")),
        arguments(
            "a PL/SQL block",
            "BEGIN a('V','F'); b; END;\n/\nc;",
            List.of("BEGIN a('V','F'); b; END;", "c")),
        arguments("a block with declarations", PLSQL + "\n/\nb;", List.of(PLSQL, "b")),
        arguments(
            "blocks in a block",
            "BEGIN a; BEGIN b; END; c; END; d",
            List.of("BEGIN a; BEGIN b; END; c; END;", "d")),
        arguments(
            "a transaction",
            "BEGIN; a; END; begin immediate; b; commit",
            List.of("BEGIN", "a", "END", "begin immediate", "b", "commit")),
        arguments(
            "cursors and variables",
            "DECLARE c CURSOR FOR a; DECLARE @v INT; b",
            List.of("DECLARE c CURSOR FOR a", "DECLARE @v INT", "b")),
        arguments(
            "CASE outside of blocks",
            "SELECT CASE a WHEN 1 THEN 2 END; b",
            List.of("SELECT CASE a WHEN 1 THEN 2 END", "b")),
        arguments(
            "a table called event",
            "CREATE TABLE event (a); b",
            List.of("CREATE TABLE event (a)", "b")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("scripts")
  void aScriptIsCutIntoItsStatements(String what, String script, List<String> statements) {
    assertThat(split("jdbc:sqlite:x", script))
        .as(what)
        .extracting(ScriptStatement::text)
        .isEqualTo(statements);
  }

  static Stream<Arguments> scriptsOfMySql() {
    return Stream.of(
        arguments("a 'x\\';y' \"\\\";\"; b", List.of("a 'x\\';y' \"\\\";\"", "b")),
        arguments("a # x; '\n; b", List.of("a # x; '", "b")),
        arguments("`a\\`; b", List.of("`a\\`", "b")),
        arguments("/*!40101 SET NAMES utf8 */; b", List.of("/*!40101 SET NAMES utf8 */", "b")));
  }

  @ParameterizedTest
  @MethodSource("scriptsOfMySql")
  void mySqlHasEscapesAndCommentsOfItsOwn(String script, List<String> statements) {
    assertThat(split("jdbc:mview:mysql://localhost/x", script))
        .extracting(ScriptStatement::text)
        .isEqualTo(statements);
  }

  @Test
  void aStatementKnowsTheLineOfItsFirstWord() {
    String script = "a;\n-- b\n\n/* c\n*/ d\ne; f;\n/\n 'g\n'";
    assertThat(split("jdbc:sqlite:x", script))
        .extracting(ScriptStatement::line)
        .containsExactly(1, 5, 6, 8);
  }

  static Stream<Arguments> inputs() {
    return Stream.of(
        arguments("", false),
        arguments("a", true),
        arguments("a;", false),
        arguments("a; b", true),
        arguments("'x;", true),
        arguments("/* x", true),
        arguments("-- x", false),
        arguments("BEGIN a;", true),
        arguments("BEGIN a; END;", false),
        arguments("BEGIN", true),
        arguments("a\n/", false));
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void itKnowsWhetherAStatementIsStillOpen(String input, boolean open) {
    StatementSplitter splitter = StatementSplitter.forUrl("jdbc:sqlite:x");
    input.lines().forEach(splitter::line);
    assertThat(splitter.isOpen()).isEqualTo(open);
  }

  private static List<ScriptStatement> split(String url, String script) {
    StatementSplitter splitter = StatementSplitter.forUrl(url);
    List<ScriptStatement> statements = new ArrayList<>();
    script.lines().forEach(line -> statements.addAll(splitter.line(line)));
    splitter.end().ifPresent(statements::add);
    return statements;
  }
}
