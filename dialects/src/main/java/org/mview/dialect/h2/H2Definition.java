package org.mview.dialect.h2;

/**
 * What changes whenever what views rely on does: the columns of a table and its primary key, the
 * query of a view.
 */
final class H2Definition {
  private static final String QUERY =
      """
      SELECT ORA_HASH(dv.VIEW_DEFINITION) FROM INFORMATION_SCHEMA.VIEWS AS dv \
      WHERE dv.TABLE_SCHEMA = %1$s AND dv.TABLE_NAME = %2$s""";

  private static final String COLUMNS =
      """
      SELECT LISTAGG(dc.COLUMN_NAME || ' ' || DATA_TYPE_SQL(dc.TABLE_SCHEMA, dc.TABLE_NAME, 'TABLE', \
      dc.DTD_IDENTIFIER) || ' ' || dc.IS_NULLABLE || COALESCE(' ' || dc.GENERATION_EXPRESSION, ''), \
      ', ') WITHIN GROUP (ORDER BY dc.ORDINAL_POSITION) FROM INFORMATION_SCHEMA.COLUMNS AS dc \
      WHERE dc.TABLE_SCHEMA = %1$s AND dc.TABLE_NAME = %2$s""";

  private static final String KEY =
      """
      SELECT LISTAGG(dk.COLUMN_NAME, ', ') WITHIN GROUP (ORDER BY dk.ORDINAL_POSITION) \
      FROM INFORMATION_SCHEMA.INDEXES AS di JOIN INFORMATION_SCHEMA.INDEX_COLUMNS AS dk \
      ON dk.INDEX_SCHEMA = di.INDEX_SCHEMA AND dk.INDEX_NAME = di.INDEX_NAME \
      WHERE di.TABLE_SCHEMA = %1$s AND di.TABLE_NAME = %2$s AND di.INDEX_TYPE_NAME = 'PRIMARY KEY'""";

  private static final String TABLE =
      """
      (SELECT CONCAT_WS(', ', dt.TABLE_CLASS, (%s), (%s), (%s)) FROM INFORMATION_SCHEMA.TABLES AS dt \
      WHERE dt.TABLE_SCHEMA = %%1$s AND dt.TABLE_NAME = %%2$s)"""
          .formatted(QUERY, COLUMNS, KEY);

  private H2Definition() {}

  /** An expression for it; NULL when there is no such table. */
  static String of(String schema, String table) {
    return TABLE.formatted(schema, table);
  }
}
