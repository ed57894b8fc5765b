package org.mview.dialect.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A text that changes whenever what views rely on does: the columns of a table and its keys, the
 * query of a view.
 *
 * <p>It is the same after a dump and its restore, but for a partitioned table: rows come and go
 * with its partitions and no trigger tells, so it says which transactions attached them.
 */
final class PostgresDefinition {
  private static final String COLUMNS =
      """
      SELECT string_agg(quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod) \
      || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END \
      || CASE WHEN a.attcollation <> t.typcollation THEN ' COLLATE ' || a.attcollation::regcollation \
      ELSE '' END \
      || CASE WHEN a.attgenerated <> '' THEN ' AS (' || pg_get_expr(d.adbin, d.adrelid) || ')' \
      ELSE '' END, E'\\n' ORDER BY a.attnum) \
      FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_type t ON t.oid = a.atttypid \
      LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum \
      WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped""";

  private static final String CONSTRAINTS =
      """
      SELECT string_agg(pg_get_constraintdef(k.oid), E'\\n' ORDER BY pg_get_constraintdef(k.oid)) \
      FROM pg_catalog.pg_constraint k WHERE k.conrelid = c.oid AND k.contype IN ('p', 'u')""";

  private static final String DEFINITION =
      """
      concat_ws(E'\\n', (%s), (%s), CASE WHEN c.relkind = 'v' THEN pg_get_viewdef(c.oid, false) END, %s)"""
          .formatted(COLUMNS, CONSTRAINTS, PostgresParts.attached("c.oid"));

  /**
   * Names are shown without their schema where the search path finds them: the path is set aside
   * meanwhile, for this statement alone. CASE looks at its condition first, and the items of a
   * SELECT are computed from the left.
   */
  private static final String READ =
      """
      SELECT CASE WHEN set_config('search_path', 'pg_catalog', true) IS NOT NULL THEN %s \
      END, set_config('search_path', path.before, true) \
      FROM (SELECT current_setting('search_path') AS before OFFSET 0) path, \
      pg_catalog.pg_class c WHERE c.oid = ?"""
          .formatted(DEFINITION);

  /** Makes a function of the same, for the views of the dictionary. */
  static final String FUNCTION =
      """
      CREATE FUNCTION "mview$definition"(regclass) RETURNS text LANGUAGE sql STABLE \
      SET search_path = pg_catalog AS $mview$ \
      SELECT %s FROM pg_catalog.pg_class c WHERE c.oid = $1 $mview$"""
          .formatted(DEFINITION);

  private PostgresDefinition() {}

  static String of(Connection connection, long id) throws SQLException {
    try (PreparedStatement read = connection.prepareStatement(READ)) {
      read.setLong(1, id);
      try (ResultSet row = read.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }
}
