package org.mview.cli.doctor;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What the driver finds, and has mended. */
public record Diagnosis(List<Found> findings) {
  public Diagnosis {
    findings = List.copyOf(findings);
  }

  /**
   * Asks the driver.
   *
   * @param connection of our driver, in autocommit
   * @param repair whether what is found is to be mended
   */
  public static Diagnosis of(Connection connection, boolean repair) throws SQLException {
    List<Found> findings = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery((repair ? "REPAIR" : "CHECK") + " MATERIALIZED VIEWS")) {
      while (row.next()) {
        findings.add(
            new Found(
                row.getString("OBJECT"),
                row.getString("FINDING"),
                row.getString("MEANING"),
                row.getString("REPAIR"),
                row.getString("STATE")));
      }
    }
    return new Diagnosis(findings);
  }

  /**
   * Fills views by their queries.
   *
   * @return their names
   */
  public static List<String> refill(Connection connection, List<String> views) throws SQLException {
    try (CallableStatement refresh = connection.prepareCall("{call DBMS_MVIEW.REFRESH(?, 'C')}")) {
      for (String view : views) {
        refresh.setString(1, '"' + view.replace("\"", "\"\"") + '"');
        refresh.execute();
      }
    }
    return views;
  }

  boolean isHealthy() {
    return findings.stream().allMatch(Found::isRepaired);
  }
}
