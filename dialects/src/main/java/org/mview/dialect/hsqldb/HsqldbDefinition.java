package org.mview.dialect.hsqldb;

/**
 * What changes whenever what views rely on does: the columns of a table and its primary key, the
 * query of a view.
 */
final class HsqldbDefinition {
  private static final String QUERY =
      """
      SELECT dv.VIEW_DEFINITION FROM INFORMATION_SCHEMA.VIEWS AS dv \
      WHERE dv.TABLE_SCHEMA = %1$s AND dv.TABLE_NAME = %2$s""";

  private static final String COLUMNS =
      """
      SELECT GROUP_CONCAT(dc.COLUMN_NAME || ' ' || dc.DTD_IDENTIFIER || ' ' || \
      COALESCE(dc.COLLATION_NAME, '') || ' ' || dc.IS_NULLABLE || ' ' || \
      COALESCE(dc.GENERATION_EXPRESSION, '') ORDER BY dc.ORDINAL_POSITION SEPARATOR ', ') \
      FROM INFORMATION_SCHEMA.COLUMNS AS dc \
      WHERE dc.TABLE_SCHEMA = %1$s AND dc.TABLE_NAME = %2$s""";

  private static final String KEY =
      """
      SELECT GROUP_CONCAT(dk.COLUMN_NAME ORDER BY dk.KEY_SEQ SEPARATOR ', ') \
      FROM INFORMATION_SCHEMA.SYSTEM_PRIMARYKEYS AS dk \
      WHERE dk.TABLE_SCHEM = %1$s AND dk.TABLE_NAME = %2$s""";

  private static final String TABLE =
      """
      (SELECT dt.TABLE_TYPE || ', ' || COALESCE((%s), '') || ', ' || COALESCE((%s), '') || ', ' || \
      COALESCE((%s), '') FROM INFORMATION_SCHEMA.SYSTEM_TABLES AS dt \
      WHERE dt.TABLE_SCHEM = %%1$s AND dt.TABLE_NAME = %%2$s)"""
          .formatted(QUERY, COLUMNS, KEY);

  private HsqldbDefinition() {}

  /** An expression for it; NULL when there is no such table. */
  static String of(String schema, String table) {
    return TABLE.formatted(schema, table);
  }
}
