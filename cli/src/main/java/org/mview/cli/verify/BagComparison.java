package org.mview.cli.verify;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.mview.cli.output.ResultRows;

/**
 * Compares a view with its query inside the database: as bags, both ways in one statement, so that
 * nothing can change in between. NULL is like NULL, and values are equal as the database has it.
 *
 * <pre>
 *   rows of the view, +1 each, and rows of the query, −1 each: those that do not add up to 0
 * </pre>
 */
final class BagComparison {
  private static final String WEIGHT = "mview$weight";
  private static final String QUERY = "mview$query";

  /** So many differences are looked at one by one; the others are counted. */
  private static final int KEPT = 2_000;

  private final Connection connection;
  private final String quote;

  BagComparison(Connection connection) throws SQLException {
    this.connection = connection;
    this.quote = connection.getMetaData().getIdentifierQuoteString();
  }

  /** How many rows a view holds. */
  long rows(RegisteredView view) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM " + quoted(view.name()))) {
      row.next();
      return row.getLong(1);
    }
  }

  /** What a view and its query do not have in common. */
  Differences differences(RegisteredView view) throws SQLException {
    List<String> columns = columns(view);
    List<Difference> first = new ArrayList<>();
    long copies = 0;
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(text(view, columns))) {
      int weight = columns.size() + 1;
      while (row.next()) {
        copies += Math.abs(row.getLong(weight));
        if (first.size() <= KEPT) {
          first.add(new Difference(ResultRows.row(row, columns.size()), row.getLong(weight)));
        }
      }
    }
    boolean complete = first.size() <= KEPT;
    return new Differences(columns, copies, first, complete);
  }

  /** Of a prebuilt table those that the query names. */
  private List<String> columns(RegisteredView view) throws SQLException {
    List<String> ofView = columns("SELECT * FROM " + quoted(view.name()));
    if (!view.isPrebuilt()) {
      return ofView;
    }
    List<String> named = new ArrayList<>();
    for (String column : columns(view.query())) {
      ofView.stream().filter(column::equalsIgnoreCase).findFirst().ifPresent(named::add);
    }
    return named;
  }

  private List<String> columns(String query) throws SQLException {
    List<String> columns = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      ResultSetMetaData metaData = statement.getMetaData();
      for (int i = 1; i <= metaData.getColumnCount(); i++) {
        columns.add(metaData.getColumnLabel(i));
      }
    }
    return columns;
  }

  /** The query stands on lines of its own: its last one may be a comment. */
  private String text(RegisteredView view, List<String> columns) {
    String list = columns.stream().map(this::quoted).collect(Collectors.joining(", "));
    return """
        WITH %1$s (%2$s) AS (
        %3$s
        )
        SELECT %2$s, SUM(%4$s) AS %4$s FROM (
          SELECT %2$s, 1 AS %4$s FROM %5$s UNION ALL SELECT %2$s, -1 FROM %1$s) both_sides
        GROUP BY %2$s HAVING SUM(%4$s) <> 0"""
        .formatted(quoted(QUERY), list, view.query(), quoted(WEIGHT), quoted(view.name()));
  }

  private String quoted(String name) {
    return quote + name.replace(quote, quote + quote) + quote;
  }
}
