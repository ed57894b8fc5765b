package org.mview.concurrency;

import java.util.List;
import java.util.function.Function;

/**
 * How a server says what scripts say, which are written as for PostgreSQL.
 *
 * @param setup of each connection
 * @param process a query for what {@link #waits} calls a connection
 * @param waits a query with a row if a connection waits for a lock; empty where one does that has
 *     not ended by then
 * @param lookAfterMillis how long to wait before that is asked, and between two times
 * @param spelling the statements for one of a script
 */
record ScriptIdiom(
    List<String> setup,
    String process,
    String waits,
    int lookAfterMillis,
    Function<String, List<String>> spelling) {
  static final ScriptIdiom POSTGRESQL =
      new ScriptIdiom(
          List.of(),
          "SELECT pg_backend_pid()",
          "SELECT 1 FROM pg_stat_activity WHERE pid = %s AND wait_event_type = 'Lock'",
          30,
          List::of);

  /** Transactions are READ COMMITTED, where scripts do not say otherwise. */
  static final ScriptIdiom MYSQL =
      new ScriptIdiom(
          List.of("SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED"),
          "SELECT CONNECTION_ID()",
          """
          SELECT 1 FROM information_schema.innodb_trx \
          WHERE trx_mysql_thread_id = %1$s AND trx_state = 'LOCK WAIT' \
          UNION ALL SELECT 1 FROM information_schema.processlist \
          WHERE id = %1$s AND (state LIKE 'Waiting for %%lock%%' OR state LIKE 'User lock%%')\
          """,
          150, // what was asked a tenth of a second before is answered as it was then
          ScriptIdiom::mysql);

  /** Who waits to define something asks again and again, and no lock shows it. */
  static final ScriptIdiom H2 =
      new ScriptIdiom(
          List.of("SET LOCK_TIMEOUT 30000"),
          "SELECT SESSION_ID()",
          """
          SELECT 1 FROM INFORMATION_SCHEMA.SESSIONS AS s WHERE s.SESSION_ID = %1$s \
          AND (s.BLOCKER_ID IS NOT NULL OR s.EXECUTING_STATEMENT LIKE '%%ADD COLUMN IF NOT EXISTS%%' \
          OR EXISTS (SELECT 1 FROM "mview$alone" \
          WHERE owner <> '' AND owner NOT LIKE '%1$s %%'))\
          """,
          100,
          ScriptIdiom::h2);

  /** Nobody waits for anybody. */
  static final ScriptIdiom DUCKDB =
      new ScriptIdiom(List.of(), "SELECT 1", "SELECT 1 WHERE FALSE", 30, List::of);

  /**
   * A transaction is begun by leaving autocommit. Who asks while a definition waits, waits with it:
   * so nobody asks.
   */
  static final ScriptIdiom HSQLDB =
      new ScriptIdiom(
          List.of(),
          "SELECT SESSION_ID() FROM (VALUES (0)) AS nowhere",
          "",
          1500,
          ScriptIdiom::hsqldb);

  private static List<String> hsqldb(String sql) {
    if (sql.startsWith("BEGIN ISOLATION LEVEL ")) {
      return List.of("SET AUTOCOMMIT FALSE", sql.replace("BEGIN", "SET TRANSACTION"));
    } else if (sql.equals("BEGIN")) {
      return List.of("SET AUTOCOMMIT FALSE");
    } else if (sql.startsWith("LOCK TABLE ")) {
      return List.of("UPDATE \"mview$view\" SET id = id");
    } else if (sql.endsWith(" FOR UPDATE")) { // which locks nothing
      String column = sql.contains("mview$log") ? "id" : "k";
      return List.of(
          sql.replace("SELECT * FROM", "UPDATE")
              .replace(" FOR UPDATE", " SET %1$s = %1$s".formatted(column)));
    } else if (sql.equals("COMMIT") || sql.equals("ROLLBACK")) {
      return List.of(sql, "SET AUTOCOMMIT TRUE");
    }
    return List.of(sql.replace(" AND CHAIN", ""));
  }

  /** A lock that a commit comes upon when it has the logs is that of what is told of a view. */
  private static List<String> h2(String sql) {
    if (sql.startsWith("BEGIN ISOLATION LEVEL ")) {
      return List.of(sql.replace("BEGIN", "SET SESSION CHARACTERISTICS AS TRANSACTION"), "BEGIN");
    } else if (sql.startsWith("LOCK TABLE ")) {
      return List.of("SELECT id FROM \"mview$view\" FOR UPDATE");
    } else if (sql.endsWith(" AND CHAIN")) {
      return List.of(sql.replace(" AND CHAIN", ""), "BEGIN");
    }
    return List.of(sql.replaceAll("GROUP BY ROLLUP \\((\\w+)\\)", "GROUP BY $1 HAVING RAND() < 2"));
  }

  private static List<String> mysql(String sql) {
    if (sql.startsWith("BEGIN ISOLATION LEVEL ")) {
      return List.of(sql.replace("BEGIN", "SET TRANSACTION"), "BEGIN");
    } else if (sql.startsWith("LOCK TABLE ")) {
      return List.of(sql.replace("TABLE", "TABLES").replace("IN SHARE MODE", "READ"));
    } else if (sql.equals("COMMIT")) {
      return List.of(sql, "UNLOCK TABLES");
    }
    return List.of(
        sql.replace('"', '`')
            .replaceAll("GROUP BY ROLLUP \\((\\w+)\\)", "GROUP BY $1 WITH ROLLUP"));
  }

  List<String> said(String sql) {
    return spelling.apply(sql);
  }
}
