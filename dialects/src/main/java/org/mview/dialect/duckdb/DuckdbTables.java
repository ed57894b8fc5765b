package org.mview.dialect.duckdb;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mview.dialect.OwnObject;
import org.mview.dialect.TableIndex;
import org.mview.dialect.TableInfo;
import org.mview.dialect.Tables;
import org.mview.sql.QualifiedName;

/** What DuckDB's functions tell of tables. */
final class DuckdbTables implements Tables {
  /** A name may be that of a table of this connection's own: it is found first. */
  private static final String FIND =
      """
      SELECT schema_name, name, CASE WHEN temporary THEN 'TEMPORARY' \
      WHEN schema_name <> current_schema() THEN 'ATTACHED' ELSE kind END FROM (\
      SELECT database_name, schema_name, table_name AS name, temporary, 'TABLE' AS kind \
      FROM duckdb_tables() UNION ALL \
      SELECT database_name, schema_name, view_name, temporary, 'VIEW' FROM duckdb_views() \
      WHERE NOT internal) AS t \
      WHERE (temporary OR database_name = current_database() \
      AND LOWER(schema_name) = LOWER(COALESCE(?, current_schema()))) AND LOWER(name) = LOWER(?) \
      ORDER BY temporary DESC""";

  private static final String ROWS =
      """
      SELECT COALESCE(MAX(estimated_size), 0) FROM duckdb_tables() \
      WHERE database_name = current_database() \
      AND LOWER(schema_name) = LOWER(COALESCE(?, current_schema())) AND LOWER(table_name) = LOWER(?)""";

  /** A log is known by the columns with which it begins. */
  private static final String OWN =
      """
      SELECT 'TABLE', t.table_name, t.table_name, '', 'DROP TABLE IF EXISTS "' || t.table_name || '"' \
      FROM duckdb_tables() AS t WHERE t.database_name = current_database() AND t.schema_name = ?1 \
      AND (starts_with(t.table_name, 'mview$') OR (starts_with(t.table_name, 'MLOG$') \
      AND 4 = (SELECT COUNT(*) FROM duckdb_columns() AS c WHERE c.table_oid = t.table_oid \
      AND c.database_oid = t.database_oid \
      AND c.column_name IN ('SEQUENCE$$', 'DMLTYPE$$', 'OLD_NEW$$', 'SIGN$$')))) \
      UNION ALL SELECT 'VIEW', v.view_name, v.view_name, v.sql, \
      'DROP VIEW IF EXISTS "' || v.view_name || '"' FROM duckdb_views() AS v \
      WHERE v.database_name = current_database() AND v.schema_name = ?1 AND NOT v.internal \
      UNION ALL SELECT 'TRIGGER', g.table_name || '.' || g.trigger_name, g.table_name, g.sql, \
      'DROP TRIGGER IF EXISTS "' || g.trigger_name || '" ON "' || g.table_name || '"' \
      FROM duckdb_triggers() AS g WHERE g.database_name = current_database() \
      AND g.schema_name = ?1 AND starts_with(g.trigger_name, 'mview$') ORDER BY 1, 2""";

  @Override
  public Optional<TableInfo> find(Connection connection, QualifiedName name) throws SQLException {
    try (PreparedStatement find = connection.prepareStatement(FIND)) {
      find.setString(1, name.schema().map(Object::toString).orElse(null));
      find.setString(2, name.name().text());
      try (ResultSet row = find.executeQuery()) {
        return row.next()
            ? Optional.of(
                new DuckdbTableReader(
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
    return DuckdbReach.of(connection, tables);
  }

  /** No table of ours has indexes or triggers of its own. */
  @Override
  public List<String> belongings(Connection connection, QualifiedName table) {
    return List.of();
  }

  @Override
  public List<TableIndex> indexes(Connection connection, QualifiedName table) {
    return List.of();
  }

  @Override
  public List<OwnObject> own(Connection connection, String home) throws SQLException {
    List<OwnObject> all = new ArrayList<>();
    String query = OWN.replace("?1", DuckdbNames.literal(home));
    try (PreparedStatement read = connection.prepareStatement(query);
        ResultSet row = read.executeQuery()) {
      while (row.next()) {
        all.add(OwnObject.of(row));
      }
    }
    return all;
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
