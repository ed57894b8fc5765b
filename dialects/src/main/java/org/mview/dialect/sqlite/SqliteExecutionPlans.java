package org.mview.dialect.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mview.dialect.ExecutionPlans;

/**
 * EXPLAIN QUERY PLAN.
 *
 * @see <a href="https://www.sqlite.org/eqp.html">its output</a>
 */
final class SqliteExecutionPlans implements ExecutionPlans {
  /** An index that SQLite makes for one execution costs a reading of the table, too. */
  private static final Pattern SCAN =
      Pattern.compile(
          "SCAN (?!CONSTANT ROW|\\()(.+?)(?: USING .*| VIRTUAL TABLE .*| LEFT-JOIN)?"
              + "|SEARCH (.+?) USING AUTOMATIC .*");

  @Override
  public List<Step> of(Connection connection, String sql) throws SQLException {
    List<Step> steps = new ArrayList<>();
    Map<Integer, Integer> depths = new HashMap<>();
    try (PreparedStatement explain = connection.prepareStatement("EXPLAIN QUERY PLAN " + sql);
        ResultSet row = explain.executeQuery()) {
      while (row.next()) {
        int depth = depths.getOrDefault(row.getInt("parent"), -1) + 1;
        depths.put(row.getInt("id"), depth);
        String detail = row.getString("detail");
        steps.add(new Step(depth, detail, scanned(detail)));
      }
    }
    return steps;
  }

  private static Optional<String> scanned(String detail) {
    Matcher scan = SCAN.matcher(detail);
    return scan.matches()
        ? Optional.ofNullable(scan.group(1)).or(() -> Optional.of(scan.group(2)))
        : Optional.empty();
  }
}
