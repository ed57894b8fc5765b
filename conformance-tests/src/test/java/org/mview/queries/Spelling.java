package org.mview.queries;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

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
 * @param at a condition: that a row is that at a place; of its table, its first column, and the
 *     place
 * @param sets the names of the sets whose queries the database can run
 * @param lacks what a query has in it that it cannot run nevertheless
 * @param transactions how many change the tables of each query, where nobody says otherwise
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
    String at,
    Set<String> sets,
    Optional<Pattern> lacks,
    int transactions) {
  private static final int USUAL = 20;
  private static final Set<String> BOTH = Set.of("tpch", "tpcds");

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
          "rowid = (SELECT rowid FROM %1$s LIMIT 1 OFFSET %3$s)",
          BOTH,
          Optional.empty(),
          USUAL);

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
          "ctid = (SELECT ctid FROM %1$s LIMIT 1 OFFSET %3$s)",
          BOTH,
          Optional.empty(),
          USUAL);

  /**
   * Keys are not made of long texts. A row has nothing that finds it in all tables: rows are
   * changed that are like it in their first column.
   */
  private static final Spelling MYSQL =
      new Spelling(
          schema ->
              schema
                  .replaceAll("(\\w+date) TEXT", "$1 DATE")
                  .replaceAll("(\\w+) TEXT", "$1 VARCHAR(80)"),
          query -> query.replaceAll("strftime\\('%Y', (\\w+)\\)", "EXTRACT(YEAR FROM $1)"),
          "INSERT IGNORE",
          "",
          "REPLACE",
          "",
          "UPDATE IGNORE",
          "<=>",
          "%2$s = (SELECT * FROM (SELECT %2$s FROM %1$s LIMIT 1 OFFSET %3$s) AS q)",
          Set.of("tpch"),
          Optional.empty(),
          USUAL);

  /** Dates are dates. A key that is there already makes a statement fail. */
  private static final Spelling H2 =
      new Spelling(
          schema ->
              schema
                  .replaceAll("(\\w+date) TEXT", "$1 DATE")
                  .replaceAll("(\\w+) TEXT", "$1 VARCHAR"),
          query -> query.replaceAll("strftime\\('%Y', (\\w+)\\)", "EXTRACT(YEAR FROM $1)"),
          "INSERT",
          "",
          "INSERT",
          "",
          "UPDATE",
          "IS NOT DISTINCT FROM",
          "_ROWID_ = (SELECT _ROWID_ FROM %1$s LIMIT 1 OFFSET %3$s)",
          BOTH,
          Optional.of(Pattern.compile("FULL (OUTER )?JOIN")),
          6); // it compiles each statement anew, and takes its time

  private static final Map<String, Spelling> BY_DIALECT =
      Map.of(
          "sqlite", SQLITE, "h2", H2, "postgresql", POSTGRESQL, "mysql", MYSQL, "mariadb", MYSQL);

  /** Whether the database can run a query of the sets. */
  boolean takes(String text) {
    return lacks.stream().noneMatch(lack -> lack.matcher(text).find());
  }

  /** The spelling of a database that these tests know. */
  static Spelling of(String dialect) {
    return BY_DIALECT.get(dialect);
  }
}
