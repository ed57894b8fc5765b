package org.mview.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

final class MainTest {
  private static final String MEMORY = "jdbc:sqlite::memory:";

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path directory;

  @Test
  void statementsRunFromTheCommandLine() {
    assertThat(run("sql", MEMORY, "-c", "SELECT 1 AS a", "-c", "SELECT 'x' AS b; SELECT 3 AS c"))
        .isZero();
    assertThat(out.toString()).contains(" a\n───\n 1\n(1 row, ", " b\n───\n x\n", " c\n───\n 3\n");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void programsGetNothingButTheRows() {
    assertThat(run("sql", MEMORY, "--format", "csv", "-c", "CREATE TABLE t (a); SELECT 1 AS a"))
        .isZero();
    assertThat(out.toString()).isEqualTo("a\n1\n");
  }

  @Test
  void aScriptThatFailsFailsTheProgram() throws IOException {
    Path script = Files.writeString(directory.resolve("a.sql"), "SELECT * FROM nope; SELECT 1;");
    assertThat(run("sql", MEMORY, "-f", script.toString())).isEqualTo(1);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).startsWith("error at line 1 of " + script).doesNotContain("\tat ");
  }

  @Test
  void withContinueTheRestRunsAndTheProgramFailsAllTheSame() {
    assertThat(
            run("sql", MEMORY, "--continue", "--format=csv", "-c", "nope", "-c", "SELECT 1 AS a"))
        .isEqualTo(1);
    assertThat(out.toString()).isEqualTo("a\n1\n");
  }

  @Test
  void aScriptThatIsNotThereIsNamed() {
    assertThat(run("sql", MEMORY, "-f", "no/such.sql")).isEqualTo(1);
    assertThat(err.toString()).startsWith("error: no/such.sql (").doesNotContain("\tat ");
  }

  @Test
  void aUrlWithoutDriverSaysWhatToDo() {
    assertThat(run("sql", "jdbc:nobody:x", "-c", "SELECT 1")).isEqualTo(1);
    assertThat(err.toString()).contains("no driver takes this URL", "MVIEW_CLASSPATH", "08001");
  }

  @Test
  void debugShowsWhereAnErrorComesFrom() {
    assertThat(run("sql", MEMORY, "--debug", "-c", "nope")).isEqualTo(1);
    assertThat(err.toString()).contains("\tat org.sqlite.");
  }

  @Test
  void nothingIsLoggedUnlessAskedFor() {
    run("sql", MEMORY, "--debug", "-c", "SELECT 1");
    Logger ours = Logger.getLogger("org.mview.driver");
    assertThat(ours.isLoggable(Level.FINE)).isTrue();
    run("sql", MEMORY, "-c", "SELECT 1");
    assertThat(ours.isLoggable(Level.SEVERE)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--column-width=3", "--format=xml", "--nope"})
  void anOptionThatIsNotValidIsRefused(String option) {
    assertThat(run("sql", MEMORY, option, "-c", "SELECT 1")).isEqualTo(2);
    assertThat(err.toString()).contains(option.replaceFirst("=.*", ""), "Usage: mview sql");
  }

  @Test
  void aViewIsExplainedAndCompared() {
    String url = "jdbc:mview:sqlite:" + directory.resolve("shop.db");
    run("sql", url, "-c", "CREATE TABLE t (a INTEGER, b TEXT)");
    run(
        "sql",
        url,
        "-c",
        "CREATE MATERIALIZED VIEW v AS SELECT b, COUNT(*) AS n FROM t GROUP BY b");
    assertThat(run("explain", url, "v")).isZero();
    assertThat(run("explain", url, "SELECT a FROM t;")).isZero();
    assertThat(run("explain", url, "create materialized view w as select b from t")).isZero();
    assertThat(out.toString())
        .contains(
            "materialized view main.v\n  REFRESH FORCE ON DEMAND\n  can be refreshed fast\n",
            "\n\nway\n  groups by b, into which changes are merged\n",
            "query\n  can be refreshed fast\n",
            "materialized view main.w\n");
    assertThat(run("verify", url)).isZero();
    assertThat(out.toString()).contains("Every view that is fresh equals its query.");
  }

  @Test
  void viewsAreExplainedByOurDriverAlone() {
    assertThat(run("explain", MEMORY, "v")).isEqualTo(2);
    assertThat(err.toString()).contains("must begin with jdbc:mview:");
  }

  @Test
  void theDemonstrationWritesOverNoFile() throws IOException {
    Path file = Files.writeString(directory.resolve("mine.db"), "precious");
    assertThat(run("demo", "--database", file.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("mine.db exists already");
    assertThat(file).hasContent("precious");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--scale-factor=0", "--scale-factor=NaN", "--transactions=3"})
  void theDemonstrationRefusesSizesThatShowNothing(String option) {
    assertThat(run("demo", option)).isEqualTo(2);
    assertThat(err.toString()).contains("must be at least");
  }

  @Test
  void everySubcommandHasAnExampleInItsHelp() {
    new CommandLine(new MViewCommand())
        .getSubcommands()
        .forEach(
            (name, command) ->
                assertThat(command.getUsageMessage()).as(name).contains("\n  mview " + name + " "));
  }

  @Test
  void theVersionIsThatOfTheBuild() {
    assertThat(run("--version")).isZero();
    assertThat(out.toString()).matches("(?s)mview \\d+\\.\\d+\\.\\d+\\S*\\nJava .*");
  }

  @Test
  void withoutASubcommandTheUsageIsShown() {
    assertThat(run()).isEqualTo(2);
    assertThat(err.toString()).contains("Usage: mview", "sql", "demo");
  }

  private int run(String... arguments) {
    return Main.run(new PrintWriter(out), new PrintWriter(err), arguments);
  }
}
