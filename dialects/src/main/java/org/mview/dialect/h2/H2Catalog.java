package org.mview.dialect.h2;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.mview.dialect.SystemCatalog;

/** What INFORMATION_SCHEMA tells our registry. */
final class H2Catalog {
  /** One trigger is listed three times: for each kind of change. */
  private static final String TRIGGERS =
      """
      (SELECT COUNT(*) FROM INFORMATION_SCHEMA.TRIGGERS AS t \
      WHERE t.EVENT_OBJECT_SCHEMA = schema_name AND t.EVENT_OBJECT_TABLE = master \
      AND t.JAVA_CLASS = '%s')"""
          .formatted(OwnTrigger.LOG.className());

  private static final String TOUCH_TRIGGERS =
      """
      (SELECT COUNT(*) FROM INFORMATION_SCHEMA.TRIGGERS AS t \
      WHERE t.TRIGGER_SCHEMA = CURRENT_SCHEMA AND t.EVENT_OBJECT_TABLE = n.master \
      AND t.JAVA_CLASS = '%s')"""
          .formatted(OwnTrigger.TOUCH.className());

  /** Each transaction adds notes of its own, which nobody sees before it has committed. */
  private static final String TAKE_NOTES =
      "DELETE FROM \"mview$touch\" WHERE view_id = ? AND touched <> 0";

  private static final String NOTE =
      """
      INSERT INTO "mview$touch" (master, view_id, touched, note) \
      SELECT master, view_id, 1, CAST(RANDOM_UUID() AS VARCHAR) FROM "mview$touch" \
      WHERE view_id = ? AND touched = 0""";

  static final SystemCatalog CATALOG =
      new SystemCatalog(
          """
          SELECT 1 FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = CURRENT_SCHEMA \
          AND TABLE_NAME = '%s'""",
          List.of(),
          new SystemCatalog.Storage(
              "",
              "",
              "VARCHAR",
              "VARCHAR",
              ", note VARCHAR DEFAULT '' NOT NULL, PRIMARY KEY (master, view_id, touched, note)",
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
          H2Definition.of("m.schema_name", "m.name"),
          SystemCatalog.redefined(H2Definition.of("m.schema_name", "m.name")),
          "OCTET_LENGTH(%s)",
          "FORMATDATETIME(CURRENT_TIMESTAMP, 'yyyy-MM-dd HH:mm:ss', 'en', 'UTC')",
          Optional.of(
              """
              SELECT SESSION_ID AS id, EXECUTING_STATEMENT AS statement \
              FROM INFORMATION_SCHEMA.SESSIONS WHERE EXECUTING_STATEMENT IS NOT NULL"""));

  private H2Catalog() {}
}
