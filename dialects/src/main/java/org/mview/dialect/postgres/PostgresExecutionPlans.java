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

  @Override
  public List<Step> of(Connection connection, String sql) throws SQLException {
    List<Step> steps = new ArrayList<>();
    try (Statement explain = connection.createStatement();
        ResultSet row = explain.executeQuery("EXPLAIN (COSTS OFF) " + sql)) {
      while (row.next()) {
        steps.add(step(row.getString(1)));
      }
    }
    return steps;
  }

  private static Step step(String said) {
    Matcher line = LINE.matcher(said);
    if (!line.matches()) {
      return new Step(0, said, Optional.empty());
    }
    String text = line.group(2);
    return new Step(depth(line.group(1).length()), text, scanned(text));
  }

  /** The arrow of a step stands where its text would, were it a remark on the step around it. */
  private static int depth(int spaces) {
    return spaces == 0 ? 0 : (spaces - 2) / INDENTATION + 1;
  }

  private static Optional<String> scanned(String text) {
    Matcher scan = SCAN.matcher(text);
    return scan.matches()
        ? Optional.ofNullable(scan.group(2)).or(() -> Optional.of(scan.group(1))).map(n -> plain(n))
        : Optional.empty();
  }

  private static String plain(String name) {
    return name.startsWith("\"")
        ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
        : name;
  }
}
