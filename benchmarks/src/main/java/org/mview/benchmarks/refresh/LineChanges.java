package org.mview.benchmarks.refresh;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Random;

/**
 * Changes lines, at random places of the table: most get another quantity, some another supplier.
 */
final class LineChanges {
  private static final int QUANTITIES = 50;

  /** One in so many lines moves to another supplier. */
  private static final int MOVES = 5;

  private static final int STATEMENTS_OF_A_BATCH = 1_000;

  private final Connection connection;
  private final Random random = new Random(1);
  private final int lines;
  private final int suppliers;

  /** Changes of the lines that there are now; lines are neither added nor taken away. */
  LineChanges(Connection connection) throws SQLException {
    this.connection = connection;
    this.lines = number("SELECT MAX(rowid) FROM lineitem");
    this.suppliers = number("SELECT MAX(s_suppkey) FROM supplier");
  }

  /** Changes so many different lines, and commits. */
  void change(int count) throws SQLException {
    connection.setAutoCommit(false);
    try (PreparedStatement quantity =
            connection.prepareStatement(
                "UPDATE lineitem SET l_quantity = (l_quantity + ?) % 50 + 1 WHERE rowid = ?");
        PreparedStatement supplier =
            connection.prepareStatement("UPDATE lineitem SET l_suppkey = ? WHERE rowid = ?")) {
      int step = lines / count;
      for (int i = 0; i < count; i++) {
        boolean moves = i % MOVES == 0;
        PreparedStatement change = moves ? supplier : quantity;
        change.setInt(1, moves ? 1 + random.nextInt(suppliers) : random.nextInt(QUANTITIES));
        change.setInt(2, 1 + i * step + random.nextInt(step));
        change.addBatch();
        if (i % STATEMENTS_OF_A_BATCH == 0) {
          quantity.executeBatch();
          supplier.executeBatch();
        }
      }
      quantity.executeBatch();
      supplier.executeBatch();
    }
    connection.commit();
    connection.setAutoCommit(true);
  }

  private int number(String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getInt(1);
    }
  }
}
