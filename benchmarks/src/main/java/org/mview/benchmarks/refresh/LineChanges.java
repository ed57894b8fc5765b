package org.mview.benchmarks.refresh;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Random;

/**
 * Changes lines, at random places of the table. Each gets another quantity and another price, so
 * that it concerns every view of ours, and some get another supplier.
 */
final class LineChanges {
  private static final String MEASURES =
      "UPDATE lineitem SET l_quantity = (l_quantity + ?) % 50 + 1,"
          + " l_extendedprice = l_extendedprice + 0.25 WHERE rowid = ?";

  private static final String SUPPLIER =
      "UPDATE lineitem SET l_suppkey = ?, l_quantity = l_quantity % 50 + 1,"
          + " l_extendedprice = l_extendedprice + 0.25 WHERE rowid = ?";

  /** Quantities are from 1 to 50: to add fewer than these leaves none as it is. */
  private static final int STEPS = 49;

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
    try (PreparedStatement measures = connection.prepareStatement(MEASURES);
        PreparedStatement supplier = connection.prepareStatement(SUPPLIER)) {
      int step = lines / count;
      for (int i = 0; i < count; i++) {
        boolean moves = i % MOVES == 0;
        PreparedStatement change = moves ? supplier : measures;
        change.setInt(1, moves ? 1 + random.nextInt(suppliers) : random.nextInt(STEPS));
        change.setInt(2, 1 + i * step + random.nextInt(step));
        change.addBatch();
        if (i % STATEMENTS_OF_A_BATCH == 0) {
          measures.executeBatch();
          supplier.executeBatch();
        }
      }
      measures.executeBatch();
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
