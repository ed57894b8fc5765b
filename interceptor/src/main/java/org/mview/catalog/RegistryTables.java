package org.mview.catalog;

import java.util.List;
import org.mview.dialect.SystemCatalog;

/** The tables of the registry. */
final class RegistryTables {
  /** Raised when the tables change; an older driver then refuses to use the registry. */
  static final int SCHEMA_VERSION = 1;

  /** Where the notes of touched masters are, for views without a log. */
  static final String TOUCH = "mview$touch";

  private static final List<String> TABLES =
      List.of(
          """
          CREATE TABLE "mview$registry" (schema_version INTEGER NOT NULL, number INTEGER NOT NULL, \
          last_id INTEGER NOT NULL)""",
          """
          CREATE TABLE "mview$view" (id INTEGER PRIMARY KEY, schema_name TEXT NOT NULL, \
          name TEXT NOT NULL, query TEXT NOT NULL, container TEXT NOT NULL, \
          visible INTEGER NOT NULL, method TEXT NOT NULL, mode TEXT NOT NULL, \
          build TEXT NOT NULL, identity TEXT NOT NULL, rewrite BOOLEAN NOT NULL, \
          without_index BOOLEAN NOT NULL, updatable BOOLEAN NOT NULL, \
          additive BOOLEAN NOT NULL, by_triggers BOOLEAN NOT NULL, unstable TEXT NOT NULL, \
          populated BOOLEAN NOT NULL, knowledge TEXT NOT NULL, fast TEXT NOT NULL, \
          compile_error TEXT, last_type TEXT NOT NULL, last_date TEXT, last_end TEXT, \
          seconds REAL, comments TEXT, inner_of INTEGER)""",
          """
          CREATE TABLE "mview$column" (view_id INTEGER NOT NULL, position INTEGER NOT NULL, \
          name TEXT NOT NULL, PRIMARY KEY (view_id, position))%1$s""",
          """
          CREATE TABLE "mview$constraint" (view_id INTEGER NOT NULL, name TEXT NOT NULL, \
          definition TEXT NOT NULL, PRIMARY KEY (view_id, name))%1$s""",
          """
          CREATE TABLE "mview$master" (view_id INTEGER NOT NULL, position INTEGER NOT NULL, \
          schema_name TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL, \
          definition TEXT NOT NULL, PRIMARY KEY (view_id, position))%1$s""",
          """
          CREATE TABLE "mview$log" (id INTEGER PRIMARY KEY, schema_name TEXT NOT NULL, \
          master TEXT NOT NULL, name TEXT NOT NULL, options TEXT NOT NULL, \
          automatic BOOLEAN NOT NULL, triggers INTEGER NOT NULL, uniques TEXT NOT NULL, \
          merging BOOLEAN NOT NULL, \
          last_purge TEXT, purged INTEGER)""",
          """
          CREATE TABLE "mview$log_column" (log_id INTEGER NOT NULL, position INTEGER NOT NULL, \
          name TEXT NOT NULL, listed BOOLEAN NOT NULL, \
          PRIMARY KEY (log_id, position))%1$s""",
          """
          CREATE TABLE "mview$reader" (log_id INTEGER NOT NULL, view_id INTEGER NOT NULL, \
          position BIGINT NOT NULL, PRIMARY KEY (log_id, view_id))%1$s""",
          """
          CREATE TABLE "mview$touch" (master TEXT NOT NULL%2$s, \
          view_id INTEGER NOT NULL, touched INTEGER NOT NULL%3$s)%1$s""");

  private RegistryTables() {}

  /** The statements that make the tables. */
  static List<String> create(SystemCatalog catalog) {
    // Where many write, each adds a note of its own.
    String key = catalog.takeNotes().isPresent() ? "" : ", PRIMARY KEY (master, view_id)";
    return TABLES.stream()
        .map(table -> table.formatted(catalog.rowsByKey(), catalog.ignoringCase(), key))
        .toList();
  }
}
