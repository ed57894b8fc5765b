package org.mview.queries;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * How a database says what the files of the query sets, which are SQLite's, say.
 *
 * @param schema changes the text of a schema
 * @param query changes the text of a query
 * @param insertNew begins an INSERT that leaves rows alone whose key is there
 * @param insertNewEnd ends it
 * @param replace begins an INSERT that replaces such rows
 * @param replaceEnd ends it
 * @param update begins an UPDATE that leaves rows alone whose new key is there
 * @param same between a column and a value, which may be NULL
 * @param row what finds a row for the time of a statement
 */
record Spelling(
    UnaryOperator<String> schema,
    UnaryOperator<String> query,
    String insertNew,
    String insertNewEnd,
    String replace,
    String replaceEnd,
    String update,
    String same,
    String row) {
  private static final Spelling SQLITE =
      new Spelling(
          UnaryOperator.identity(),
          UnaryOperator.identity(),
          "INSERT OR IGNORE",
          "",
          "INSERT OR REPLACE",
          "",
          "UPDATE OR IGNORE",
          "IS",
          "rowid");

  /** Dates are dates. What would change a key to one that is there fails. */
  private static final Spelling POSTGRESQL =
      new Spelling(
          schema -> schema.replaceAll("(\\w+date) TEXT", "$1 DATE"),
          query ->
              query
                  .replaceAll("strftime\\('%Y', (\\w+)\\)", "EXTRACT(YEAR FROM $1)")
                  .replaceAll("NULL (AS \\w+_cumulative)", "CAST(NULL AS numeric) $1")
                  .replaceAll("(?m)^  NULL,$", "  CAST(NULL AS numeric),"),
          "INSERT",
          " ON CONFLICT DO NOTHING",
          "INSERT",
          " ON CONFLICT DO NOTHING",
          "UPDATE",
          "IS NOT DISTINCT FROM",
          "ctid");

  private static final Map<String, Spelling> BY_DIALECT =
      Map.of("sqlite", SQLITE, "postgresql", POSTGRESQL);

  /** The spelling of a database that these tests know. */
  static Spelling of(String dialect) {
    return BY_DIALECT.get(dialect);
  }

  /** The names of the dialects that these tests know. */
  static List<String> dialects() {
    return List.copyOf(BY_DIALECT.keySet());
  }
}
