package org.mview.dialect.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whether a query gives the same rows in every session and at all times.
 *
 * <p>Only PostgreSQL knows which of several functions of a name, and which operator, a query means.
 * So it is asked to understand the query, as that of a view for this connection alone, and the tree
 * that it keeps is searched for functions that are not immutable.
 */
final class PostgresStability {
  private static final String NAME = "pg_temp.\"mview$stability\"";

  /** EXISTS: the columns of the query need not have names of their own. */
  private static final String CREATE =
      "CREATE TEMP VIEW \"mview$stability\" AS SELECT 1 AS one WHERE EXISTS (%s\n)";

  /**
   * The types of dates, times and floating-point numbers, whose texts are written, and read, as the
   * session has it.
   */
  private static final String OF_SESSION =
      "(700|701|790|1082|1083|1114|1115|1182|1184|1185|1186|1187|1266|1270)";

  /**
   * A value becomes a text, or a text a value; what it is made of stands at the node's beginning.
   */
  private static final String CONVERTS =
      """
      tree ~ ':resulttype %1$s ' OR regexp_count(tree, '\\{COERCEVIAIO ') > (SELECT COUNT(*) \
      FROM regexp_matches(tree, '\\{COERCEVIAIO :arg \\{[A-Z_]+? [^{]*?type (\\d+?) ', 'g') AS m \
      WHERE m[1] !~ '^%1$s$')"""
          .formatted(OF_SESSION);

  /**
   * Operators stand in the tree by their own ids. Those functions that make a text of anything are
   * marked stable, and are as stable as the writing of what they are given.
   */
  private static final String FIND =
      """
      WITH tree AS (SELECT r.ev_action::text AS tree FROM pg_catalog.pg_rewrite r \
      WHERE r.ev_class = to_regclass('%1$s')), \
      ids AS (SELECT CAST(m[1] AS oid) AS id FROM tree, \
      regexp_matches(tree, ':(?:funcid|aggfnoid|winfnoid) (\\d+)', 'g') AS m \
      UNION SELECT CAST(o.oprcode AS oid) FROM tree, regexp_matches(tree, ':opno (\\d+)', 'g') AS m \
      JOIN pg_catalog.pg_operator o ON o.oid = CAST(m[1] AS oid)) \
      SELECT (SELECT string_agg(DISTINCT p.proname, ', ') FROM ids \
      JOIN pg_catalog.pg_proc p ON p.oid = ids.id WHERE p.provolatile = 'v' OR (p.provolatile = 's' \
      AND p.proname NOT IN ('textanycat', 'anytextcat', 'concat', 'concat_ws', 'array_to_string', 'format'))), \
      (SELECT %2$s OR (tree ~ 'type %3$s ' AND EXISTS (SELECT FROM ids \
      JOIN pg_catalog.pg_proc p ON p.oid = ids.id WHERE p.provolatile = 's')) FROM tree)"""
          .formatted(NAME, CONVERTS, OF_SESSION);

  /** Words that stand for a moment where a date is expected. */
  private static final Pattern MOMENT =
      Pattern.compile("'\\s*(now|today|tomorrow|yesterday)\\b", Pattern.CASE_INSENSITIVE);

  private PostgresStability() {}

  /** Why it does not; empty when it does. */
  static Optional<String> against(Connection connection, String query) throws SQLException {
    if (MOMENT.matcher(query).find()) {
      return Optional.of("it names a moment, such as now or today");
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute(CREATE.formatted(query));
      Optional<String> reason;
      try (ResultSet row = statement.executeQuery(FIND)) {
        row.next();
        reason = reason(row);
      }
      statement.execute("DROP VIEW " + NAME);
      return reason;
    }
  }

  private static Optional<String> reason(ResultSet row) throws SQLException {
    Optional<String> functions = Optional.ofNullable(row.getString(1));
    boolean written = row.getBoolean(2);
    return functions
        .map("%s may give another value in another session, or at another time"::formatted)
        .or(
            () ->
                written
                    ? Optional.of(
                        "dates or floating-point numbers become texts as the session has it")
                    : Optional.empty());
  }
}
