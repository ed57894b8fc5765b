package org.mview.dialect.duckdb;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mview.dialect.ExecutionPlans;

/**
 * EXPLAIN: a drawing, of which each line is shown. A table that is read whole, which is the rule,
 * is called by its name there and not by its alias, so nobody can say which one it is.
 */
final class DuckdbExecutionPlans implements ExecutionPlans {
  @Override
  public List<Step> of(Connection connection, String sql) throws SQLException {
    List<Step> steps = new ArrayList<>();
    try (Statement explain = connection.createStatement();
        ResultSet row = explain.executeQuery("EXPLAIN " + sql)) {
      while (row.next()) {
        row.getString(2)
            .lines()
            .filter(line -> !line.isBlank())
            .forEach(line -> steps.add(new Step(0, line, Optional.empty())));
      }
    }
    return steps;
  }
}
