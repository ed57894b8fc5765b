package org.mview.benchmarks.cost;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Random;
import org.mview.benchmarks.database.Script;
import org.mview.benchmarks.database.SqliteFile;
import org.mview.benchmarks.paired.Subject;

/**
 * The least that any way can cost: a hundred rows of a table change, which are found by their key.
 * In a larger table they are on more pages, and deeper.
 */
final class ByKey implements Subject {
  private static final int CHANGED = 100;

  private final Connection connection;
  private final PreparedStatement change;
  private final int rows;
  private final Random random = new Random(1);
  private int[] keys = {};

  private ByKey(Connection connection, int rows) throws SQLException {
    this.connection = connection;
    this.rows = rows;
    this.change =
        connection.prepareStatement("UPDATE kept SET cents = cents + 1 WHERE customer = ?");
  }

  /** A table with so many rows, in a file. */
  static ByKey of(int rows, Path file) throws SQLException {
    Connection connection = new SqliteFile(file).raw(CostRefresh.IN_MEMORY);
    Script.run(
        connection,
        "CREATE TABLE kept (customer INTEGER, n INTEGER, cents INTEGER)",
        """
        INSERT INTO kept WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d)
        SELECT i, 10, i * 13 FROM n"""
            .formatted(rows),
        "CREATE UNIQUE INDEX by_customer ON kept (customer)");
    connection.setAutoCommit(false);
    return new ByKey(connection, rows);
  }

  @Override
  public void prepare() {
    keys = random.ints(CHANGED, 1, rows + 1).toArray();
  }

  @Override
  public void run(int operations) throws SQLException {
    for (int i = 0; i < operations; i++) {
      for (int key : keys) {
        change.setInt(1, key);
        change.executeUpdate();
      }
      connection.commit();
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
