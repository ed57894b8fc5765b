package org.mview.dialect.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.mview.dialect.Reach;

/** Through which tables others are changed: by triggers of the user, and by foreign keys. */
final class SqliteReach {
  private static final String TRIGGERS =
      """
      SELECT tbl_name, sql FROM sqlite_master WHERE type = 'trigger' \
      AND name NOT LIKE 'mview$%' UNION ALL \
      SELECT tbl_name, sql FROM temp.sqlite_temp_master WHERE type = 'trigger'""";

  private static final String FOREIGN_KEYS =
      """
      SELECT f."table", m.name FROM sqlite_master AS m, pragma_foreign_key_list(m.name) AS f \
      WHERE m.type = 'table' AND (f.on_delete NOT IN ('NO ACTION', 'RESTRICT') \
      OR f.on_update NOT IN ('NO ACTION', 'RESTRICT'))""";

  private SqliteReach() {}

  /** The tables, and those whose changes reach them; names in lower case. */
  static Set<String> of(Connection connection, Set<String> tables) throws SQLException {
    Reach reach = new Reach();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(TRIGGERS)) {
      while (row.next()) {
        reach.add(row.getString(1), SqliteTokens.of(row.getString(2)));
      }
    }
    reach.read(connection, FOREIGN_KEYS);
    return reach.to(tables);
  }
}
