package org.mview.dialect.mysql;

import org.mview.dialect.SystemCatalog;

/**
 * What changes whenever what views rely on does: the columns of a table and its keys, the query of
 * a view.
 *
 * <p>Numbers instead of texts: texts of many rows are cut off where the session has it.
 */
final class MysqlDefinition {
  private static final Part KIND =
      new Part(
          """
          CONCAT_WS(' ', MAX(t.TABLE_TYPE), MAX(t.ENGINE), \
          MAX(CASE WHEN LOCATE('partitioned', t.CREATE_OPTIONS) > 0 THEN 'partitioned' END))""",
          "tables",
          "TABLE_SCHEMA",
          "TRUE");

  private static final Part QUERY =
      new Part("MAX(MD5(t.VIEW_DEFINITION))", "views", "TABLE_SCHEMA", "TRUE");

  private static final Part COLUMNS =
      Part.of(
          """
          t.ORDINAL_POSITION, t.COLUMN_NAME, t.COLUMN_TYPE, t.IS_NULLABLE, \
          t.COLLATION_NAME, t.EXTRA, t.GENERATION_EXPRESSION""",
          "columns",
          "TABLE_SCHEMA",
          "TRUE");

  private static final Part KEYS =
      Part.of(
          "t.INDEX_NAME, t.SEQ_IN_INDEX, t.COLUMN_NAME, t.SUB_PART",
          "statistics",
          "TABLE_SCHEMA",
          "t.NON_UNIQUE = 0");

  private static final Part REFERENCES =
      Part.of(
          "t.CONSTRAINT_NAME, t.UPDATE_RULE, t.DELETE_RULE",
          "referential_constraints",
          "CONSTRAINT_SCHEMA",
          "TRUE");

  /** What is told of a table of which there are no rows. */
  private static final String NOTHING = "0 0";

  /** A query for the ids of the views of which a master is not defined as the registry has it. */
  static final String REDEFINED =
      """
      SELECT m.view_id FROM "mview$master" AS m LEFT JOIN (%s) AS dt ON dt.name = m.name \
      LEFT JOIN (%s) AS dv ON dv.name = m.name LEFT JOIN (%s) AS dc ON dc.name = m.name \
      LEFT JOIN (%s) AS dk ON dk.name = m.name LEFT JOIN (%s) AS dr ON dr.name = m.name \
      WHERE m.%s \
      AND CASE WHEN dt.name IS NULL THEN '' ELSE CONCAT_WS(', ', dt.what, dv.what, %s, %s, %s) END <> m.definition"""
          .formatted(
              KIND.ofAll(),
              QUERY.ofAll(),
              COLUMNS.ofAll(),
              KEYS.ofAll(),
              REFERENCES.ofAll(),
              SystemCatalog.WITH_DEFINITION,
              orNothing("dc"),
              orNothing("dk"),
              orNothing("dr"));

  private MysqlDefinition() {}

  /** An expression for it; NULL when there is no such table. */
  static String of(String schema, String table) {
    return "(SELECT CASE WHEN COUNT(*) > 0 THEN CONCAT_WS(', ', %s, %s, %s, %s, %s) END FROM %s)"
        .formatted(
            KIND.what(),
            QUERY.of(schema, table),
            COLUMNS.of(schema, table),
            KEYS.of(schema, table),
            REFERENCES.of(schema, table),
            KIND.from(schema, table));
  }

  /**
   * What rows of information_schema tell of a table.
   *
   * @param what one text for all rows of a table, which are of t
   * @param rows a table of information_schema
   * @param schema its column that says in which database
   * @param condition which of its rows
   */
  private record Part(String what, String rows, String schema, String condition) {
    /** A number that changes when one of these columns does. */
    static Part of(String columns, String rows, String schema, String condition) {
      String sum =
          """
          CONCAT_WS(' ', COUNT(*), CAST(COALESCE(SUM(CRC32(CONCAT_WS(' ', %s))), 0) AS SIGNED))"""
              .formatted(columns);
      return new Part(sum, rows, schema, condition);
    }

    String ofAll() {
      return MysqlNamed.MASTERS.told(what + " AS what", rows, schema, "TABLE_NAME", condition);
    }

    String of(String database, String table) {
      return "(SELECT %s FROM %s)".formatted(what, from(database, table));
    }

    String from(String database, String table) {
      return "information_schema.%s AS t WHERE t.%s = %s AND t.TABLE_NAME = %s AND (%s)"
          .formatted(rows, schema, database, table, condition);
    }
  }

  private static String orNothing(String part) {
    return "COALESCE(%s.what, '%s')".formatted(part, NOTHING);
  }
}
