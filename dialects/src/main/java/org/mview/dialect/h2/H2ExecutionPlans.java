package org.mview.dialect.h2;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mview.dialect.ExecutionPlans;

/** EXPLAIN: the statement, and in comments how each table is read. */
final class H2ExecutionPlans implements ExecutionPlans {
  private static final Pattern READ =
      Pattern.compile(
          "(?:FROM|JOIN|INTO|UPDATE) ((?:\"[^\"]+\"\\.)?\"([^\"]+)\"(?: \"([^\"]+)\")?)\\s+/\\* ([^*]+?)\\s*\\*/");

  @Override
  public List<Step> of(Connection connection, String sql) throws SQLException {
    List<Step> steps = new ArrayList<>();
    try (Statement explain = connection.createStatement();
        ResultSet row = explain.executeQuery("EXPLAIN " + sql)) {
      while (row.next()) {
        Matcher read = READ.matcher(row.getString(1));
        while (read.find()) {
          steps.add(step(read));
        }
      }
    }
    return steps;
  }

  private static Step step(Matcher read) {
    String alias = read.group(3) == null ? read.group(2) : read.group(3);
    boolean scans = read.group(4).endsWith(".tableScan");
    return new Step(
        0,
        "%s: %s".formatted(read.group(1), read.group(4).replaceAll("\\s+", " ")),
        scans ? Optional.of(alias) : Optional.empty());
  }
}
