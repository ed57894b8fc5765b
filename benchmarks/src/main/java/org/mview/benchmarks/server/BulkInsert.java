package org.mview.benchmarks.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.mview.benchmarks.commit.Shop;
import org.mview.benchmarks.database.Backend;
import org.mview.benchmarks.database.Script;
import org.mview.benchmarks.paired.Clock;
import org.mview.benchmarks.paired.Subject;

/** One statement that adds many orders, and its commit. */
final class BulkInsert implements Subject {
  static final int ROWS = 10_000;

  private static final String INSERT =
      """
      INSERT INTO orders (id, customer, amount)
      SELECT i, 1 + i %% %d, i %% 10007 FROM generate_series(%d, %d) AS n (i)"""
          .formatted(Shop.CUSTOMERS, Shop.ORDERS + 1, Shop.ORDERS + ROWS);

  private final Connection connection;
  private final List<String> betweenSlices;
  private final Backend backend;

  /**
   * Statements on a connection, which is closed with them.
   *
   * @param betweenSlices statements that keep what is measured at its size
   */
  BulkInsert(Connection connection, List<String> betweenSlices) throws SQLException {
    this.connection = connection;
    this.betweenSlices = List.copyOf(betweenSlices);
    this.backend = Backend.of(connection);
  }

  @Override
  public void prepare() throws SQLException {
    clear();
    Script.run(connection, betweenSlices.toArray(String[]::new));
    Script.run(connection, "VACUUM");
  }

  private void clear() throws SQLException {
    Script.run(connection, "DELETE FROM orders WHERE id > " + Shop.ORDERS);
  }

  @Override
  public void run(int operations) throws SQLException {
    for (int i = 0; i < operations; i++) {
      if (i > 0) {
        clear();
      }
      Script.run(connection, INSERT);
    }
  }

  @Override
  public long cpu(Clock clock) {
    return backend.cpu(clock);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
