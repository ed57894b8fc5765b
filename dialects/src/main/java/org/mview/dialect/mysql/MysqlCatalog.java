package org.mview.dialect.mysql;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mview.dialect.SystemCatalog;

/**
 * What information_schema tells our registry. It has no index, so it is read once for all rows of a
 * table of the registry, rather than for each of them, and of the tables that the registry names
 * alone: see {@link MysqlNamed}.
 */
final class MysqlCatalog {
  private static final String OF_LOGS =
      "t.TRIGGER_NAME LIKE 'mview$%' AND t.TRIGGER_NAME NOT LIKE 'mview$touch%'";

  private static final String TRIGGERS =
      """
      (SELECT COUNT(*) FROM information_schema.triggers AS t WHERE t.EVENT_OBJECT_SCHEMA = DATABASE() \
      AND t.EVENT_OBJECT_TABLE = master AND %s)"""
          .formatted(OF_LOGS);

  /**
   * The logs that have as many triggers as they should, and whose masters no foreign key changes.
   */
  private static final String INTACT =
      """
      (id IN (SELECT g.id FROM "mview$log" AS g LEFT JOIN (%s) AS c ON c.name = g.master \
      LEFT JOIN (%s) AS f ON f.name = g.master WHERE COALESCE(c.n, 0) = g.triggers AND f.n IS NULL))"""
          .formatted(
              MysqlNamed.LOGGED.counted(
                  "triggers", "EVENT_OBJECT_SCHEMA", "EVENT_OBJECT_TABLE", OF_LOGS),
              // What a foreign key changes fires no triggers.
              MysqlNamed.LOGGED.counted(
                  "referential_constraints", "CONSTRAINT_SCHEMA", "TABLE_NAME", cascades("t")));

  private static final String WATCHED =
      """
      (n.master IN (SELECT w.name FROM (%s) AS w WHERE w.n >= %s))"""
          .formatted(
              MysqlNamed.NOTED.counted(
                  "triggers",
                  "EVENT_OBJECT_SCHEMA",
                  "EVENT_OBJECT_TABLE",
                  "t.TRIGGER_NAME LIKE 'mview$touch%'"),
              SystemCatalog.NOTING_TRIGGERS);

  /** A writer has a lock on its note until it ends: that note stays. */
  private static final String TAKE_NOTES =
      """
      DELETE t FROM (SELECT master, view_id, touched FROM "mview$touch" \
      WHERE view_id = ? AND touched <> 0 FOR UPDATE SKIP LOCKED) AS d \
      STRAIGHT_JOIN "mview$touch" AS t FORCE INDEX (PRIMARY) ON t.master = d.master AND t.view_id = d.view_id \
      AND t.touched = d.touched""";

  private static final String NOTE =
      """
      INSERT INTO "mview$touch" (master, view_id, touched) \
      SELECT master, view_id, 1 + CONNECTION_ID() % 2147483646 FROM "mview$touch" AS r \
      FORCE INDEX (PRIMARY) WHERE r.view_id = ? AND r.touched = 0 ON DUPLICATE KEY UPDATE touched = VALUES(touched)""";

  static final SystemCatalog CATALOG =
      new SystemCatalog(
          """
          SELECT 1 FROM information_schema.tables WHERE TABLE_SCHEMA = DATABASE() \
          AND TABLE_NAME = '%s'""",
          List.of(),
          new SystemCatalog.Storage(
              "",
              "",
              "LONGTEXT",
              "VARCHAR(64)",
              ", PRIMARY KEY (touched, master, view_id)",
              " ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin",
              name -> name.toLowerCase(Locale.ROOT)), // where case makes a difference
          TRIGGERS,
          "uniques", // a row that is replaced is deleted, and inserted; parts are asked for
          // elsewhere
          INTACT,
          "FALSE", // what becomes of partitions is asked of others
          "FALSE",
          Optional.empty(), // a trigger that fails undoes the statement with all that it did
          WATCHED,
          Optional.of(TAKE_NOTES),
          Optional.of(NOTE),
          MysqlDefinition.of("DATABASE()", "m.name"),
          MysqlDefinition.REDEFINED,
          "OCTET_LENGTH(%s)",
          "CAST(UTC_TIMESTAMP() AS CHAR)",
          Optional.of(
              """
              SELECT ID AS id, CONVERT(INFO USING utf8mb4) COLLATE utf8mb4_bin AS statement \
              FROM information_schema.processlist WHERE DB = DATABASE()"""));

  private MysqlCatalog() {}

  /** Whether a foreign key changes rows of the table that has it. */
  static String cascades(String key) {
    return "%1$s.DELETE_RULE IN ('CASCADE', 'SET NULL', 'SET DEFAULT') OR %1$s.UPDATE_RULE IN ('CASCADE', 'SET NULL', 'SET DEFAULT')"
        .formatted(key);
  }
}
