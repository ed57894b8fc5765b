package org.mview.catalog;

import java.util.ArrayList;
import java.util.List;
import org.mview.dialect.Mark;
import org.mview.dialect.SystemCatalog;

/** The tables of the registry. */
final class RegistryTables {
  /** Raised when the tables change; an older driver then refuses to use the registry. */
  static final int SCHEMA_VERSION = 5;

  /** From this version on it knows indexes. */
  static final int WITH_INDEXES = 2;

  /** From this version on it knows jobs, and refresh groups. */
  static final int WITH_JOBS = 3;

  /** From this version on it knows marks. */
  static final int WITH_MARKS = 4;

  /** Where the notes of touched masters are, for views without a log. */
  static final String TOUCH = "mview$touch";

  private static final List<String> TABLES =
      List.of(
          """
          CREATE TABLE "mview$registry" (schema_version INTEGER NOT NULL, number INTEGER NOT NULL, \
          last_id INTEGER NOT NULL)%6$s""",
          """
          CREATE TABLE "mview$view" (id INTEGER PRIMARY KEY, schema_name %5$s NOT NULL, \
          name %5$s NOT NULL, query %5$s NOT NULL, container %5$s NOT NULL, \
          visible INTEGER NOT NULL, method %5$s NOT NULL, mode %5$s NOT NULL, \
          build %5$s NOT NULL, identity %5$s NOT NULL, rewrite BOOLEAN NOT NULL, \
          without_index BOOLEAN NOT NULL, updatable BOOLEAN NOT NULL, \
          additive BOOLEAN NOT NULL, by_triggers BOOLEAN NOT NULL, unstable %5$s NOT NULL, \
          populated BOOLEAN NOT NULL, knowledge %5$s NOT NULL, fast %5$s NOT NULL, \
          compile_error %5$s, last_type %5$s NOT NULL, last_date %5$s, last_end %5$s, \
          seconds REAL, comments %5$s, inner_of INTEGER)%6$s""",
          """
          CREATE TABLE "mview$column" (view_id INTEGER NOT NULL, position INTEGER NOT NULL, \
          name %5$s NOT NULL, PRIMARY KEY (view_id, position))%1$s%6$s""",
          """
          CREATE TABLE "mview$constraint" (view_id INTEGER NOT NULL, name %4$s NOT NULL, \
          definition %5$s NOT NULL, PRIMARY KEY (view_id, name))%1$s%6$s""",
          """
          CREATE TABLE "mview$master" (view_id INTEGER NOT NULL, position INTEGER NOT NULL, \
          schema_name %5$s NOT NULL, name %5$s NOT NULL, kind %5$s NOT NULL, \
          definition %5$s NOT NULL, PRIMARY KEY (view_id, position))%1$s%6$s""",
          """
          CREATE TABLE "mview$log" (id INTEGER PRIMARY KEY, schema_name %5$s NOT NULL, \
          master %5$s NOT NULL, name %5$s NOT NULL, options %5$s NOT NULL, \
          automatic BOOLEAN NOT NULL, triggers INTEGER NOT NULL, uniques %5$s NOT NULL, \
          merging BOOLEAN NOT NULL, \
          last_purge %5$s, purged INTEGER)%6$s""",
          """
          CREATE TABLE "mview$log_column" (log_id INTEGER NOT NULL, position INTEGER NOT NULL, \
          name %5$s NOT NULL, listed BOOLEAN NOT NULL, \
          PRIMARY KEY (log_id, position))%1$s%6$s""",
          """
          CREATE TABLE "mview$reader" (log_id INTEGER NOT NULL, view_id INTEGER NOT NULL, \
          position BIGINT NOT NULL, PRIMARY KEY (log_id, view_id))%1$s%6$s""",
          """
          CREATE TABLE "mview$touch" (master %4$s NOT NULL%2$s, \
          view_id INTEGER NOT NULL, touched INTEGER NOT NULL%3$s)%1$s%6$s""");

  private static final List<String> TABLES_OF_INDEXES =
      List.of(
          """
          CREATE TABLE "mview$index" (id INTEGER PRIMARY KEY, schema_name %5$s NOT NULL, \
          master %5$s NOT NULL)%6$s""",
          """
          CREATE TABLE "mview$index_reader" (index_id INTEGER NOT NULL, view_id INTEGER NOT NULL, \
          PRIMARY KEY (index_id, view_id))%1$s%6$s""");

