package org.mview.dialect.sqlite;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.mview.dialect.SystemCatalog;

/**
 * What sqlite_master tells. It has no index, so it is read once for all rows of a table of the
 * registry, rather than for each of them: where one is joined with it, SQLite makes an index.
 */
final class SqliteCatalog {
  private static final String OF_LOGS =
      "t.type = 'trigger' AND t.name LIKE 'mview$%' AND t.name NOT LIKE 'mview$touch%'";

  private static final String TRIGGERS =
      """
      (SELECT COUNT(*) FROM sqlite_master AS t WHERE t.tbl_name = master COLLATE NOCASE AND %s)"""
          .formatted(OF_LOGS);

  /** The unique indexes of the master of a log: what may replace rows. */
  private static final String UNIQUES =
      """
      SELECT i.sql FROM sqlite_master AS i WHERE i.type = 'index' \
      AND i.tbl_name = master COLLATE NOCASE AND i.sql LIKE 'CREATE UNIQUE%'""";

  /** The logs that have as many triggers as they should. */
  private static final String WITH_TRIGGERS =
      """
      SELECT g.id FROM "mview$log" AS g LEFT JOIN (SELECT t.tbl_name, COUNT(*) AS n \
      FROM sqlite_master AS t WHERE %s GROUP BY t.tbl_name COLLATE NOCASE) AS c \
      ON c.tbl_name = g.master COLLATE NOCASE WHERE COALESCE(c.n, 0) = g.triggers"""
          .formatted(OF_LOGS);

  /** The logs that do not know of a unique index. */
  private static final String WITH_NEW_INDEX =
      """
      SELECT g.id FROM "mview$log" AS g JOIN sqlite_master AS i \
      ON i.tbl_name = g.master COLLATE NOCASE WHERE i.type = 'index' \
      AND i.sql LIKE 'CREATE UNIQUE%' AND instr(g.uniques, i.sql) = 0""";

  private static final String MARKING =
      """
      (master COLLATE NOCASE IN (SELECT t.tbl_name FROM sqlite_master AS t \
      WHERE t.type = 'trigger' AND t.name LIKE 'mview$marking$%'))""";

  /** The newest trigger fires first. */
  private static final String OVERTAKEN =
      """
      SELECT id FROM "mview$log" WHERE master COLLATE NOCASE IN (SELECT theirs.tbl_name \
      FROM sqlite_master AS theirs JOIN sqlite_master AS ours ON ours.tbl_name = theirs.tbl_name \
      WHERE theirs.type = 'trigger' AND theirs.name NOT LIKE 'mview$%' \
      AND ours.type = 'trigger' AND ours.name LIKE 'mview$%' \
      AND ours.name NOT LIKE 'mview$touch%' AND ours.rowid < theirs.rowid)""";

  private static final String WATCHED =
      """
      (n.master COLLATE NOCASE IN (SELECT s.tbl_name FROM sqlite_master AS s \
      WHERE s.type = 'trigger' AND s.name LIKE 'mview$touch%%' \
      GROUP BY s.tbl_name COLLATE NOCASE HAVING COUNT(*) >= %s))"""
          .formatted(SystemCatalog.NOTING_TRIGGERS);

  private static final String DEFINITION =
      """
      (SELECT s.sql FROM sqlite_master AS s WHERE s.name = m.name COLLATE NOCASE \
      AND s.type IN ('table', 'view'))""";

  private static final String REDEFINED =
      """
      SELECT m.view_id FROM "mview$master" AS m LEFT JOIN sqlite_master AS s \
      ON s.name = m.name COLLATE NOCASE AND s.type IN ('table', 'view') \
      WHERE m.kind IN ('TABLE', 'VIEW') AND COALESCE(s.sql, '') <> m.definition""";

  static final SystemCatalog CATALOG =
      new SystemCatalog(
          "SELECT 1 FROM sqlite_master WHERE name = '%s'",
          List.of(),
          new SystemCatalog.Storage(
              " WITHOUT ROWID",
              " COLLATE NOCASE",
              "TEXT",
              "TEXT",
              ", PRIMARY KEY (master, view_id)",
              "",
              UnaryOperator.identity()),
          TRIGGERS,
          "COALESCE((SELECT group_concat(sql, ';') FROM (%s)), '')".formatted(UNIQUES),
          "(id IN (%s) AND id NOT IN (%s))".formatted(WITH_TRIGGERS, WITH_NEW_INDEX),
          "FALSE", // a table has no parts
          MARKING,
          Optional.of(OVERTAKEN),
          WATCHED,
          Optional.empty(),
          Optional.empty(),
          DEFINITION,
          REDEFINED,
          "LENGTH(CAST(%s AS BLOB))",
          "datetime('now')",
          Optional.empty()); // a file knows nothing of who reads it

  private SqliteCatalog() {}
}
