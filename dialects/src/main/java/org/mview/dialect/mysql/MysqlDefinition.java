package org.mview.dialect.mysql;

/**
 * What changes whenever what views rely on does: the columns of a table and its keys, the query of
 * a view.
 *
 * <p>Numbers instead of texts: texts of many rows are cut off where the session has it.
 */
final class MysqlDefinition {
  private static final String SUM = "CAST(COALESCE(SUM(CRC32(%s)), 0) AS SIGNED)";

  private static final String COLUMNS =
      "SELECT CONCAT_WS(' ', COUNT(*), %s) FROM information_schema.columns AS dc "
              .formatted(
                  SUM.formatted(
                      """
                      CONCAT_WS(' ', dc.ORDINAL_POSITION, dc.COLUMN_NAME, dc.COLUMN_TYPE, dc.IS_NULLABLE, \
                      dc.COLLATION_NAME, dc.EXTRA, dc.GENERATION_EXPRESSION)"""))
          + "WHERE dc.TABLE_SCHEMA = %1$s AND dc.TABLE_NAME = %2$s";

  private static final String KEYS =
      "SELECT CONCAT_WS(' ', COUNT(*), %s) FROM information_schema.statistics AS ds "
              .formatted(
                  SUM.formatted(
                      "CONCAT_WS(' ', ds.INDEX_NAME, ds.SEQ_IN_INDEX, ds.COLUMN_NAME, ds.SUB_PART)"))
          + "WHERE ds.TABLE_SCHEMA = %1$s AND ds.TABLE_NAME = %2$s AND ds.NON_UNIQUE = 0";

  private static final String REFERENCES =
      "SELECT CONCAT_WS(' ', COUNT(*), %s) FROM information_schema.referential_constraints AS dr "
              .formatted(
                  SUM.formatted(
                      "CONCAT_WS(' ', dr.CONSTRAINT_NAME, dr.UPDATE_RULE, dr.DELETE_RULE)"))
          + "WHERE dr.CONSTRAINT_SCHEMA = %1$s AND dr.TABLE_NAME = %2$s";

  private static final String TABLE =
      """
      (SELECT CONCAT_WS(', ', CONCAT_WS(' ', dt.TABLE_TYPE, dt.ENGINE, \
      CASE WHEN LOCATE('partitioned', dt.CREATE_OPTIONS) > 0 THEN 'partitioned' END), \
      (SELECT MD5(dv.VIEW_DEFINITION) FROM information_schema.views AS dv \
      WHERE dv.TABLE_SCHEMA = %%1$s AND dv.TABLE_NAME = %%2$s), (%s), (%s), (%s)) \
      FROM information_schema.tables AS dt WHERE dt.TABLE_SCHEMA = %%1$s AND dt.TABLE_NAME = %%2$s)"""
          .formatted(COLUMNS, KEYS, REFERENCES);

  private MysqlDefinition() {}

  /** An expression for it; NULL when there is no such table. */
  static String of(String schema, String table) {
    return TABLE.formatted(schema, table);
  }
}
