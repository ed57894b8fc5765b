package org.mview.dialect.mysql;

/**
 * The tables that a table of the registry names, as information_schema is asked for them all at
 * once.
 *
 * <p>MariaDB opens each table of a database that it tells of, unless a condition on its name, made
 * of constants, excludes it: the names are one constant, a text, that does not depend on the
 * session as GROUP_CONCAT does. What is found too much is left out by who compares the names.
 * Bytes, as looking for letters takes ten times as long.
 *
 * @param names a query for one text in which all names stand
 */
record MysqlNamed(String names) {
  static final MysqlNamed LOGGED = in("mview$log", "master");
  static final MysqlNamed NOTED = in("mview$touch", "master");
  static final MysqlNamed MASTERS = in("mview$master", "name");

  private static MysqlNamed in(String table, String column) {
    return new MysqlNamed(
        """
        SELECT CAST(JSON_OBJECTAGG(HEX(o.name), 1) AS BINARY) \
        FROM (SELECT DISTINCT %s AS name FROM "%s") AS o"""
            .formatted(column, table));
  }

  /** A query for the {@code name} of each of them, and {@code n} rows that tell of it. */
  String counted(String table, String schema, String name, String condition) {
    return told("COUNT(*) AS n", table, schema, name, condition);
  }

  /**
   * A query for the {@code name} of each of them, and what rows of information_schema tell of it.
   *
   * @param what is selected of all rows of one name
   * @param table of information_schema, which is called t
   * @param schema its column that says in which database
   * @param name its column with the name
   * @param condition which of its rows
   */
  String told(String what, String table, String schema, String name, String condition) {
    return """
        SELECT CONVERT(t.%4$s USING utf8mb4) COLLATE utf8mb4_bin AS name, %1$s \
        FROM information_schema.%2$s AS t WHERE t.%3$s = DATABASE() \
        AND LOCATE(CAST(HEX(CONVERT(t.%4$s USING utf8mb4)) AS BINARY), (%6$s)) > 0 AND (%5$s) GROUP BY name"""
        .formatted(what, table, schema, name, condition, names);
  }
}
