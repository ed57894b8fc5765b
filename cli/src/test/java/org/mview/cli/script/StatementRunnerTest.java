package org.mview.cli.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mview.cli.output.Complaints;
import org.mview.cli.output.ResultFormat;
import org.mview.cli.output.Summary;

final class StatementRunnerTest {
  private static final String ENDLESS =
      "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT n FROM c";

  /** Tells when the first row has come. */
  private static final class Awaited extends Writer {
    private final CountDownLatch written = new CountDownLatch(1);

    @Override
    public void write(char[] buffer, int offset, int length) {
      written.countDown();
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  @Test
  @Timeout(30)
  void aStatementThatRunsIsCancelledFromAnotherThread() throws Exception {
    Awaited rows = new Awaited();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
      StatementRunner runner = runner(connection, rows);
      Thread user =
          new Thread(
              () -> {
                try {
                  rows.written.await();
                  runner.cancel();
                } catch (InterruptedException | SQLException e) {
                  throw new AssertionError(e);
                }
              });
      user.start();
      assertThatThrownBy(() -> runner.run(ENDLESS)).isInstanceOf(SQLException.class);
      user.join();

      StringWriter later = new StringWriter();
      runner(connection, later).run("SELECT 1 AS a");
      assertThat(later).hasToString("a\n1\n");
    }
  }

  @Test
  void cancellingNothingDoesNoHarm() throws SQLException {
    StringWriter out = new StringWriter();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
      StatementRunner runner = runner(connection, out);
      runner.cancel();
      runner.run("SELECT 1 AS a");
    }
    assertThat(out).hasToString("a\n1\n");
  }

  private static StatementRunner runner(Connection connection, Writer out) {
    return new StatementRunner(
        connection,
        new StatementRunner.Output(
            new PrintWriter(out),
            ResultFormat.CSV,
            Summary.NONE,
            new Complaints(new PrintWriter(out), false)));
  }
}
