package org.mview.cli.demo;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;

/**
 * Compares a view with its query, as bags, inside the database.
 *
 * <p>It uses a connection of the database's own driver: that one knows of no view, and computes the
 * query from the tables whatever ours would do.
 */
final class Comparison {
  /** Relative; of sums of approximate numbers, added in another order. */
  private static final String TOLERANCE = "1e-9";

  private final Connection plain;

  Comparison(Connection plain) {
    this.plain = plain;
  }

  /** How many rows the view holds. */
  long rows(DemoView view) throws SQLException {
    return number("SELECT COUNT(*) FROM " + view.name());
  }

  /** How many rows are missing, too many, or differ in a sum; zero when the view is right. */
  long differences(DemoView view) throws SQLException {
    execute("CREATE TEMP TABLE expected AS\n" + view.query());
    try {
      long missing = number(surplus(view, "expected", view.name()));
      long tooMany = number(surplus(view, view.name(), "expected"));
      long inexact = view.approximate().isEmpty() ? 0 : number(inexact(view));
      return missing + tooMany + inexact;
    } finally {
      execute("DROP TABLE expected");
    }
  }

  /** Rows of the one that the other does not have as often; NULL equals NULL in both operators. */
  private static String surplus(DemoView view, String one, String other) {
    String columns = String.join(", ", view.exact());
    return """
        SELECT COUNT(*) FROM (
          SELECT %1$s, COUNT(*) AS copies FROM %2$s GROUP BY %1$s
          EXCEPT
          SELECT %1$s, COUNT(*) AS copies FROM %3$s GROUP BY %1$s) surplus"""
        .formatted(columns, one, other);
  }

  private static String inexact(DemoView view) {
    String same =
        view.exact().stream()
            .map("v.%1$s IS NOT DISTINCT FROM e.%1$s"::formatted)
            .collect(Collectors.joining(" AND "));
    String differs =
        view.approximate().stream().map(Comparison::differs).collect(Collectors.joining(" OR "));
    return "SELECT COUNT(*) FROM %s v JOIN expected e ON %s WHERE %s"
        .formatted(view.name(), same, differs);
  }

  private static String differs(String column) {
    return """
        (v.%1$s IS NULL) <> (e.%1$s IS NULL)
          OR ABS(v.%1$s - e.%1$s) > %2$s * (ABS(v.%1$s) + ABS(e.%1$s)) / 2"""
        .formatted(column, TOLERANCE);
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = plain.createStatement()) {
      statement.execute(sql);
    }
  }

  private long number(String query) throws SQLException {
    try (Statement statement = plain.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
