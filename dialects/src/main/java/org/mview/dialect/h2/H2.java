package org.mview.dialect.h2;

import static org.mview.dialect.h2.H2Names.NAMES;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mview.dialect.Capability;
import org.mview.dialect.Clauses;
import org.mview.dialect.Dialect;
import org.mview.dialect.Expressions;
import org.mview.dialect.OnConflict;

/** H2, from 2.5, in its own mode, with names in capitals. */
public final class H2 {
  /** Whether the settings of a database are those that this dialect knows. */
  public static final String IS_PLAIN =
      """
      SELECT COUNT(*) = 2 AND SUM(CASE WHEN SETTING_NAME = 'CASE_INSENSITIVE_IDENTIFIERS' \
      AND SETTING_VALUE = 'true' THEN 1 ELSE 0 END) = 0 FROM INFORMATION_SCHEMA.SETTINGS \
      WHERE (SETTING_NAME = 'MODE' AND SETTING_VALUE = 'REGULAR') \
      OR (SETTING_NAME = 'DATABASE_TO_UPPER' AND SETTING_VALUE = 'true') \
      OR (SETTING_NAME = 'CASE_INSENSITIVE_IDENTIFIERS' AND SETTING_VALUE = 'true')""";

  static final String SAME = "%1$s IS NOT DISTINCT FROM %2$s";

  private static final Expressions EXPRESSIONS =
      new Expressions(
          SAME,
          "%1$s",
          SAME,
          "",
          "CAST(%1$s AS DECFLOAT(100)) / NULLIF(%2$s, 0)",
          "%1$s",
          "mview$inexact", // which nothing is
          "%1$s", // its triggers only write logs
          "FALSE",
          "%1$s, CAST(%1$s AS VARCHAR)",
          Optional.of("CAST({} AS %s)"),
          // What it computes beforehand, of a bare CAST, has no type.
          Optional.of("(SELECT CAST(NULL AS %s) WHERE 1 = 0)"::formatted),
          Optional.empty());

  /**
   * Behind an outer join H2 reads tables as they stand; otherwise it tries every order, for longer
   * than any of them takes, and chooses one in which it reads a whole table.
   */
  private static final String IN_ORDER = " LEFT JOIN SYSTEM_RANGE(1, 1) AS \"mview$one\" ON 1 = 1";

  private static final Clauses CLAUSES =
      new Clauses(
          "",
          "CROSS JOIN",
          IN_ORDER,
          (merge, writer) -> {
            throw new IllegalArgumentException("rows are merged by two statements");
          },
          H2Clauses::updateFrom,
          H2Clauses::deleteJoined,
          H2Clauses::deleteCopies,
          H2Clauses::repeated,
          OnConflict::first,
          Optional.of(H2Clauses.COPIES::left),
          Optional.empty(), // a statement writes into one table
          Optional.of(H2Clauses.TAKEN),
          H2Clauses::createTable,
          H2Clauses::createStage,
          Optional.empty(), // it would commit
          H2Clauses::createIndex);

  /** Changes when a table, a view, a trigger, a constraint or a routine is made or altered. */
  private static final String SCHEMA_VERSION =
      """
      SELECT CAST(COALESCE(SUM(ORA_HASH(v)), 0) AS BIGINT) FROM (\
      SELECT 't ' || TABLE_NAME || ' ' || TABLE_CLASS AS v \
      FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = CURRENT_SCHEMA \
      AND STORAGE_TYPE NOT LIKE '%TEMPORARY' \
      UNION ALL SELECT 'c ' || TABLE_NAME || ' ' || COLUMN_NAME || ' ' || ORDINAL_POSITION || ' ' \
      || DATA_TYPE || ' ' || COALESCE(CHARACTER_MAXIMUM_LENGTH, 0) || ' ' \
      || COALESCE(NUMERIC_PRECISION, 0) || ' ' || COALESCE(NUMERIC_SCALE, 0) || ' ' || IS_NULLABLE \
      FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_SCHEMA = CURRENT_SCHEMA \
      UNION ALL SELECT 'g ' || TRIGGER_NAME || ' ' || EVENT_OBJECT_TABLE \
      FROM INFORMATION_SCHEMA.TRIGGERS WHERE TRIGGER_SCHEMA = CURRENT_SCHEMA \
      UNION ALL SELECT 'v ' || TABLE_NAME || ' ' || VIEW_DEFINITION \
      FROM INFORMATION_SCHEMA.VIEWS WHERE TABLE_SCHEMA = CURRENT_SCHEMA \
      UNION ALL SELECT 'f ' || CONSTRAINT_NAME || ' ' || UPDATE_RULE || ' ' || DELETE_RULE \
      FROM INFORMATION_SCHEMA.REFERENTIAL_CONSTRAINTS WHERE CONSTRAINT_SCHEMA = CURRENT_SCHEMA \
      UNION ALL SELECT 'k ' || CONSTRAINT_NAME || ' ' || TABLE_NAME || ' ' || CONSTRAINT_TYPE \
      FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS WHERE CONSTRAINT_SCHEMA = CURRENT_SCHEMA \
      UNION ALL SELECT 'r ' || ROUTINE_NAME \
      FROM INFORMATION_SCHEMA.ROUTINES WHERE ROUTINE_SCHEMA = CURRENT_SCHEMA) AS parts""";

