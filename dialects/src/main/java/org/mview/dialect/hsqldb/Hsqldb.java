package org.mview.dialect.hsqldb;

import static org.mview.dialect.hsqldb.HsqldbNames.NAMES;
import static org.mview.dialect.hsqldb.HsqldbNames.SESSION;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mview.dialect.Capability;
import org.mview.dialect.Clauses;
import org.mview.dialect.Dialect;
import org.mview.dialect.Expressions;
import org.mview.dialect.OnConflict;

/** HSQLDB, from 2.7, in its own syntax. */
public final class Hsqldb {
  /**
   * Whether the settings of a database are those that this dialect knows; who is no administrator
   * is not told them.
   */
  public static final String IS_PLAIN =
      """
      SELECT COUNT(*) = 0 FROM INFORMATION_SCHEMA.SYSTEM_PROPERTIES \
      WHERE ((PROPERTY_NAME LIKE 'sql.syntax%' OR PROPERTY_NAME IN ('sql.lowercase_ident', \
      'sql.enforce_names', 'sql.ignore_case')) AND PROPERTY_VALUE = 'true') \
      OR (PROPERTY_NAME IN ('sql.concat_nulls', 'sql.regular_names', 'sql.enforce_size', \
      'sql.unique_nulls', 'sql.ref_integrity') AND PROPERTY_VALUE = 'false')""";

  static final String SAME = "%1$s IS NOT DISTINCT FROM %2$s";

  private static final Expressions EXPRESSIONS =
      new Expressions(
          SAME,
          "%1$s",
          SAME,
          "",
          "%1$s / NULLIF(%2$s, 0)",
          "%1$s",
          "mview$inexact", // which nothing is
          "%1$s", // its triggers only write logs
          "FALSE",
          "%1$s, " + HsqldbClauses.EXACTLY.replace("%s", "%1$s"),
          Optional.of("CAST({} AS %s)"),
          Optional.of(HsqldbClauses::absent),
          Optional.empty());

  private static final Clauses CLAUSES =
      new Clauses(
          " FROM (VALUES (0)) AS nowhere",
          "CROSS JOIN",
          "",
          (merge, writer) -> {
            throw new IllegalArgumentException("rows are merged by two statements");
          },
          HsqldbClauses::updateFrom,
          HsqldbClauses::deleteJoined,
          HsqldbClauses::deleteCopies,
          HsqldbClauses::repeated,
          OnConflict::first,
          Optional.of(HsqldbClauses.COPIES::left),
          Optional.empty(), // a statement writes into one table
          Optional.of(HsqldbClauses.TAKEN),
          HsqldbClauses::createTable,
          HsqldbClauses::createStage,
          Optional.empty(), // statements of the same text would go on using the one that is gone
          HsqldbClauses::createIndex);

  /** Changes when a table, a view, a trigger, a constraint or a routine is made or altered. */
  private static final String SCHEMA_VERSION =
      """
      SELECT 't ' || TABLE_NAME || ' ' || TABLE_TYPE AS v \
      FROM INFORMATION_SCHEMA.SYSTEM_TABLES WHERE TABLE_SCHEM = CURRENT_SCHEMA \
      UNION ALL SELECT 'c ' || TABLE_NAME || ' ' || COLUMN_NAME || ' ' || ORDINAL_POSITION || ' ' \
      || DTD_IDENTIFIER || ' ' || COALESCE(COLLATION_NAME, '') || ' ' || IS_NULLABLE \
      FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_SCHEMA = CURRENT_SCHEMA \
      UNION ALL SELECT 'g ' || TRIGGER_NAME || ' ' || EVENT_OBJECT_TABLE || ' ' || ACTION_STATEMENT \
      FROM INFORMATION_SCHEMA.TRIGGERS WHERE TRIGGER_SCHEMA = CURRENT_SCHEMA \
      UNION ALL SELECT 'v ' || TABLE_NAME || ' ' || VIEW_DEFINITION \
      FROM INFORMATION_SCHEMA.VIEWS WHERE TABLE_SCHEMA = CURRENT_SCHEMA \
      UNION ALL SELECT 'f ' || CONSTRAINT_NAME || ' ' || UPDATE_RULE || ' ' || DELETE_RULE \
      FROM INFORMATION_SCHEMA.REFERENTIAL_CONSTRAINTS WHERE CONSTRAINT_SCHEMA = CURRENT_SCHEMA \
      UNION ALL SELECT 'k ' || CONSTRAINT_NAME || ' ' || TABLE_NAME || ' ' || CONSTRAINT_TYPE \
      FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS WHERE CONSTRAINT_SCHEMA = CURRENT_SCHEMA \
      UNION ALL SELECT 'r ' || ROUTINE_NAME \
      FROM INFORMATION_SCHEMA.ROUTINES WHERE ROUTINE_SCHEMA = CURRENT_SCHEMA""";

