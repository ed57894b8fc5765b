package org.mview.dialect.sqlite;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.mview.dialect.SystemCatalog;

/** What sqlite_master tells. */
final class SqliteCatalog {
  private static final String TRIGGERS =
      """
      (SELECT COUNT(*) FROM sqlite_master AS t WHERE t.type = 'trigger' \
      AND t.tbl_name = master COLLATE NOCASE AND t.name LIKE 'mview$%' \
      AND t.name NOT LIKE 'mview$touch%')""";

  /** The unique indexes of the master of a log: what may replace rows. */
  private static final String UNIQUES =
      """
      SELECT i.sql FROM sqlite_master AS i WHERE i.type = 'index' \
      AND i.tbl_name = master COLLATE NOCASE AND i.sql LIKE 'CREATE UNIQUE%'""";

  private static final String MARKING =
      """
      EXISTS (SELECT 1 FROM sqlite_master AS t WHERE t.type = 'trigger' \
      AND t.tbl_name = master COLLATE NOCASE AND t.name LIKE 'mview$marking$%')""";

  /** The newest trigger fires first. */
  private static final String OVERTAKEN =
      """
      SELECT id FROM "mview$log" WHERE EXISTS (SELECT 1 FROM sqlite_master AS theirs \
      JOIN sqlite_master AS ours ON ours.type = 'trigger' AND ours.tbl_name = theirs.tbl_name \
      WHERE theirs.type = 'trigger' AND theirs.tbl_name = master COLLATE NOCASE \
      AND theirs.name NOT LIKE 'mview$%' AND ours.name LIKE 'mview$%' \
      AND ours.name NOT LIKE 'mview$touch%' AND ours.rowid < theirs.rowid)""";

  private static final String TOUCH_TRIGGERS =
      """
      (SELECT COUNT(*) FROM sqlite_master AS s WHERE s.type = 'trigger' \
      AND s.tbl_name = n.master COLLATE NOCASE AND s.name LIKE 'mview$touch%')""";

  private static final String DEFINITION =
      """
      (SELECT s.sql FROM sqlite_master AS s WHERE s.name = m.name COLLATE NOCASE \
      AND s.type IN ('table', 'view'))""";

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
          "(triggers = %s AND NOT EXISTS (%s AND instr(uniques, i.sql) = 0))"
              .formatted(TRIGGERS, UNIQUES),
          "FALSE", // a table has no parts
          MARKING,
          Optional.of(OVERTAKEN),
          TOUCH_TRIGGERS,
          Optional.empty(),
          Optional.empty(),
          DEFINITION,
          "LENGTH(CAST(%s AS BLOB))",
          "datetime('now')");

  private SqliteCatalog() {}
}
