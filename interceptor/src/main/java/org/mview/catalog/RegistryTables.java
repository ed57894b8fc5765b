package org.mview.catalog;

import java.util.List;

/** The tables of the registry. */
final class RegistryTables {
  /** Raised when the tables change; an older driver then refuses to use the registry. */
  static final int SCHEMA_VERSION = 1;

  /** Where the notes of touched masters are, for views without a log. */
  static final String TOUCH = "mview$touch";

  /** How many triggers of a log its master has. */
  static final String TRIGGERS =
      """
      (SELECT COUNT(*) FROM sqlite_master AS t WHERE t.type = 'trigger' \
      AND t.tbl_name = master COLLATE NOCASE AND t.name LIKE 'mview$%' \
      AND t.name NOT LIKE 'mview$touch%')""";

  /** The unique indexes of the master of a log: what may replace rows. */
  static final String UNIQUES =
      """
      SELECT i.sql FROM sqlite_master AS i WHERE i.type = 'index' \
      AND i.tbl_name = master COLLATE NOCASE AND i.sql LIKE 'CREATE UNIQUE%'""";

  /**
   * Whether a log is intact: its master has all the triggers that were made for it, and no unique
   * index that they do not know.
   */
  static final String INTACT =
      "(triggers = %s AND NOT EXISTS (%s AND instr(uniques, i.sql) = 0))"
          .formatted(TRIGGERS, UNIQUES);

  /** The logs whose triggers do not all fire before those of the user: the newest fires first. */
  static final String OVERTAKEN =
      """
      SELECT id FROM "mview$log" WHERE EXISTS (SELECT 1 FROM sqlite_master AS theirs \
      JOIN sqlite_master AS ours ON ours.type = 'trigger' AND ours.tbl_name = theirs.tbl_name \
      WHERE theirs.type = 'trigger' AND theirs.tbl_name = master COLLATE NOCASE \
      AND theirs.name NOT LIKE 'mview$%' AND ours.name LIKE 'mview$%' \
      AND ours.name NOT LIKE 'mview$touch%' AND ours.rowid < theirs.rowid)""";

  static final List<String> CREATE =
      List.of(
          """
          CREATE TABLE "mview$registry" (schema_version INTEGER NOT NULL, number INTEGER NOT NULL, \
          last_id INTEGER NOT NULL)""",
          """
          CREATE TABLE "mview$view" (id INTEGER PRIMARY KEY, schema_name TEXT NOT NULL, \
          name TEXT NOT NULL, query TEXT NOT NULL, container TEXT NOT NULL, \
          visible INTEGER NOT NULL, method TEXT NOT NULL, mode TEXT NOT NULL, \
          build TEXT NOT NULL, identity TEXT NOT NULL, rewrite INTEGER NOT NULL, \
          without_index INTEGER NOT NULL, updatable INTEGER NOT NULL, \
          additive INTEGER NOT NULL, \
          populated INTEGER NOT NULL, knowledge TEXT NOT NULL, fast TEXT NOT NULL, \
          compile_error TEXT, last_type TEXT NOT NULL, last_date TEXT, last_end TEXT, \
          seconds REAL, comments TEXT, inner_of INTEGER)""",
          """
          CREATE TABLE "mview$column" (view_id INTEGER NOT NULL, position INTEGER NOT NULL, \
          name TEXT NOT NULL, PRIMARY KEY (view_id, position)) WITHOUT ROWID""",
          """
          CREATE TABLE "mview$constraint" (view_id INTEGER NOT NULL, name TEXT NOT NULL, \
          definition TEXT NOT NULL, PRIMARY KEY (view_id, name)) WITHOUT ROWID""",
          """
          CREATE TABLE "mview$master" (view_id INTEGER NOT NULL, position INTEGER NOT NULL, \
          schema_name TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL, \
          definition TEXT NOT NULL, PRIMARY KEY (view_id, position)) WITHOUT ROWID""",
          """
          CREATE TABLE "mview$log" (id INTEGER PRIMARY KEY, schema_name TEXT NOT NULL, \
          master TEXT NOT NULL, name TEXT NOT NULL, options TEXT NOT NULL, \
          automatic INTEGER NOT NULL, triggers INTEGER NOT NULL, uniques TEXT NOT NULL, \
          last_purge TEXT, purged INTEGER)""",
          """
          CREATE TABLE "mview$log_column" (log_id INTEGER NOT NULL, position INTEGER NOT NULL, \
          name TEXT NOT NULL, listed INTEGER NOT NULL, \
          PRIMARY KEY (log_id, position)) WITHOUT ROWID""",
          """
          CREATE TABLE "mview$reader" (log_id INTEGER NOT NULL, view_id INTEGER NOT NULL, \
          position INTEGER NOT NULL, PRIMARY KEY (log_id, view_id)) WITHOUT ROWID""",
          """
          CREATE TABLE "mview$touch" (master TEXT NOT NULL COLLATE NOCASE, \
          view_id INTEGER NOT NULL, touched INTEGER NOT NULL, \
          PRIMARY KEY (master, view_id)) WITHOUT ROWID""");

  private RegistryTables() {}
}