  /** Each database has a name of its own, from the moment at which it was made. */
  private static final String IDENTITY =
      """
      SELECT DATABASE_NAME() || ' ' || DATABASE() || ' ' || CURRENT_SCHEMA || ' ' || CURRENT_USER \
      FROM (VALUES (0)) AS nowhere""";

  private static final String PREPARE =
      """
      CREATE TABLE IF NOT EXISTS "mview$alone" (owner) \
      AS (SELECT CAST('' AS VARCHAR(100)) FROM (VALUES (0)) AS nowhere) WITH DATA""";

  /** Sessions that have ended have no lock any more; only an administrator knows which have. */
  private static final String TAKE =
      """
      UPDATE "mview$alone" SET owner = %1$s WHERE owner IN ('', %1$s) \
      OR ((SELECT s.IS_ADMIN FROM INFORMATION_SCHEMA.SYSTEM_SESSIONS AS s \
      WHERE s.SESSION_ID = SESSION_ID()) AND owner NOT IN (SELECT s.SESSION_ID || ' ' || s.CONNECTED \
      FROM INFORMATION_SCHEMA.SYSTEM_SESSIONS AS s))"""
          .formatted(SESSION);

  private static final String GIVE_BACK =
      "UPDATE \"mview$alone\" SET owner = '' WHERE owner = %s".formatted(SESSION);

  /**
   * Changes no row. Where tables are locked, in the modes LOCKS and MVLOCKS, it locks this one
   * until the transaction ends; in the mode MVCC it does nothing.
   */
  private static final String TURN = "UPDATE \"mview$alone\" SET owner = owner WHERE 1 = 0";

  private static final Dialect.Beginnings TRANSACTIONS =
      new Dialect.Beginnings(
          "SET AUTOCOMMIT FALSE", // START TRANSACTION begins none in autocommit
          List.of("SET AUTOCOMMIT FALSE"),
          Optional.of(new HsqldbLogLocks()),
          Optional.empty(),
          Optional.of(new Dialect.Alone(Optional.of(PREPARE), TAKE, GIVE_BACK)),
          Optional.of("SET AUTOCOMMIT TRUE"),
          Optional.of(TURN));

  /** All that HSQLDB does differently. */
  public static final Dialect DIALECT =
      new Dialect(
          "hsqldb",
          NAMES,
          name -> name.toUpperCase(Locale.ROOT),
          "CURRENT_SCHEMA",
          Optional.empty(),
          SCHEMA_VERSION,
          IDENTITY,
          TRANSACTIONS,
          HsqldbCatalog.CATALOG,
          EXPRESSIONS,
          CLAUSES,
          new HsqldbTables(),
          new HsqldbTriggers(),
          Optional.empty(),
          new HsqldbFunctions(),
          new HsqldbExecutionPlans(),
          HsqldbViolations::of,
          Set.of(
              Capability.COMMENTS_COLUMNS,
              Capability.ADD_CONSTRAINT,
              Capability.ALTERS_VIEWS,
              Capability.BARE_COPIES,
              Capability.UNITES_NO_LARGE_OBJECTS,
              Capability.MERGES_PAST_TRIGGERS,
              Capability.NAMES_CONSTRAINTS,
              Capability.SAVEPOINTS,
              Capability.PADS_TEXTS,
              Capability.WARNS_OF_NOTHING,
              Capability.GOES_ON_AFTER_ERRORS,
              Capability.READS_WHAT_IT_CHANGES,
              Capability.CHECKS,
              Capability.LIMITS_KEYS,
              Capability.BLURS_TEXTS,
              Capability.LEVEL_OF_SESSION,
              Capability.ROUNDS_AVERAGES,
              Capability.INTERSECTS_FIRST,
              Capability.CONVERTS_IN_UNIONS,
              Capability.TYPED_EXPRESSIONS));

  private Hsqldb() {}
}
