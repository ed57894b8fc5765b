package org.mview.dialect;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import org.mview.sql.QualifiedName;

/**
 * Through which tables others are changed, as INFORMATION_SCHEMA of the SQL standard tells it: by
 * triggers of the user, also in place of a change of a view, and by foreign keys.
 *
 * @param triggers a query for a table, and one that its triggers may change; NULL where it may be
 *     any
 */
public record StandardReach(String triggers) {
  /** A foreign key r is the constraint c of a table, and refers to p of another. */
  private static final String KEYS =
      """
      FROM INFORMATION_SCHEMA.REFERENTIAL_CONSTRAINTS AS r \
      JOIN INFORMATION_SCHEMA.TABLE_CONSTRAINTS AS c \
      ON c.CONSTRAINT_SCHEMA = r.CONSTRAINT_SCHEMA AND c.CONSTRAINT_NAME = r.CONSTRAINT_NAME \
      JOIN INFORMATION_SCHEMA.TABLE_CONSTRAINTS AS p \
      ON p.CONSTRAINT_SCHEMA = r.UNIQUE_CONSTRAINT_SCHEMA \
      AND p.CONSTRAINT_NAME = r.UNIQUE_CONSTRAINT_NAME""";

  private static final String FOREIGN_KEYS =
      """
      SELECT p.TABLE_NAME, c.TABLE_NAME %s \
      WHERE r.CONSTRAINT_SCHEMA = CURRENT_SCHEMA AND (r.DELETE_RULE IN ('CASCADE', 'SET NULL', \
      'SET DEFAULT') OR r.UPDATE_RULE IN ('CASCADE', 'SET NULL', 'SET DEFAULT'))"""
          .formatted(KEYS);

  private static final String CHANGED_BY_DELETE =
      """
      SELECT 1 %s \
      WHERE p.TABLE_SCHEMA = COALESCE(CAST(? AS VARCHAR(128)), CURRENT_SCHEMA) AND p.TABLE_NAME = ? \
      AND (c.TABLE_SCHEMA <> p.TABLE_SCHEMA OR c.TABLE_NAME <> p.TABLE_NAME) \
      AND r.DELETE_RULE IN ('CASCADE', 'SET NULL', 'SET DEFAULT')"""
          .formatted(KEYS);

  /** The tables, and those whose changes reach them; names in lower case. */
  public Set<String> to(Set<String> tables, Connection connection) throws SQLException {
    if (tables.isEmpty()) {
      return Set.of();
    }
    Reach reach = new Reach();
    reach.read(connection, triggers);
    reach.read(connection, FOREIGN_KEYS);
    return reach.to(tables);
  }

  /** Whether a DELETE of all rows of a table changes those of others. */
  public static boolean isReferredTo(QualifiedName table, Connection connection)
      throws SQLException {
    try (PreparedStatement find = connection.prepareStatement(CHANGED_BY_DELETE)) {
      find.setString(1, table.schema().map(Object::toString).orElse(null));
      find.setString(2, table.name().text());
      try (ResultSet row = find.executeQuery()) {
        return row.next();
      }
    }
  }
}
