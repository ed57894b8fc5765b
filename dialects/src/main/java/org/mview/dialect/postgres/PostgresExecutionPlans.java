package org.mview.dialect.postgres;

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

/**
 * EXPLAIN. What it says of a step, such as its condition, stands below it like the steps it is made
 * of, and is shown like them.
 */
final class PostgresExecutionPlans implements ExecutionPlans {
  private static final Pattern LINE = Pattern.compile("( *)(?:->  )?(.*)");

  /** Columns by which the text of a step is indented deeper than that of the step around it. */
  private static final int INDENTATION = 6;

  private static final String NAME = "(\"(?:[^\"]|\"\")+\"|[^\\s\"]+)";

  private static final Pattern SCAN =
      Pattern.compile("(?:Parallel )?Seq Scan on " + NAME + "(?: " + NAME + ")?");

  /** An index may be read whole, too. */
  private static final Pattern INDEX_SCAN =
      Pattern.compile(
          "(?:Parallel )?Index (?:Only )?Scan (?:Backward )?using "
              + NAME
              + " on "
              + NAME
              + "(?: "
              + NAME
              + ")?");

  @Override
  public List<Step> of(Connection connection, String sql) throws SQLException {
    List<String> lines = new ArrayList<>();
    try (Statement explain = connection.createStatement();
        ResultSet row = explain.executeQuery("EXPLAIN (COSTS OFF) " + sql)) {
      while (row.next()) {
        lines.add(row.getString(1));
      }
    }
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String next = i + 1 < lines.size() ? lines.get(i + 1) : "";
      steps.add(step(lines.get(i), next.strip().startsWith("Index Cond:")));
    }
    return steps;
  }

  private static Step step(String said, boolean looksUp) {
    Matcher line = LINE.matcher(said);
    if (!line.matches()) {
      return new Step(0, said, Optional.empty());
    }
    String text = line.group(2);
    return new Step(depth(line.group(1).length()), text, scanned(text, looksUp));
  }

  /** The arrow of a step stands where its text would, were it a remark on the step around it. */
  private static int depth(int spaces) {
    return spaces == 0 ? 0 : (spaces - 2) / INDENTATION + 1;
  }

  private static Optional<String> scanned(String text, boolean looksUp) {
    Matcher scan = SCAN.matcher(text);
    Matcher ofIndex = INDEX_SCAN.matcher(text);
    if (scan.matches()) {
      return Optional.of(alias(scan, 1));
    }
    return ofIndex.matches() && !looksUp ? Optional.of(alias(ofIndex, 2)) : Optional.empty();
  }

  /** The alias behind a name, or the name. */
  private static String alias(Matcher scan, int name) {
    String alias = scan.group(name + 1);
    return plain(alias == null ? scan.group(name) : alias);
  }

  private static String plain(String name) {
    return name.startsWith("\"")
        ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
        : name;
  }
}
