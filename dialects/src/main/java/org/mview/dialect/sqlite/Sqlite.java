package org.mview.dialect.sqlite;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.mview.dialect.Capability;
import org.mview.dialect.Clauses;
import org.mview.dialect.Dialect;
import org.mview.dialect.Expressions;
import org.mview.dialect.OnConflict;
import org.mview.dialect.SessionState;
import org.mview.dialect.Spelling;

/** SQLite, from 3.39: RIGHT JOIN, UPDATE FROM, upsert with several conflict clauses. */
public final class Sqlite {
  /**
   * Columns hold values of any type, so only a look at a value says whether adding it is exact. A
   * value that is not whole, or that would not be when it is taken away, makes the statement fail
   * with an overflow: SQLite undoes the statement, and the transaction goes on.
   */
  private static final String WHOLE_OR_OVERFLOW =
      "CASE WHEN typeof(%1$s) IN ('integer', 'null') AND %1$s IS NOT -9223372036854775808 THEN %1$s"
          + " ELSE abs(-9223372036854775807 - 1) END";

  /**
   * Whole numbers stay whole in a sum, where they do not overflow: all others make it a REAL, and
   * so do those of which eight might overflow inside SUM, which fails then.
   */
  private static final String WHOLE_OR_REAL =
      "CASE WHEN typeof(%1$s) = 'null' OR typeof(%1$s) = 'integer' AND %1$s BETWEEN -1152921504606846975 AND"
          + " 1152921504606846975 THEN %1$s ELSE %1$s + 0.0 END";

  private static final Expressions EXPRESSIONS =
      new Expressions(
          "%1$s IS %2$s",
          "IFNULL(%1$s, x'')%2$s, %1$s IS NULL",
          "IFNULL(%1$s, x'')%3$s = IFNULL(%2$s, x'')%3$s AND (%1$s IS NULL) = (%2$s IS NULL)",
          " COLLATE %s",
          "CAST(%1$s AS REAL) / %2$s",
          WHOLE_OR_OVERFLOW,
          "integer overflow",
          WHOLE_OR_REAL,
          "typeof(%1$s) NOT IN ('integer', 'null')",
          "%1$s COLLATE BINARY, typeof(%1$s)",
          Optional.empty(), // a value has a type of its own
          Optional.empty(),
          Optional.empty());

  private static final Clauses CLAUSES =
      new Clauses(
          "",
          "CROSS JOIN",
          "",
          OnConflict::upsert,
          OnConflict::updateFrom,
          SqliteClauses::deleteJoined,
          SqliteClauses::deleteCopies,
          SqliteClauses::repeated,
          OnConflict::first,
          Optional.empty(),
          Optional.empty(), // there is one writer
          Optional.empty(),
          SqliteClauses::createTable,
          SqliteClauses::createStage,
          Optional.of("DROP TABLE IF EXISTS"),
          SqliteClauses::createIndex);

  /** All that SQLite does differently. */
  public static final Dialect DIALECT =
      new Dialect(
          "sqlite",
          new Spelling('"', 128),
          UnaryOperator.identity(), // case makes no difference
          "'" + SqliteTables.MAIN + "'",
          Optional.of("temp"),
          "SELECT schema_version FROM pragma_schema_version",
          "SELECT file FROM pragma_database_list WHERE name = 'main'",
          new Dialect.Beginnings(
                  "BEGIN IMMEDIATE",
                  List.of("BEGIN IMMEDIATE"),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty())
              .asking(Dialect.Inside.failing("BEGIN", "ROLLBACK")),
          SqliteCatalog.CATALOG,
          EXPRESSIONS,
          CLAUSES,
          new SqliteTables(),
          new SqliteTriggers(),
          Optional.of(
              new SessionState(
                  "last_insert_rowid()",
                  log ->
                      "INSERT OR REPLACE INTO "
                          + log
                          + " (\"SEQUENCE$$\", \"SIGN$$\") VALUES (?, 0)",
                  "CREATE TEMP TABLE IF NOT EXISTS mview$rowid (id INTEGER PRIMARY KEY, one UNIQUE)",
                  "INSERT OR REPLACE INTO temp.mview$rowid (id, one) VALUES (?, 1)",
                  "changes()")),
          new SqliteFunctions(),
          new SqliteExecutionPlans(),
          SqliteViolations::of,
          Set.of(
              Capability.TRANSACTIONAL_DDL,
              Capability.SAVEPOINTS,
              Capability.SAVEPOINT_BEGINS,
              Capability.NAMES_CONSTRAINTS,
              Capability.SINGLE_WRITER,
              Capability.HAS_NO_USERS,
              Capability.CHANGES_ROWS_TWICE,
              Capability.MERGES_BY_TRIGGERS,
              Capability.READS_WHAT_IT_CHANGES,
              Capability.REPLACES_ROWS,
              Capability.GOES_ON_AFTER_ERRORS,
              Capability.CHECKS));

  private Sqlite() {}
}
