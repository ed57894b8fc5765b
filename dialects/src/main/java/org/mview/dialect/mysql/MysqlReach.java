package org.mview.dialect.mysql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.mview.dialect.Reach;

/**
 * Through which tables others are changed: by triggers of the user, by foreign keys, and through
 * views.
 */
final class MysqlReach {
  /** What a trigger changes is not to be known without reading it: it may be any table. */
  private static final String TRIGGERS =
      """
      SELECT DISTINCT EVENT_OBJECT_TABLE, NULL FROM information_schema.triggers \
      WHERE EVENT_OBJECT_SCHEMA = DATABASE() AND TRIGGER_NAME NOT LIKE 'mview$%'""";

  private static final String FOREIGN_KEYS =
      """
      SELECT f.REFERENCED_TABLE_NAME, f.TABLE_NAME FROM information_schema.referential_constraints AS f \
      WHERE f.CONSTRAINT_SCHEMA = DATABASE() AND (%s)"""
          .formatted(MysqlCatalog.cascades("f"));

  /** A view can be changed if it is made of tables that its text names. */
  private static final String VIEWS =
      """
      SELECT v.TABLE_NAME, t.TABLE_NAME FROM information_schema.views AS v \
      JOIN information_schema.tables AS t ON t.TABLE_SCHEMA = v.TABLE_SCHEMA \
      WHERE v.TABLE_SCHEMA = DATABASE() AND v.IS_UPDATABLE <> 'NO' \
      AND v.TABLE_NAME NOT LIKE 'mview$%' AND t.TABLE_NAME <> v.TABLE_NAME \
      AND LOCATE(CONCAT('`', t.TABLE_NAME, '`'), v.VIEW_DEFINITION) > 0""";

  private MysqlReach() {}

  /** The tables, and those whose changes reach them; names in lower case. */
  static Set<String> of(Connection connection, Set<String> tables) throws SQLException {
    if (tables.isEmpty()) {
      return Set.of();
    }
    Reach reach = new Reach();
    for (String query : List.of(TRIGGERS, FOREIGN_KEYS, VIEWS)) {
      reach.read(connection, query);
    }
    return reach.to(tables);
  }
}
