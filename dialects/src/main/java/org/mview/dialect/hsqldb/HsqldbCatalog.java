package org.mview.dialect.hsqldb;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.mview.dialect.SystemCatalog;

/** What INFORMATION_SCHEMA tells our registry. */
final class HsqldbCatalog {
  private static final String TRIGGERS =
      """
      (SELECT COUNT(*) FROM INFORMATION_SCHEMA.TRIGGERS AS t \
      WHERE t.EVENT_OBJECT_SCHEMA = schema_name AND t.EVENT_OBJECT_TABLE = master \
      AND t.TRIGGER_NAME LIKE 'mview$%' AND t.TRIGGER_NAME NOT LIKE 'mview$touch%')""";

  private static final String TOUCH_TRIGGERS =
      """
      (SELECT COUNT(*) FROM INFORMATION_SCHEMA.TRIGGERS AS t \
      WHERE t.TRIGGER_SCHEMA = CURRENT_SCHEMA AND t.EVENT_OBJECT_TABLE = n.master \
      AND t.TRIGGER_NAME LIKE 'mview$touch%')""";

  /** Each transaction adds notes of its own, which nobody sees before it has committed. */
  private static final String TAKE_NOTES =
      "DELETE FROM \"mview$touch\" WHERE view_id = ? AND touched <> 0";

  private static final String NOTE =
      """
      INSERT INTO "mview$touch" (master, view_id, touched, note) \
      SELECT master, view_id, 1, CAST(UUID() AS VARCHAR(36)) FROM "mview$touch" \
      WHERE view_id = ? AND touched = 0""";

  static final SystemCatalog CATALOG =
      new SystemCatalog(
          """
          SELECT 1 FROM INFORMATION_SCHEMA.SYSTEM_TABLES WHERE TABLE_SCHEM = CURRENT_SCHEMA \
          AND TABLE_NAME = '%s'""",
          List.of(),
          new SystemCatalog.Storage(
              "",
              "",
              HsqldbNames.TEXT,
              "VARCHAR(1000)",
              ", note VARCHAR(36) DEFAULT '' NOT NULL, PRIMARY KEY (master, view_id, touched, note)",
              "",
              UnaryOperator.identity()),
          TRIGGERS,
          "''", // no statement replaces a row without its triggers
          "(triggers = %s)".formatted(TRIGGERS),
          "FALSE", // a table has no parts
          "FALSE",
          Optional.empty(), // a trigger that fails undoes the statement with all that it did
          SystemCatalog.watched(TOUCH_TRIGGERS),
          Optional.of(TAKE_NOTES),
          Optional.of(NOTE),
          HsqldbDefinition.of("m.schema_name", "m.name"),
          SystemCatalog.redefined(HsqldbDefinition.of("m.schema_name", "m.name")),
          "OCTET_LENGTH(%s)",
          "TO_CHAR(CURRENT_TIMESTAMP AT TIME ZONE INTERVAL '0:00' HOUR TO MINUTE, 'YYYY-MM-DD HH24:MI:SS')",
          Optional.empty());

  private HsqldbCatalog() {}
}
