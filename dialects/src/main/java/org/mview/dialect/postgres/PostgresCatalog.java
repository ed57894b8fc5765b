package org.mview.dialect.postgres;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.mview.dialect.SystemCatalog;

/** What pg_catalog tells our registry. */
final class PostgresCatalog {
  /** A name of our registry as an object: its names are those of the catalog. */
  private static final String OBJECT = "to_regclass(quote_ident(%s) || '.' || quote_ident(%s))";

  private static final String MASTER = OBJECT.formatted("schema_name", "master");

  private static final String NOTED = "to_regclass(quote_ident(n.master))";

  private static final String TRIGGERS =
      """
      (SELECT COUNT(*) FROM pg_catalog.pg_trigger AS t WHERE t.tgrelid = %s \
      AND t.tgname LIKE 'mview$%%' AND t.tgname NOT LIKE 'mview$touch%%' AND %s)"""
          .formatted(MASTER, PostgresParts.FIRES_ON_ALL);

  private static final String TOUCH_TRIGGERS =
      """
      (SELECT COUNT(*) FROM pg_catalog.pg_trigger AS t WHERE t.tgrelid = %s \
      AND t.tgname LIKE 'mview$touch%%' AND %s AND NOT %s)"""
          .formatted(NOTED, PostgresParts.FIRES_ON_ALL, PostgresParts.isDeaf(NOTED));

  /**
   * A writer that relies on a note shares its lock until it ends: that note stays. And so does one
   * of a table of which no trigger hears: it may be an ordinary one again, with other rows.
   */
  private static final String TAKE_NOTES =
      """
      WITH v AS (SELECT CAST(? AS bigint) AS id), taken AS (\
      DELETE FROM "mview$touch" WHERE ctid IN (SELECT t.ctid FROM "mview$touch" AS t \
      WHERE t.view_id = (SELECT id FROM v) AND t.touched <> 0 FOR UPDATE SKIP LOCKED)) \
      INSERT INTO "mview$touch" (master, view_id, touched) \
      SELECT n.master, n.view_id, 1 FROM "mview$touch" AS n \
      WHERE n.view_id = (SELECT id FROM v) AND n.touched = 0 AND %s"""
          .formatted(PostgresParts.isDeaf(NOTED));

  private static final String NOTE =
      """
      INSERT INTO "mview$touch" (master, view_id, touched) \
      SELECT master, view_id, 1 FROM "mview$touch" WHERE view_id = ? AND touched = 0""";

  private static final String DEFINITION =
      "\"mview$definition\"(%s)".formatted(OBJECT.formatted("m.schema_name", "m.name"));

  /** Each master is looked at once, however many views read it: so says OFFSET. */
  private static final String REDEFINED =
      """
      SELECT r.view_id FROM "mview$master" AS r JOIN (SELECT m.schema_name, m.name, %1$s AS definition \
      FROM (SELECT DISTINCT schema_name, name FROM "mview$master" WHERE %2$s) AS m OFFSET 0) AS now \
      ON now.schema_name = r.schema_name AND now.name = r.name \
      WHERE r.%2$s AND COALESCE(now.definition, '') <> r.definition"""
          .formatted(DEFINITION, SystemCatalog.WITH_DEFINITION);

  static final SystemCatalog CATALOG =
      new SystemCatalog(
          "SELECT 1 WHERE to_regclass('\"%s\"') IS NOT NULL",
          List.of(PostgresDefinition.FUNCTION),
          new SystemCatalog.Storage("", "", "TEXT", "TEXT", "", "", UnaryOperator.identity()),
          TRIGGERS,
          PostgresParts.of(MASTER), // in place of indexes: no statement replaces a row unheard
          "(triggers = %s AND uniques = %s AND NOT %s)"
              .formatted(TRIGGERS, PostgresParts.of(MASTER), PostgresParts.isDeaf(MASTER)),
          "(uniques <> %s OR %s)".formatted(PostgresParts.of(MASTER), PostgresParts.isDeaf(MASTER)),
          "FALSE",
          Optional.empty(), // a trigger that fails undoes the statement with all that it did
          SystemCatalog.watched(TOUCH_TRIGGERS),
          Optional.of(TAKE_NOTES),
          Optional.of(NOTE),
          DEFINITION,
          REDEFINED,
          "OCTET_LENGTH(%s)",
          "to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS')",
          Optional.of(
              """
              SELECT pid AS id, query AS statement FROM pg_catalog.pg_stat_activity \
              WHERE datname = current_database() AND state = 'active'"""));

  private PostgresCatalog() {}
}
