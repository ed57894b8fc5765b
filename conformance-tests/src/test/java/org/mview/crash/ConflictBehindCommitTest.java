package org.mview.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mview.conformance.FreshDatabase;
import org.mview.conformance.PostgresDatabase;

/**
 * A refresh behind a commit that loses against another transaction is tried again: each statement
 * of it fails in turn as if it had lost.
 */
class ConflictBehindCommitTest {
  private final Faults faults = new Faults("40001");
  private final FaultyDriver driver = new FaultyDriver(faults);

  @BeforeEach
  void register() throws SQLException {
    DriverManager.registerDriver(driver);
  }

  @AfterEach
  void deregister() throws SQLException {
    DriverManager.deregisterDriver(driver);
  }

  @Test
  void theViewIsRightWhicheverStatementHasLost() throws SQLException {
    try (FreshDatabase database = PostgresDatabase.EMBEDDED.create();
        Connection connection =
            DriverManager.getConnection(
                "jdbc:mview:faulty:" + database.rawUrl().substring("jdbc:".length()));
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE t (a INT PRIMARY KEY)");
      statement.execute(
          "CREATE MATERIALIZED VIEW n REFRESH FAST ON COMMIT AS SELECT COUNT(*) AS n FROM t");
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      int behind = 0;
      for (int number = 1; ; number++) {
        connection.setAutoCommit(false); // the switch back may be what has failed
        statement.execute("INSERT INTO t VALUES (%d)".formatted(number));
        faults.arm(number);
        boolean committed = commits(connection);
        boolean over = !faults.haveHappened();
        faults.disarm();
        assertRight(statement, faults.failed());
        connection.setAutoCommit(true);
        if (over) {
          break;
        }
        behind += committed ? 1 : 0;
      }
      assertThat(behind).isGreaterThan(2); // begin, lock, apply, commit
    }
  }

  /** What fails before the commit, or is it, fails it. */
  private static boolean commits(Connection connection) throws SQLException {
    try {
      connection.commit();
      return true;
    } catch (SQLException lost) {
      connection.setAutoCommit(true);
      return false;
    }
  }

  private static void assertRight(Statement statement, String failed) throws SQLException {
    try (ResultSet row =
        statement.executeQuery("SELECT n, (SELECT COUNT(*) FROM t) AS counted FROM n")) {
      assertThat(row.next()).isTrue();
      assertThat(row.getInt("n")).as(failed).isEqualTo(row.getInt("counted"));
    }
  }
}
