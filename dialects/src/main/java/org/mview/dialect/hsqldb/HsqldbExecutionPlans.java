package org.mview.dialect.hsqldb;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mview.dialect.ExecutionPlans;

/** EXPLAIN PLAN FOR: lines, of which a few tell how each table is read. */
final class HsqldbExecutionPlans implements ExecutionPlans {
  private static final Pattern READ =
      Pattern.compile(
          "\\btable=(\\S+)\\s+(?:alias=(\\S+)\\s+)?cardinality=\\d+\\s+access=(FULL SCAN|INDEX PRED)"
              + "\\s+join condition = \\[index=([^\\s\\]]+)");

  @Override
  public List<Step> of(Connection connection, String sql) throws SQLException {
    List<Step> steps = new ArrayList<>();
    try (Statement explain = connection.createStatement();
        ResultSet row = explain.executeQuery("EXPLAIN PLAN FOR " + sql)) {
      List<String> lines = new ArrayList<>();
      while (row.next()) {
        lines.add(row.getString(1));
      }
      Matcher read = READ.matcher(lines.stream().collect(Collectors.joining("\n")));
      while (read.find()) {
        steps.add(step(read));
      }
    }
    return steps;
  }

  private static Step step(Matcher read) {
    String alias = read.group(2) == null ? read.group(1) : read.group(2);
    boolean scans = read.group(3).equals("FULL SCAN");
    return new Step(
        0,
        "%s: %s%s"
            .formatted(read.group(1), read.group(3), scans ? "" : " of index " + read.group(4)),
        scans ? Optional.of(alias) : Optional.empty());
  }
}
