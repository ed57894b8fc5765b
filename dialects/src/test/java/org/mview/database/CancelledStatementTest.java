package org.mview.database;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mview.dialect.sqlite.Sqlite;

@Timeout(60)
class CancelledStatementTest {
  private static final String LONG =
      """
      WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 1000000000000) \
      SELECT COUNT(*) AS n FROM c""";

  /** What runs without parameters. */
  @Test
  void aStatementThatAnswersNothingIsCancelled() throws Exception {
    assertIsCancelled(database -> database.execute("CREATE TABLE t AS " + LONG));
  }

  @Test
  void aStatementThatChangesRowsIsCancelled() throws Exception {
    assertIsCancelled(database -> database.run("INSERT INTO u " + LONG));
  }

  @Test
  void aQueryIsCancelled() throws Exception {
    assertIsCancelled(database -> database.read(LONG, row -> row.getLong(1)));
  }

  @FunctionalInterface
  private interface Doing {
    void run(Database database) throws SQLException;
  }

  private static void assertIsCancelled(Doing doing) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
      Database database = new Database(connection, Sqlite.DIALECT);
      database.execute("CREATE TABLE u (n INTEGER)");
      AtomicBoolean over = new AtomicBoolean();
      Thread other = new Thread(() -> cancelUntil(over, database));
      other.start();
      try {
        assertThatThrownBy(() -> doing.run(database)).isInstanceOf(SQLException.class);
      } finally {
        over.set(true);
        other.join();
      }
    }
  }

  /** Again and again: before the statement runs there is nothing to cancel. */
  private static void cancelUntil(AtomicBoolean over, Database database) {
    while (!over.get()) {
      try {
        database.cancel();
      } catch (SQLException e) {
        throw new AssertionError(e);
      }
    }
  }
}
