package org.mview.dialect.duckdb;

import org.mview.dialect.Spelling;

/** How names and texts stand in a statement. */
final class DuckdbNames {
  /** DuckDB keeps any name; nobody can type longer ones. */
  static final Spelling NAMES = new Spelling('"', 240);

  private DuckdbNames() {}

  /** A text as a literal. */
  static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