  /** Databases in memory have paths, too; what has none is this connection's alone. */
  /** In memory there is no path, and one without a name is its only connection's. */
  private static final String IDENTITY =
      """
      SELECT CASE WHEN DATABASE_PATH() IS NULL AND LOWER(CURRENT_CATALOG) = 'unnamed' THEN '' \
      ELSE COALESCE(DATABASE_PATH(), '') || ' ' || CURRENT_CATALOG || ' ' || CURRENT_SCHEMA || ' ' \
      || CURRENT_USER END""";

  /** Sessions that have ended have no lock any more. */
  private static final String TAKE =
      """
      SELECT COUNT(*) FROM FINAL TABLE (UPDATE "mview$alone" SET owner = %1$s \
      WHERE owner NOT IN (SELECT s.SESSION_ID || ' ' || s.SESSION_START \
      FROM INFORMATION_SCHEMA.SESSIONS AS s WHERE s.SESSION_ID <> SESSION_ID()))"""
          .formatted(H2Names.SESSION);

  private static final String GIVE_BACK =
      """
      SELECT COUNT(*) FROM FINAL TABLE (UPDATE "mview$alone" SET owner = '' WHERE owner = %s)"""
          .formatted(H2Names.SESSION);

  /** All that H2 does differently. */
  public static final Dialect DIALECT =
      new Dialect(
          "h2",
          NAMES,
          name -> name.toUpperCase(Locale.ROOT),
          "CURRENT_SCHEMA",
          Optional.empty(),
          SCHEMA_VERSION,
          IDENTITY,
          new Dialect.Beginnings(
                  "BEGIN",
                  List.of("BEGIN"),
                  Optional.of(new H2LogLocks()),
                  Optional.empty(),
                  Optional.of(
                      new Dialect.Alone(
                          Optional.of(
                              """
                          CREATE TABLE IF NOT EXISTS "mview$alone" (id INTEGER PRIMARY KEY, \
                          owner VARCHAR NOT NULL) AS SELECT 0, ''"""),
                          TAKE,
                          GIVE_BACK)))
              .beside("BEGIN")
              .asking(Dialect.Inside.query("SELECT NOT AUTOCOMMIT()")),
          H2Catalog.CATALOG,
          EXPRESSIONS,
          CLAUSES,
          new H2Tables(),
          new H2Triggers(),
          Optional.empty(),
          new H2Functions(),
          new H2ExecutionPlans(),
          H2Violations::of,
          Set.of(
              Capability.COMMENTS_COLUMNS,
              Capability.KEYS_WANT_NOT_NULL,
              Capability.SAVEPOINTS,
              Capability.NAMES_CONSTRAINTS,
              Capability.ADD_CONSTRAINT,
              Capability.REPLACES_VIEWS,
              Capability.GOES_ON_AFTER_ERRORS,
              Capability.READS_WHAT_IT_CHANGES,
              Capability.CHECKS,
              Capability.NAMES_BRANCHES,
              Capability.LIMITS_KEYS,
              Capability.BLURS_TEXTS,
              Capability.LEVEL_OF_SESSION,
              Capability.ROUNDS_AVERAGES,
              Capability.INTERSECTS_FIRST,
              Capability.MATERIALIZES_VIEWS,
              Capability.TRIES_ALL_ORDERS,
              Capability.LEAVES_HALF_OF_QUERIES,
              Capability.PAIRS_NATURALLY_WITH_ONE,
              Capability.CONVERTS_IN_UNIONS,
              Capability.MIXES_CHARS,
              Capability.TYPED_EXPRESSIONS,
              Capability.SEES_WHAT_IS_NAMED,
              Capability.REUSES_RESULTS));

  private H2() {}
}
