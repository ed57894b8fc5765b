package org.mview.dialect.postgres;

import static org.mview.dialect.postgres.PostgresNames.NAMES;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mview.dialect.Capability;
import org.mview.dialect.Clauses;
import org.mview.dialect.Dialect;
import org.mview.dialect.Expressions;
import org.mview.dialect.OnConflict;

/** PostgreSQL, from 15: unique indexes in which NULL is like NULL. */
public final class Postgres {
  /** IS NOT DISTINCT FROM uses no index; each side of the OR can use one. */
  static final String SAME = "(%1$s = %2$s OR (%1$s IS NULL AND %2$s IS NULL))";

  /**
   * NaN and the infinities stay in a sum when they are taken off it again: they fail the statement.
   * The divisor is looked at for each value, and not when the statement is planned.
   */
  private static final String FINITE =
      "%1$s + 0 * (1 / CASE WHEN CAST(%1$s AS text) IN ('NaN', 'Infinity', '-Infinity') THEN 0 ELSE 1 END)";

  /** Each of the two is taken to hold for a third of the rows, whatever the planner knows. */
  private static final String FEW = "({} < {} + 1 AND {} < {} + 2)";

  private static final Expressions EXPRESSIONS =
      new Expressions(
          SAME,
          "%1$s",
          SAME,
          " COLLATE %s",
          "CAST(%1$s AS numeric) / NULLIF(%2$s, 0)",
          FINITE,
          "division by zero",
          "%1$s", // its triggers merge nothing that may not be exact
          "FALSE",
          "%1$s, CAST(%1$s AS text)",
          Optional.of("CAST({} AS %s)"),
          Optional.of("CAST(NULL AS %s)"::formatted),
          Optional.of(FEW));

  private static final Clauses CLAUSES =
      new Clauses(
          "",
          "CROSS JOIN",
          "",
          OnConflict::upsert,
          OnConflict::updateFrom,
          PostgresClauses::deleteJoined,
          PostgresClauses::deleteCopies,
          PostgresClauses::repeated,
          OnConflict::first,
          Optional.empty(),
          Optional.of(PostgresClauses::atOnce),
          Optional.empty(),
          PostgresClauses::createTable,
          PostgresClauses::createStage,
          Optional.of("DROP TABLE IF EXISTS"),
          PostgresClauses::createIndex);

  /**
   * Changes when a relation of the schema is made or altered, a trigger or a function too, or a
   * column of a table that has triggers of ours.
   */
  private static final String SCHEMA_VERSION =
      """
      SELECT CAST(COALESCE(SUM(hashtextextended(v, 0) % 1000000007), 0) AS bigint) FROM (\
      SELECT 'c' || c.oid || ' ' || c.xmin AS v FROM pg_catalog.pg_class AS c \
      WHERE c.relnamespace = to_regnamespace(quote_ident(current_schema())) \
      AND c.relkind IN ('r', 'p', 'v', 'm', 'f') \
      UNION ALL SELECT 't' || t.oid || ' ' || t.xmin FROM pg_catalog.pg_trigger AS t \
      JOIN pg_catalog.pg_class AS c ON c.oid = t.tgrelid \
      WHERE NOT t.tgisinternal AND c.relnamespace = to_regnamespace(quote_ident(current_schema())) \
      UNION ALL SELECT 'f' || p.oid || ' ' || p.xmin FROM pg_catalog.pg_proc AS p \
      WHERE p.pronamespace = to_regnamespace(quote_ident(current_schema())) \
      AND p.provolatile = 'v' AND p.prorettype <> 'trigger'::regtype \
      UNION ALL SELECT 'a' || a.attrelid || ' ' || a.attnum || ' ' || a.xmin \
      FROM pg_catalog.pg_attribute AS a WHERE a.attnum > 0 AND a.attrelid IN (\
      SELECT t.tgrelid FROM pg_catalog.pg_trigger AS t WHERE t.tgname LIKE 'mview$%')) AS parts""";

  /** Sessions that see other schemas first see other views. */
  private static final String IDENTITY =
      """
      SELECT concat_ws(' ', (SELECT system_identifier FROM pg_control_system()), \
      current_database(), current_schema(), current_setting('search_path'), current_user)""";

  /** One of ours at a time, in each schema: the number stands for our product. */
  private static final String ONE_AT_A_TIME =
      "SELECT pg_advisory_xact_lock(1836475751, hashtext(current_schema()))";

  /** Several of one call, while no other session is the one. */
  private static final String BESIDE_OTHERS =
      "SELECT pg_advisory_xact_lock_shared(1836475751, hashtext(current_schema()))";

  /** All that PostgreSQL does differently. */
  public static final Dialect DIALECT =
      new Dialect(
          "postgresql",
          NAMES,
          name -> name.toLowerCase(Locale.ROOT),
          "current_schema()",
          Optional.empty(),
          SCHEMA_VERSION,
          IDENTITY,
          new Dialect.Beginnings(
                  "BEGIN",
                  List.of("BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE", ONE_AT_A_TIME),
                  Optional.of(new PostgresLogLocks()),
                  Optional.empty(),
                  Optional.empty())
              .beside("BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE", BESIDE_OTHERS),
          PostgresCatalog.CATALOG,
          EXPRESSIONS,
          CLAUSES,
          new PostgresTables(),
          new PostgresTriggers(),
          Optional.empty(),
          new PostgresFunctions(),
          new PostgresExecutionPlans(),
          PostgresViolations::of,
          Set.of(
              Capability.COMMENTS_COLUMNS,
              Capability.TRANSACTIONAL_DDL,
              Capability.SAVEPOINTS,
              Capability.NAMES_CONSTRAINTS,
              Capability.ADD_CONSTRAINT,
              Capability.REPLACES_VIEWS,
              Capability.READS_WHAT_IT_CHANGES,
              Capability.CHECKS,
              Capability.TRUNCATES,
              Capability.INTERSECTS_FIRST,
              Capability.MATERIALIZES_VIEWS,
              Capability.TAKES_SEVERAL,
              Capability.MERGES_BY_TRIGGERS,
              Capability.MERGES_EXACTLY,
              Capability.MIXES_CHARS,
              Capability.TYPED_EXPRESSIONS));

  private Postgres() {}
}
