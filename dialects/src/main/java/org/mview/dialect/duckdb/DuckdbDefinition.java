package org.mview.dialect.duckdb;

/**
 * What changes whenever what views rely on does: the columns of a table and its primary key, the
 * query of a view.
 */
final class DuckdbDefinition {
  private static final String PLACE =
      """
      %3$s.database_name = current_database() AND %3$s.schema_name = %1$s AND LOWER(%4$s) = LOWER(%2$s)""";

  private static final String QUERY =
      "SELECT dv.sql FROM duckdb_views() AS dv WHERE "
          + PLACE.formatted("%1$s", "%2$s", "dv", "dv.view_name");

  private static final String COLUMNS =
      """
      SELECT string_agg(dc.column_name || ' ' || dc.data_type \
      || CASE WHEN dc.is_nullable THEN '' ELSE ' NOT NULL' END, ', ' ORDER BY dc.column_index) \
      FROM duckdb_columns() AS dc WHERE \
      """
          + PLACE.formatted("%1$s", "%2$s", "dc", "dc.table_name");

  private static final String KEY =
      """
      SELECT string_agg(dk.constraint_text, ', ') FROM duckdb_constraints() AS dk \
      WHERE dk.constraint_type = 'PRIMARY KEY' AND \
      """
          + PLACE.formatted("%1$s", "%2$s", "dk", "dk.table_name");

  private DuckdbDefinition() {}

  /** An expression for it; NULL when there is no such table. */
  static String of(String schema, String table) {
    return "COALESCE((%s), (%s) || COALESCE(', ' || (%s), ''))"
        .formatted(QUERY, COLUMNS, KEY)
        .formatted(schema, table);
  }
}
