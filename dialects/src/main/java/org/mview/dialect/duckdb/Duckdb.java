package org.mview.dialect.duckdb;

import static org.mview.dialect.duckdb.DuckdbNames.NAMES;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.mview.dialect.Capability;
import org.mview.dialect.Clauses;
import org.mview.dialect.Dialect;
import org.mview.dialect.Expressions;
import org.mview.dialect.OnConflict;

/** DuckDB, from 2.0: the first version that has triggers. */
public final class Duckdb {
  static final String SAME = "%1$s IS NOT DISTINCT FROM %2$s";

  private static final Expressions EXPRESSIONS =
      new Expressions(
          SAME,
          "%1$s",
          SAME,
          "",
          "CAST(%1$s AS DOUBLE) / NULLIF(%2$s, 0)",
          "%1$s",
          "mview$inexact", // which nothing is
          "%1$s", // its triggers only write logs
          "FALSE",
          "%1$s, CAST(%1$s AS VARCHAR)",
          Optional.of("CAST({} AS %s)"),
          Optional.of("CAST(NULL AS %s)"::formatted),
          Optional.empty());

  private static final Clauses CLAUSES =
      new Clauses(
          "",
          "CROSS JOIN",
          "",
          (merge, writer) -> {
            throw new IllegalArgumentException("rows are merged by two statements");
          },
          DuckdbClauses::updateFrom,
          DuckdbClauses::deleteJoined,
          DuckdbClauses::deleteCopies,
          DuckdbClauses::repeated,
          OnConflict::first,
          Optional.of(DuckdbClauses.COPIES::left),
          Optional.empty(), // every statement of a transaction sees the same
          Optional.of(DuckdbClauses.TAKEN),
          DuckdbClauses::createTable,
          DuckdbClauses::createStage,
          Optional.empty(), // ours would commit
          DuckdbClauses::createIndex);

  /** Changes when a table, a view or a trigger is made or altered. */
  private static final String SCHEMA_VERSION =
      """
      SELECT CAST(COALESCE(SUM(hash(v) % 1000000007), 0) AS BIGINT) FROM (\
      SELECT 't ' || t.table_oid || ' ' || t.sql AS v FROM duckdb_tables() AS t \
      WHERE t.database_name = current_database() AND t.schema_name = current_schema() \
      UNION ALL SELECT 'v ' || w.view_oid || ' ' || w.sql FROM duckdb_views() AS w \
      WHERE w.database_name = current_database() AND w.schema_name = current_schema() \
      AND NOT w.internal \
      UNION ALL SELECT 'g ' || g.trigger_oid || ' ' || g.table_name || ' ' || g.sql \
      FROM duckdb_triggers() AS g \
      WHERE g.database_name = current_database() AND g.schema_name = current_schema()) AS parts""";

  /** One that is not in a file may be this connection's alone: nobody can say. */
  private static final String IDENTITY =
      """
      SELECT COALESCE((SELECT d.path || ' ' || current_schema() FROM duckdb_databases() AS d \
      WHERE d.database_name = current_database()), '')""";

  /** All that DuckDB does differently. */
  public static final Dialect DIALECT =
      new Dialect(
          "duckdb",
          NAMES,
          UnaryOperator.identity(), // case makes no difference
          "current_schema()",
          Optional.empty(),
          SCHEMA_VERSION,
          IDENTITY,
          new Dialect.Beginnings(
                  "BEGIN",
                  List.of("BEGIN"),
                  Optional.of(new DuckdbLogLocks()),
                  Optional.empty(),
                  Optional.empty())
              .asking(Dialect.Inside.failing("BEGIN", "ROLLBACK")),
          DuckdbCatalog.CATALOG,
          EXPRESSIONS,
          CLAUSES,
          new DuckdbTables(),
          new DuckdbTriggers(),
          Optional.empty(),
          new DuckdbFunctions(),
          new DuckdbExecutionPlans(),
          DuckdbViolations::of,
          Set.of(
              Capability.COMMENTS_COLUMNS,
              Capability.ONE_SNAPSHOT,
              Capability.HAS_NO_USERS,
              Capability.REPLACES_VIEWS,
              Capability.READS_WHAT_IT_CHANGES,
              Capability.CHECKS,
              Capability.TRUNCATES,
              Capability.ROUNDS_AVERAGES,
              Capability.INTERSECTS_FIRST,
              Capability.TYPED_EXPRESSIONS));

  private Duckdb() {}
}
