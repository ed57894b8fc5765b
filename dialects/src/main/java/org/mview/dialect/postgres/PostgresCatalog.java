package org.mview.dialect.postgres;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.mview.dialect.SystemCatalog;

/** What pg_catalog tells our registry. */
final class PostgresCatalog {
  /** A name of our registry as an object: its names are those of the catalog. */
  private static final String OBJECT = "to_regclass(quote_ident(%s) || '.' || quote_ident(%s))";

  private static final String TRIGGERS =
      """
      (SELECT COUNT(*) FROM pg_catalog.pg_trigger AS t WHERE t.tgrelid = %s \
      AND t.tgname LIKE 'mview$%%' AND t.tgname NOT LIKE 'mview$touch%%' AND t.tgenabled = 'A')"""
          .formatted(OBJECT.formatted("schema_name", "master"));

  /** Rows come and go with partitions, and no trigger tells: which there are, and since when. */
  private static final String PARTITIONS =
      """
      (SELECT COALESCE(string_agg(i.inhrelid || ' ' || i.xmin, ', ' ORDER BY i.inhrelid), '') \
      FROM pg_partition_tree(%s) AS t JOIN pg_catalog.pg_inherits AS i ON i.inhrelid = t.relid)"""
          .formatted(OBJECT.formatted("schema_name", "master"));

  private static final String TOUCH_TRIGGERS =
      """
      (SELECT COUNT(*) FROM pg_catalog.pg_trigger AS t WHERE t.tgrelid = to_regclass(quote_ident(n.master)) \
      AND t.tgname LIKE 'mview$touch%' AND t.tgenabled = 'A')""";

  /** A writer that relies on a note shares its lock until it ends: that note stays. */
  private static final String TAKE_NOTES =
      """
      DELETE FROM "mview$touch" WHERE ctid IN (SELECT ctid FROM "mview$touch" \
      WHERE view_id = ? AND touched <> 0 FOR UPDATE SKIP LOCKED)""";

  private static final String NOTE =
      """
      INSERT INTO "mview$touch" (master, view_id, touched) \
      SELECT master, view_id, 1 FROM "mview$touch" WHERE view_id = ? AND touched = 0""";

  private static final String DEFINITION =
      "\"mview$definition\"(%s)".formatted(OBJECT.formatted("m.schema_name", "m.name"));

  static final SystemCatalog CATALOG =
      new SystemCatalog(
          "SELECT 1 WHERE to_regclass('\"%s\"') IS NOT NULL",
          List.of(PostgresDefinition.FUNCTION),
          new SystemCatalog.Storage("", "", "TEXT", "TEXT", "", "", UnaryOperator.identity()),
          TRIGGERS,
          PARTITIONS,
          "(triggers = %s AND uniques = %s)".formatted(TRIGGERS, PARTITIONS),
          "FALSE",
          Optional.empty(), // a trigger that fails undoes the statement with all that it did
          SystemCatalog.watched(TOUCH_TRIGGERS),
          Optional.of(TAKE_NOTES),
          Optional.of(NOTE),
          DEFINITION,
          SystemCatalog.redefined(DEFINITION),
          "OCTET_LENGTH(%s)",
          "to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS')");

  private PostgresCatalog() {}
}
