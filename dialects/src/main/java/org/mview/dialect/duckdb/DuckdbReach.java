package org.mview.dialect.duckdb;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.mview.dialect.Reach;

/** Through which tables others are changed: by triggers of the user; foreign keys only refuse. */
final class DuckdbReach {
  /** What a trigger changes is in its text, in any spelling: it may be any table. */
  private static final String TRIGGERS =
      """
      SELECT DISTINCT table_name, CAST(NULL AS VARCHAR) FROM duckdb_triggers() \
      WHERE database_name = current_database() AND NOT starts_with(trigger_name, 'mview$')""";

  private DuckdbReach() {}

  /** The tables, and those whose changes reach them; names in lower case. */
  static Set<String> of(Connection connection, Set<String> tables) throws SQLException {
    if (tables.isEmpty()) {
      return Set.of();
    }
    Reach reach = new Reach();
    reach.read(connection, TRIGGERS);
    return reach.to(tables);
  }
}
