package org.mview.catalog;

import java.util.List;

/** The tables of what is collected of refreshes. */
final class StatisticsTables {
  /** The last of them, which shows that all are there. */
  static final String LAST = "mview$collection";

  static final List<String> TABLES =
      List.of(
          """
          CREATE TABLE "mview$run" (id INTEGER PRIMARY KEY, schema_name %5$s NOT NULL, \
          view_names %5$s NOT NULL, master_names %5$s NOT NULL, view_count INTEGER NOT NULL, \
          method %5$s, push_deferred BOOLEAN NOT NULL, after_errors BOOLEAN NOT NULL, \
          purge_option INTEGER NOT NULL, parallelism INTEGER NOT NULL, \
          heap_size INTEGER NOT NULL, is_atomic BOOLEAN NOT NULL, is_nested BOOLEAN NOT NULL, \
          is_out_of_place BOOLEAN NOT NULL, failures INTEGER NOT NULL, \
          start_time %4$s NOT NULL, end_time %4$s NOT NULL, seconds REAL NOT NULL)%6$s""",
          """
          CREATE TABLE "mview$run_view" (run_id INTEGER NOT NULL, view_id INTEGER NOT NULL, \
          method %5$s NOT NULL, start_time %4$s NOT NULL, end_time %4$s NOT NULL, \
          seconds REAL NOT NULL, rows_before BIGINT, rows_after BIGINT, \
          PRIMARY KEY (run_id, view_id))%1$s%6$s""",
          """
          CREATE TABLE "mview$run_change" (run_id INTEGER NOT NULL, view_id INTEGER NOT NULL, \
          position INTEGER NOT NULL, schema_name %5$s NOT NULL, name %5$s NOT NULL, \
          inserted BIGINT NOT NULL, updated BIGINT, deleted BIGINT NOT NULL, \
          master_rows BIGINT NOT NULL, PRIMARY KEY (run_id, view_id, position))%1$s%6$s""",
          """
          CREATE TABLE "mview$run_statement" (run_id INTEGER NOT NULL, view_id INTEGER NOT NULL, \
          position INTEGER NOT NULL, statement_text %5$s NOT NULL, seconds REAL NOT NULL, \
          PRIMARY KEY (run_id, view_id, position))%1$s%6$s""",
          """
          CREATE TABLE "mview$collection" (view_id INTEGER NOT NULL, collection_level %5$s, \
          retention INTEGER, purged %4$s, PRIMARY KEY (view_id))%1$s%6$s""");

  private StatisticsTables() {}
}
