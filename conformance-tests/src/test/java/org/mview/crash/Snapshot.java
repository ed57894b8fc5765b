package org.mview.crash;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * All that a database holds, as text: definitions, and the rows of every table. What differs from
 * run to run, such as dates, is left out.
 */
record Snapshot(Set<String> definitions, Set<String> rows) {
  private static final String DEFINITIONS =
      "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'";

  private static final String TABLES =
      """
      SELECT name FROM sqlite_master WHERE type = 'table' \
      AND name NOT LIKE 'sqlite_%' AND name NOT IN ('mview$view', 'mview$registry')""";

  private static final String VIEWS =
      "SELECT name, query, container, method, mode, populated, last_type FROM \"mview$view\"";

  static Snapshot of(Connection raw) throws SQLException {
    Set<String> definitions = new TreeSet<>(rows(raw, DEFINITIONS));
    Set<String> rows = new TreeSet<>();
    for (String table : rows(raw, TABLES)) {
      String name = table.substring(0, table.length() - 1);
      List<String> all = rows(raw, "SELECT * FROM \"%s\"".formatted(name.replace("\"", "\"\"")));
      all.sort(null);
      rows.add(name + " " + all);
    }
    if (definitions.stream().anyMatch(d -> d.startsWith("table|mview$view|"))) {
      rows.addAll(rows(raw, VIEWS));
    }
    return new Snapshot(definitions, rows);
  }

  private static List<String> rows(Connection raw, String query) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = raw.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      int columns = row.getMetaData().getColumnCount();
      while (row.next()) {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= columns; i++) {
          text.append(row.getString(i)).append('|');
        }
        rows.add(text.toString());
      }
    }
    return rows;
  }
}
