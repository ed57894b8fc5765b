package org.mview.dialect.duckdb;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.mview.dialect.SystemCatalog;

/** What DuckDB's own functions tell our registry. */
final class DuckdbCatalog {
  private static final String TRIGGERS =
      """
      (SELECT COUNT(*) FROM duckdb_triggers() AS t WHERE t.database_name = current_database() \
      AND t.schema_name = %s AND LOWER(t.table_name) = LOWER(%s) \
      AND starts_with(t.trigger_name, 'mview$%s'))""";

  private static final String LOG_TRIGGERS = TRIGGERS.formatted("schema_name", "master", "log$");

  private static final String TOUCH_TRIGGERS =
      TRIGGERS.formatted("current_schema()", "n.master", "touch$");

  /** Each statement adds notes of its own, which nobody sees before they are committed. */
  private static final String TAKE_NOTES =
      "DELETE FROM \"mview$touch\" WHERE view_id = ? AND touched <> 0";

  private static final String NOTE =
      """
      INSERT INTO "mview$touch" (master, view_id, touched) \
      SELECT master, view_id, 1 FROM "mview$touch" WHERE view_id = ? AND touched = 0""";

  static final SystemCatalog CATALOG =
      new SystemCatalog(
          """
          SELECT 1 FROM duckdb_tables() WHERE database_name = current_database() \
          AND schema_name = current_schema() AND table_name = '%1$s' UNION ALL \
          SELECT 1 FROM duckdb_views() WHERE database_name = current_database() \
          AND schema_name = current_schema() AND view_name = '%1$s'""",
          List.of(DuckdbLogLocks.CREATE),
          new SystemCatalog.Storage(
              "", " COLLATE NOCASE", "VARCHAR", "VARCHAR", "", "", UnaryOperator.identity()),
          LOG_TRIGGERS,
          "''", // no statement replaces a row without its triggers
          "(triggers = %s)".formatted(LOG_TRIGGERS),
          "FALSE", // a table has no parts
          "FALSE",
          Optional.empty(), // a trigger that fails undoes the statement with all that it did
          SystemCatalog.watched(TOUCH_TRIGGERS),
          Optional.of(TAKE_NOTES),
          Optional.of(NOTE),
          DuckdbDefinition.of("m.schema_name", "m.name"),
          SystemCatalog.redefined(DuckdbDefinition.of("m.schema_name", "m.name")),
          "octet_length(encode(%s))",
          "CAST(date_trunc('second', get_current_timestamp() AT TIME ZONE 'UTC') AS VARCHAR)",
          Optional.empty());

  private DuckdbCatalog() {}
}
