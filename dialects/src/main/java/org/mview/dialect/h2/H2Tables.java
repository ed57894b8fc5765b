package org.mview.dialect.h2;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mview.dialect.StandardReach;
import org.mview.dialect.TableIndex;
import org.mview.dialect.TableInfo;
import org.mview.dialect.Tables;
import org.mview.sql.QualifiedName;

/** What INFORMATION_SCHEMA tells of tables. */
final class H2Tables implements Tables {
  /** H2's own materialized views, and tables of other databases, fire no triggers. */
  private static final String FIND =
      """
      SELECT t.TABLE_SCHEMA, t.TABLE_NAME, \
      CASE WHEN t.STORAGE_TYPE LIKE '%TEMPORARY' THEN 'TEMPORARY' \
      WHEN t.TABLE_CLASS = 'org.h2.table.TableView' AND t.TABLE_SCHEMA = CURRENT_SCHEMA THEN 'VIEW' \
      WHEN t.TABLE_CLASS <> 'org.h2.mvstore.db.MVTable' THEN 'VIRTUAL' \
      WHEN t.TABLE_SCHEMA <> CURRENT_SCHEMA THEN 'ATTACHED' ELSE 'TABLE' END \
      FROM INFORMATION_SCHEMA.TABLES AS t \
      WHERE t.TABLE_SCHEMA = COALESCE(?, CURRENT_SCHEMA) AND t.TABLE_NAME = ?""";

  private static final String ROWS =
      """
      SELECT COALESCE(ROW_COUNT_ESTIMATE, 0) FROM INFORMATION_SCHEMA.TABLES \
      WHERE TABLE_SCHEMA = COALESCE(?, CURRENT_SCHEMA) AND TABLE_NAME = ?""";

  /** What a trigger does is written in Java: it may change any table. */
  private static final StandardReach REACH =
      new StandardReach(
          """
          SELECT DISTINCT EVENT_OBJECT_TABLE, CAST(NULL AS VARCHAR) FROM INFORMATION_SCHEMA.TRIGGERS \
          WHERE TRIGGER_SCHEMA = CURRENT_SCHEMA AND COALESCE(JAVA_CLASS, '') NOT IN ('%s', '%s')"""
              .formatted(OwnTrigger.LOG.className(), OwnTrigger.TOUCH.className()));

  @Override
  public Optional<TableInfo> find(Connection connection, QualifiedName name) throws SQLException {
    try (PreparedStatement find = connection.prepareStatement(FIND)) {
      find.setString(1, name.schema().map(Object::toString).orElse(null));
      find.setString(2, name.name().text());
      try (ResultSet row = find.executeQuery()) {
        return row.next()
            ? Optional.of(
                new H2TableReader(
                        connection,
                        QualifiedName.of(row.getString(1), row.getString(2)),
                        TableInfo.Kind.valueOf(row.getString(3)))
                    .read())
            : Optional.empty();
      }
    }
  }

  @Override
  public Set<String> reaching(Connection connection, Set<String> tables) throws SQLException {
    return REACH.to(tables, connection);
  }

  @Override
  public boolean isReferredTo(Connection connection, QualifiedName table) throws SQLException {
    return StandardReach.isReferredTo(table, connection);
  }

  /** Nothing is ever made anew, as constraints can be added. */
  @Override
  public List<String> belongings(Connection connection, QualifiedName table) {
    return List.of();
  }

  @Override
  public List<TableIndex> indexes(Connection connection, QualifiedName table) throws SQLException {
    return H2Indexes.of(connection, table);
  }

  @Override
  public String gatheringStatistics() {
    return "ANALYZE TABLE %s";
  }

  @Override
  public long estimatedRows(Connection connection, QualifiedName table) throws SQLException {
    try (PreparedStatement read = connection.prepareStatement(ROWS)) {
      read.setString(1, table.schema().map(Object::toString).orElse(null));
      read.setString(2, table.name().text());
      try (ResultSet row = read.executeQuery()) {
        return row.next() ? row.getLong(1) : 0;
      }
    }
  }
}
