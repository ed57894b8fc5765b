package org.mview.dialect.h2;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import org.mview.dialect.Reach;
import org.mview.sql.QualifiedName;

/**
 * Through which tables others are changed: by triggers of the user, also in place of a change of a
 * view, and by foreign keys.
 */
final class H2Reach {
  /** What a trigger does is written in Java: it may change any table. */
  private static final String TRIGGERS =
      """
      SELECT DISTINCT EVENT_OBJECT_TABLE, CAST(NULL AS VARCHAR) FROM INFORMATION_SCHEMA.TRIGGERS \
      WHERE TRIGGER_SCHEMA = CURRENT_SCHEMA AND COALESCE(JAVA_CLASS, '') NOT IN ('%s', '%s')"""
          .formatted(OwnTrigger.LOG.className(), OwnTrigger.TOUCH.className());

  private static final String FOREIGN_KEYS =
      """
      SELECT p.TABLE_NAME, c.TABLE_NAME FROM INFORMATION_SCHEMA.REFERENTIAL_CONSTRAINTS AS r \
      JOIN INFORMATION_SCHEMA.TABLE_CONSTRAINTS AS c \
      ON c.CONSTRAINT_SCHEMA = r.CONSTRAINT_SCHEMA AND c.CONSTRAINT_NAME = r.CONSTRAINT_NAME \
      JOIN INFORMATION_SCHEMA.TABLE_CONSTRAINTS AS p \
      ON p.CONSTRAINT_SCHEMA = r.UNIQUE_CONSTRAINT_SCHEMA \
      AND p.CONSTRAINT_NAME = r.UNIQUE_CONSTRAINT_NAME \
      WHERE r.CONSTRAINT_SCHEMA = CURRENT_SCHEMA AND (r.DELETE_RULE IN ('CASCADE', 'SET NULL', \
      'SET DEFAULT') OR r.UPDATE_RULE IN ('CASCADE', 'SET NULL', 'SET DEFAULT'))""";

  private static final String CHANGED_BY_DELETE =
      """
      SELECT 1 FROM INFORMATION_SCHEMA.REFERENTIAL_CONSTRAINTS AS r \
      JOIN INFORMATION_SCHEMA.TABLE_CONSTRAINTS AS c \
      ON c.CONSTRAINT_SCHEMA = r.CONSTRAINT_SCHEMA AND c.CONSTRAINT_NAME = r.CONSTRAINT_NAME \
      JOIN INFORMATION_SCHEMA.TABLE_CONSTRAINTS AS p \
      ON p.CONSTRAINT_SCHEMA = r.UNIQUE_CONSTRAINT_SCHEMA \
      AND p.CONSTRAINT_NAME = r.UNIQUE_CONSTRAINT_NAME \
      WHERE p.TABLE_SCHEMA = COALESCE(CAST(? AS VARCHAR(128)), CURRENT_SCHEMA) AND p.TABLE_NAME = ? \
      AND (c.TABLE_SCHEMA <> p.TABLE_SCHEMA OR c.TABLE_NAME <> p.TABLE_NAME) \
      AND r.DELETE_RULE IN ('CASCADE', 'SET NULL', 'SET DEFAULT')""";

  private H2Reach() {}

  /** The tables, and those whose changes reach them; names in lower case. */
  static Set<String> of(Connection connection, Set<String> tables) throws SQLException {
    if (tables.isEmpty()) {
      return Set.of();
    }
    Reach reach = new Reach();
    reach.read(connection, TRIGGERS);
    reach.read(connection, FOREIGN_KEYS);
    return reach.to(tables);
  }

  /** Whether a DELETE of all rows of a table changes those of others. */
  static boolean isReferredTo(Connection connection, QualifiedName table) throws SQLException {
    try (PreparedStatement find = connection.prepareStatement(CHANGED_BY_DELETE)) {
      find.setString(1, table.schema().map(Object::toString).orElse(null));
      find.setString(2, table.name().text());
      try (ResultSet row = find.executeQuery()) {
        return row.next();
      }
    }
  }
}
