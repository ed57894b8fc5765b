package org.mview.dialect.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Whether a query means the same where our triggers run: they look for functions, operators and
 * types in the catalog alone, since what stands in another schema may be somebody else's.
 *
 * <p>PostgreSQL is asked to understand the query in both ways, as that of one and the same view,
 * and the trees that it keeps are compared: an operator that is not found may be another one there.
 */
final class PostgresMeaning {
  private static final String DEFINE =
      "CREATE OR REPLACE TEMP VIEW \"mview$meaning\" AS SELECT 1 AS one WHERE EXISTS (%s\n)";

  private static final String TREE =
      """
      SELECT r.ev_action::text FROM pg_catalog.pg_rewrite r \
      WHERE r.ev_class = to_regclass('pg_temp."mview$meaning"')""";

  private static final String PATH =
      "SELECT pg_catalog.set_config('search_path', %s, true), current_setting('search_path')";

  private PostgresMeaning() {}

  /** The statements are planned where triggers run: what fails there would fail the user's. */
  static boolean isSameInTriggers(Connection connection, String query, List<String> statements)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      String before = asked(statement, "SELECT current_setting('search_path')");
      String here = understood(statement, query);
      asked(statement, PATH.formatted("'pg_catalog, pg_temp'"));
      String there = understood(statement, query);
      for (String each : statements) {
        statement.execute("EXPLAIN " + each);
      }
      asked(statement, PATH.formatted(PostgresNames.literal(before)));
      statement.execute("DROP VIEW pg_temp.\"mview$meaning\"");
      return here.equals(there);
    }
  }

  private static String understood(Statement statement, String query) throws SQLException {
    statement.execute(DEFINE.formatted(query));
    return asked(statement, TREE);
  }

  private static String asked(Statement statement, String query) throws SQLException {
    try (ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }
}
