package org.mview.concurrency;

import java.util.List;
import java.util.function.Function;

/**
 * How a server says what scripts say, which are written as for PostgreSQL.
 *
 * @param setup of each connection
 * @param process a query for what {@link #waits} calls a connection
 * @param waits a query with a row if a connection waits for a lock
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
