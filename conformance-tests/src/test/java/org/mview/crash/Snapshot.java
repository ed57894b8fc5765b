package org.mview.crash;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.mview.conformance.Sql;

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
    Set<String> definitions = new TreeSet<>(Sql.rows(raw, DEFINITIONS));
    Set<String> rows = new TreeSet<>();
    for (String name : Sql.rows(raw, TABLES)) {
      List<String> all =
          Sql.rows(raw, "SELECT * FROM \"%s\"".formatted(name.replace("\"", "\"\"")));
      all.sort(null);
      rows.add(name + " " + all);
    }
    if (definitions.stream().anyMatch(d -> d.startsWith("table | mview$view | "))) {
      rows.addAll(Sql.rows(raw, VIEWS));
    }
    return new Snapshot(definitions, rows);
  }
}
