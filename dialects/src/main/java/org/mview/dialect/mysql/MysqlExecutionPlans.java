package org.mview.dialect.mysql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mview.dialect.ExecutionPlans;

/** EXPLAIN: a row for each table. */
final class MysqlExecutionPlans implements ExecutionPlans {
  @Override
  public List<Step> of(Connection connection, String sql) throws SQLException {
    List<Step> steps = new ArrayList<>();
    try (Statement explain = connection.createStatement();
        ResultSet row = explain.executeQuery("EXPLAIN " + sql)) {
      while (row.next()) {
        steps.add(step(row));
      }
    }
    return steps;
  }

  private static Step step(ResultSet row) throws SQLException {
    String table = String.valueOf(row.getString("table"));
    boolean scans = "ALL".equals(row.getString("type")) && !table.startsWith("<");
    String text =
        Stream.of(
                row.getString("select_type"),
                table,
                row.getString("type"),
                row.getString("key"),
                row.getString("Extra"))
            .filter(word -> word != null && !word.isEmpty())
            .collect(Collectors.joining(" "));
    return new Step(0, text, scans ? Optional.of(table) : Optional.empty());
  }
}
