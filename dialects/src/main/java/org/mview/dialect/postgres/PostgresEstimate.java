package org.mview.dialect.postgres;

import static org.mview.dialect.postgres.PostgresNames.NAMES;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mview.sql.QualifiedName;

/** About how many rows a table has. */
final class PostgresEstimate {
  /** In bytes; so little is read sooner than guessed. */
  private static final int SMALL = 1 << 20;

  private static final String SIZE =
      """
      SELECT COALESCE(SUM(pg_relation_size(id)), 0) FROM (SELECT to_regclass(?)::oid AS id \
      UNION SELECT relid FROM pg_partition_tree(to_regclass(?))) part""";

  private static final Pattern ROWS = Pattern.compile(" rows=(\\d+) ");

  private PostgresEstimate() {}

  static long of(Connection connection, QualifiedName table) throws SQLException {
    String name = NAMES.quoted(table);
    try (PreparedStatement read = connection.prepareStatement(SIZE)) {
      read.setString(1, name);
      read.setString(2, name);
      try (ResultSet row = read.executeQuery()) {
        row.next();
        return row.getLong(1) < SMALL ? counted(connection, name) : planned(connection, name);
      }
    }
  }

  /** Few, unless there are dead rows only: so many pages hold no more. */
  private static long counted(Connection connection, String name) throws SQLException {
    String text = "SELECT COUNT(*) FROM (SELECT FROM %s LIMIT 10001) few".formatted(name);
    try (Statement count = connection.createStatement();
        ResultSet row = count.executeQuery(text)) {
      row.next();
      return row.getLong(1);
    }
  }

  /**
   * The planner knows the size of the file now, and how full its pages were at the last ANALYZE; of
   * one that was never analysed, how wide the rows of such a type may be.
   */
  private static long planned(Connection connection, String name) throws SQLException {
    try (Statement explain = connection.createStatement();
        ResultSet row = explain.executeQuery("EXPLAIN SELECT FROM " + name)) {
      row.next();
      Matcher rows = ROWS.matcher(row.getString(1));
      return rows.find() ? Long.parseLong(rows.group(1)) : 0;
    }
  }
}
