package org.mview.dialect.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mview.dialect.SqlWriter;
import org.mview.sql.Definition;
import org.mview.sql.Identifier;
import org.mview.sql.Query;
import org.mview.sql.Statement;

/** The clauses that PostgreSQL says in its own way. */
final class PostgresClauses {
  private PostgresClauses() {}

  static String deleteJoined(Statement.DeleteJoined delete, SqlWriter writer) {
    return "DELETE FROM %s AS %s USING %s WHERE %s"
        .formatted(
            writer.name(delete.from()),
            writer.name(delete.alias()),
            writer.from(delete.with()),
            writer.all(delete.where()));
  }

  static String deleteCopies(Statement.DeleteCopies delete, SqlWriter writer) {
    String same =
        IntStream.range(0, delete.columns().size())
            .mapToObj(
                i -> same(delete, writer, delete.columns().get(i), delete.stageColumns().get(i)))
            .collect(Collectors.joining(" AND "));
    return """
        DELETE FROM %1$s AS c USING (SELECT t.ctid AS id, s.%2$s AS weight, \
        ROW_NUMBER() OVER (PARTITION BY s.ctid) AS number \
        FROM %3$s AS s, %1$s AS t WHERE s.%2$s < 0 AND %4$s) AS found \
        WHERE c.ctid = found.id AND found.number <= -found.weight"""
        .formatted(
            writer.name(delete.from()),
            writer.name(delete.weight()),
            writer.source(delete.stage()),
            same.isEmpty() ? "TRUE" : same);
  }

  /**
   * An index finds what is equal, and a second look what is the same. A change may be read from one
   * part of a union, and be a date where the table has a time stamp: COALESCE converts it.
   */
  private static String same(
      Statement.DeleteCopies delete, SqlWriter writer, Identifier column, Identifier staged) {
    String equal = Postgres.SAME.formatted("t.%1$s", "s.%2$s");
    String template =
        delete.blurred().contains(column)
            ? equal
                + " AND CAST(COALESCE(t.%1$s, s.%2$s) AS text)"
                + " IS NOT DISTINCT FROM CAST(COALESCE(s.%2$s, t.%1$s) AS text)"
            : equal;
    return template.formatted(writer.name(column), writer.name(staged));
  }

  static String repeated(Query.Repeated repeated, SqlWriter writer) {
    return "SELECT %s FROM (%s) AS r, generate_series(1, CAST(r.%s AS bigint)) AS copies WHERE TRUE"
        .formatted(
            repeated.columns().stream()
                .map(column -> "r." + writer.name(column))
                .collect(Collectors.joining(", ")),
            writer.write(repeated.query()),
            writer.name(repeated.times()));
  }

  /**
   * One WITH, whose parts all see the same rows: those of the moment when the statement began. What
   * a part puts into a stage the others find under the name of the stage, which is that of a part.
   * Stages stay empty if the guard does not hold.
   */
  static String atOnce(Statement.AtOnce atOnce, SqlWriter writer) {
    String guard = writer.name(Statement.AtOnce.GUARD);
    List<String> parts = new ArrayList<>();
    parts.add(
        "%s AS MATERIALIZED (SELECT %s AS %s)"
            .formatted(guard, writer.write(atOnce.guard()), Statement.AtOnce.HOLDS_COLUMN));
    int number = 1;
    for (Statement part : atOnce.parts()) {
      if (part instanceof Statement.Insert insert && insert.into().schema().isEmpty()) {
        String stage = writer.name(insert.into().name());
        String columns = writer.names(insert.columns());
        parts.add(
            "%s (%s) AS MATERIALIZED (%s)".formatted(stage, columns, writer.write(insert.query())));
        parts.add(
            named(
                number++,
                "INSERT INTO pg_temp.%1$s (%2$s) SELECT %2$s FROM %1$s WHERE %3$s"
                    .formatted(stage, columns, writer.write(Statement.AtOnce.HOLDS))));
      } else {
        parts.add(named(number++, writer.write(part)));
      }
    }
    for (String other : atOnce.others()) {
      parts.add(named(number++, other));
    }
    return "WITH %s SELECT %s FROM %s"
        .formatted(String.join(", ", parts), Statement.AtOnce.HOLDS_COLUMN, guard);
  }

  private static String named(int number, String statement) {
    return "\"mview$part%s\" AS (%s)".formatted(number, statement);
  }

  /** A table has columns of the query's types; what AS makes has no constraints yet. */
  static String createTable(Definition.CreateTable table, SqlWriter writer) {
    String name = writer.name(table.name());
    List<Identifier> columns =
        table.columns().stream().map(Definition.ColumnDefinition::name).toList();
    String create =
        "CREATE TABLE %s (%s) AS %s WITH NO DATA"
            .formatted(name, writer.names(columns), writer.write(table.rows()));
    return table.constraints().stream()
        .map(constraint -> "; ALTER TABLE %s ADD %s".formatted(name, constraint))
        .collect(Collectors.joining("", create, ""));
  }

  /** The query may be part of a statement that has a guard. */
  static String createStage(Definition.CreateStage stage, SqlWriter writer) {
    return """
        CREATE TEMP TABLE IF NOT EXISTS %1$s (%2$s) AS \
        WITH %3$s AS (SELECT TRUE AS %4$s) SELECT * FROM (%5$s) AS q WITH NO DATA; ANALYZE %1$s"""
        .formatted(
            writer.name(stage.name().name()),
            writer.names(stage.columns()),
            writer.name(Statement.AtOnce.GUARD),
            Statement.AtOnce.HOLDS_COLUMN,
            writer.write(stage.rows()));
  }

  static String createIndex(Definition.CreateIndex index, SqlWriter writer) {
    return "CREATE %s %s ON %s (%s)%s"
        .formatted(
            index.unique() ? "UNIQUE INDEX" : "INDEX",
            // Without its schema: an index is always in that of its table.
            writer.name(index.name().name()),
            writer.name(index.table()),
            writer.inOrder(index),
            index.unique() ? " NULLS NOT DISTINCT" : "");
  }
}
