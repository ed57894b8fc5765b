package org.mview.dialect.hsqldb;

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
final class HsqldbTables implements Tables {
  private static final String FIND =
      """
      SELECT t.TABLE_SCHEM, t.TABLE_NAME, \
      CASE WHEN t.TABLE_TYPE LIKE '%TEMPORARY%' THEN 'TEMPORARY' \
      WHEN t.TABLE_TYPE = 'VIEW' AND t.TABLE_SCHEM = CURRENT_SCHEMA THEN 'VIEW' \
      WHEN t.TABLE_TYPE <> 'TABLE' THEN 'VIRTUAL' \
      WHEN t.TABLE_SCHEM <> CURRENT_SCHEMA THEN 'ATTACHED' ELSE 'TABLE' END \
      FROM INFORMATION_SCHEMA.SYSTEM_TABLES AS t \
      WHERE t.TABLE_SCHEM = COALESCE(CAST(? AS VARCHAR(128)), CURRENT_SCHEMA) AND t.TABLE_NAME = ?""";

  private static final String ROWS =
      """
      SELECT COALESCE(MAX(CARDINALITY), 0) FROM INFORMATION_SCHEMA.SYSTEM_TABLESTATS \
      WHERE TABLE_SCHEMA = COALESCE(CAST(? AS VARCHAR(128)), CURRENT_SCHEMA) AND TABLE_NAME = ?""";

  /** A trigger may call a procedure, or be written in Java: it may change any table. */
  private static final StandardReach REACH =
      new StandardReach(
          """
          SELECT DISTINCT EVENT_OBJECT_TABLE, CAST(NULL AS VARCHAR(128)) FROM INFORMATION_SCHEMA.TRIGGERS \
          WHERE TRIGGER_SCHEMA = CURRENT_SCHEMA AND TRIGGER_NAME NOT LIKE 'mview$%'""");

  @Override
  public Optional<TableInfo> find(Connection connection, QualifiedName name) throws SQLException {
    try (PreparedStatement find = connection.prepareStatement(FIND)) {
      find.setString(1, name.schema().map(Object::toString).orElse(null));
      find.setString(2, name.name().text());
      try (ResultSet row = find.executeQuery()) {
        return row.next()
            ? Optional.of(
                new HsqldbTableReader(
                        connection,
                        QualifiedName.of(row.getString(1), row.getString(2)),
                        TableInfo.Kind.valueOf(row.getString(3).strip()))
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
    return HsqldbIndexes.of(connection, table);
  }

  /** It keeps count of rows by itself, and knows no more of them. */
  @Override
  public String gatheringStatistics() {
    return "";
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