  private static final List<String> TABLES_OF_JOBS =
      List.of(
          """
          CREATE TABLE "mview$job" (id INTEGER PRIMARY KEY, kind %5$s NOT NULL, \
          target INTEGER NOT NULL, what %5$s NOT NULL, first_date %4$s, next_date %4$s, \
          interval_text %5$s, zone %5$s NOT NULL, last_date %4$s, this_date %4$s, \
          failures INTEGER NOT NULL, broken BOOLEAN NOT NULL, total_time REAL NOT NULL, \
          last_error %5$s, owner %4$s, leased_until %4$s)%6$s""",
          """
          CREATE TABLE "mview$group" (id INTEGER PRIMARY KEY, schema_name %5$s NOT NULL, \
          name %5$s NOT NULL, implicit_destroy BOOLEAN NOT NULL, push_deferred BOOLEAN NOT NULL, \
          after_errors BOOLEAN NOT NULL, purge_option INTEGER NOT NULL, \
          parallelism INTEGER NOT NULL, heap_size INTEGER NOT NULL)%6$s""",
          """
          CREATE TABLE "mview$member" (view_id INTEGER PRIMARY KEY, \
          group_id INTEGER NOT NULL)%6$s""");

  private static final List<String> TABLES_OF_MARKS =
      List.of("CREATE TABLE \"%s\" (id INTEGER PRIMARY KEY)%%6$s".formatted(Mark.TABLE));

  /** Where several servers write one database: a row for each log and view that was ever locked. */
  private static final List<String> TABLES_OF_TURNS =
      List.of("CREATE TABLE \"mview$turn\" (id INTEGER PRIMARY KEY, n BIGINT NOT NULL)%6$s");

  /** The tables that each version has brought. */
  private static final List<List<String>> BY_VERSION =
      List.of(TABLES, TABLES_OF_INDEXES, TABLES_OF_JOBS, TABLES_OF_MARKS, TABLES_OF_TURNS);

  /** For the dictionary alone: an older driver does without them, and leaves them as they are. */
  private static final List<String> TABLES_OF_QUERIES =
      List.of(
          """
          CREATE TABLE "mview$item" (view_id INTEGER NOT NULL, position INTEGER NOT NULL, \
          function_name %5$s, differing BOOLEAN, measure %5$s, owner %5$s, relation %5$s, \
          source %5$s, PRIMARY KEY (view_id, position))%1$s%6$s""",
          """
          CREATE TABLE "mview$join" (view_id INTEGER NOT NULL, position INTEGER NOT NULL, \
          left_owner %5$s NOT NULL, left_relation %5$s NOT NULL, left_column %5$s NOT NULL, \
          right_owner %5$s NOT NULL, right_relation %5$s NOT NULL, right_column %5$s NOT NULL, \
          is_outer BOOLEAN NOT NULL, PRIMARY KEY (view_id, position))%1$s%6$s""",
          """
          CREATE TABLE "mview$trust" (view_id INTEGER NOT NULL, PRIMARY KEY (view_id))%1$s%6$s""");

  /** The last of those, which shows that all are there. */
  static final String LAST_OF_QUERIES = "mview$trust";

  /** The views that are computed when a query asks for it. */
  static final String ON_QUERY = "mview$on_query";

  private static final List<String> TABLES_OF_ON_QUERY =
      List.of(
          "CREATE TABLE \"%s\" (view_id INTEGER NOT NULL, PRIMARY KEY (view_id))%%1$s%%6$s"
              .formatted(ON_QUERY));

  private RegistryTables() {}

  /** The statements that make all tables. */
  static List<String> create(SystemCatalog catalog) {
    List<String> all = new ArrayList<>(createSince(0, catalog));
    all.addAll(createForQueries(catalog));
    all.addAll(createForOnQuery(catalog));
    return all;
  }

  /** The statements that make what a registry of an older version has not; of version 0, all. */
  static List<String> createSince(int version, SystemCatalog catalog) {
    return BY_VERSION.subList(version, SCHEMA_VERSION).stream()
        .flatMap(tables -> of(tables, catalog).stream())
        .toList();
  }

  /** The statements that make those that only the dictionary reads. */
  static List<String> createForQueries(SystemCatalog catalog) {
    return of(TABLES_OF_QUERIES, catalog);
  }

  /** The statements that make the one that says which views are computed on query. */
  static List<String> createForOnQuery(SystemCatalog catalog) {
    return of(TABLES_OF_ON_QUERY, catalog);
  }

  /** Tables as a database stores them. */
  static List<String> of(List<String> tables, SystemCatalog catalog) {
    SystemCatalog.Storage storage = catalog.storage();
    return tables.stream()
        .map(
            table ->
                table.formatted(
                    storage.rowsByKey(),
                    storage.ignoringCase(),
                    storage.keyOfNotes(),
                    storage.keyText(),
                    storage.text(),
                    storage.options()))
        .toList();
  }
}
