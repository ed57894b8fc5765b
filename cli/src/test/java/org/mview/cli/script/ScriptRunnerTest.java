package org.mview.cli.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mview.cli.output.Complaints;
import org.mview.cli.output.ResultFormat;
import org.mview.cli.script.ScriptRunner.OnError;

final class ScriptRunnerTest {
  private static final String FAILING =
      """
      CREATE TABLE t (a INTEGER PRIMARY KEY);
      INSERT INTO t VALUES (1), (2);
      -- fails
      INSERT INTO t
        VALUES (2);
      INSERT INTO t VALUES (3);
      SELECT COUNT(*) AS n FROM t;
      """;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final StringWriter said = new StringWriter();
  private Connection connection;

  @BeforeEach
  void open() throws SQLException {
    connection = DriverManager.getConnection("jdbc:sqlite::memory:");
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Test
  void aScriptRunsStatementByStatement() throws IOException {
    boolean succeeded =
        run(
            OnError.STOP,
            """
            CREATE TABLE t (a INTEGER, b TEXT);
            INSERT INTO t VALUES (1, 'x'), (2, NULL);
            UPDATE t SET b = 'y' WHERE a = 2;
            CREATE TRIGGER g AFTER DELETE ON t BEGIN
              INSERT INTO t VALUES (old.a + 10, 'z'); END;
            DELETE FROM t WHERE a = 1;
            SELECT * FROM t ORDER BY a
            """);
    assertThat(succeeded).isTrue();
    assertThat(out.toString()).isEqualTo("a,b\n2,y\n11,z\n");
    assertThat(said.toString())
        .isEqualTo("done. 2 rows changed. 1 row changed. done. 1 row changed. 2 rows. ");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void itStopsAtTheFirstErrorAndShowsWhereThatWas() throws IOException {
    assertThat(run(OnError.STOP, FAILING)).isFalse();
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString())
        .startsWith("error at line 4 of test.sql: [SQLITE_CONSTRAINT_PRIMARYKEY]")
        .contains("  | INSERT INTO t\n  |   VALUES (2)\n")
        .contains("code 19");
  }

  @Test
  void itGoesOnAfterAnErrorWhenAskedTo() throws IOException {
    assertThat(run(OnError.CONTINUE, FAILING)).isFalse();
    assertThat(out.toString()).isEqualTo("n\n3\n");
    assertThat(err.toString()).containsOnlyOnce("error at");
  }

  @Test
  void transactionsInTheScriptAreTheDatabasesOwn() throws IOException {
    boolean succeeded =
        run(
            OnError.STOP,
            """
            CREATE TABLE t (a);
            BEGIN; INSERT INTO t VALUES (1); ROLLBACK;
            BEGIN TRANSACTION; INSERT INTO t VALUES (2); COMMIT;
            SELECT a FROM t;
            """);
    assertThat(succeeded).isTrue();
    assertThat(out.toString()).isEqualTo("a\n2\n");
  }

  @Test
  void valuesKeepTheirKinds() throws IOException {
    run(OnError.STOP, "SELECT 1 i, 2.5 d, 'x' t, NULL n, x'00ff' b, 1e300 * 1e300 inf, '' e");
    assertThat(out.toString()).isEqualTo("i,d,t,n,b,inf,e\n1,2.5,x,,00ff,Infinity,\"\"\n");
  }

  private boolean run(OnError onError, String script) throws IOException {
    Complaints complaints = new Complaints(new PrintWriter(err), false);
    StatementRunner statements =
        new StatementRunner(
            connection,
            new StatementRunner.Output(
                new PrintWriter(out),
                ResultFormat.CSV,
                (what, time) -> said.append(what).append(". "),
                complaints));
    return new ScriptRunner(
            statements, () -> StatementSplitter.forUrl("jdbc:sqlite:"), complaints, onError)
        .run("test.sql", new BufferedReader(new StringReader(script)));
  }
}
