package org.mview.writing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Statements over a connection, whoever's it is. */
final class Shop {
  /** A table for {@link #VIEW}. */
  static final String TABLE =
      "CREATE TABLE orders (id INTEGER PRIMARY KEY, customer INTEGER, amount INTEGER)";

  /** A view that each commit brings up to date. */
  static final String VIEW =
      """
      CREATE MATERIALIZED VIEW sales REFRESH FAST ON COMMIT AS \
      SELECT customer, SUM(amount) AS total, COUNT(*) AS n FROM orders GROUP BY customer""";

  private static final String SALES = "SELECT customer, total, n FROM sales ORDER BY customer";

  private static final String RECOMPUTED =
      "SELECT customer, SUM(amount), COUNT(*) FROM orders GROUP BY customer ORDER BY customer";

  private static final String STALENESS = "SELECT staleness FROM user_mviews";

  private Shop() {}

  static void execute(Connection connection, String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** The rows of a query, their cells parted by bars. */
  static List<String> rows(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      return rows(row);
    }
  }

  static List<String> rows(ResultSet row) throws SQLException {
    List<String> rows = new ArrayList<>();
    while (row.next()) {
      List<String> cells = new ArrayList<>();
      for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
        cells.add(String.valueOf(row.getString(i)));
      }
      rows.add(String.join("|", cells));
    }
    return rows;
  }

  /** What the view shows. */
  static List<String> sales(Connection connection) throws SQLException {
    return rows(connection, SALES);
  }

  /** What it has to show. */
  static List<String> recomputed(Connection connection) throws SQLException {
    return rows(connection, RECOMPUTED);
  }

  /** What the dictionary says of the one view there is. */
  static String staleness(Connection connection) throws SQLException {
    return rows(connection, STALENESS).get(0);
  }
}
