package org.mview.dialect.duckdb;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mview.dialect.Clauses;
import org.mview.dialect.CopiesByValue;
import org.mview.dialect.SqlWriter;
import org.mview.sql.Definition;
import org.mview.sql.Query;
import org.mview.sql.Statement;

/** The clauses that DuckDB says in its own way. */
final class DuckdbClauses {
  private static final String FOUND =
      "WHERE rowid IN (SELECT g.%2$s FROM %1$s AS g WHERE g.%2$s IS NOT NULL)";

  /** A row keeps its id to the end of the transaction, and that is long enough. */
  static final Clauses.Taken TAKEN =
      new Clauses.Taken(
          "rowid",
          "DELETE FROM %3$s " + FOUND,
          "UPDATE %3$s SET \"SEQUENCE$$\" = %4$s " + FOUND,
          false);

  static final CopiesByValue COPIES =
      new CopiesByValue(Duckdb.SAME, "CAST(COALESCE(%1$s, %2$s) AS VARCHAR)");

  private DuckdbClauses() {}

  static String deleteJoined(Statement.DeleteJoined delete, SqlWriter writer) {
    String table = writer.name(delete.from());
    String alias = writer.name(delete.alias());
    return delete.with().isEmpty()
        ? "DELETE FROM %s AS %s WHERE %s".formatted(table, alias, writer.all(delete.where()))
        : """
          DELETE FROM %1$s WHERE rowid IN (SELECT %2$s.rowid FROM %3$s CROSS JOIN %1$s AS %2$s \
          WHERE %4$s)"""
            .formatted(table, alias, writer.from(delete.with()), writer.all(delete.where()));
  }

  /** All copies go, and those that are left come back. */
  static String deleteCopies(Statement.DeleteCopies delete, SqlWriter writer) {
    String table = writer.name(delete.from());
    return "DELETE FROM %s WHERE rowid IN (SELECT t.rowid FROM %s AS s CROSS JOIN %s AS t WHERE %s)"
        .formatted(table, writer.source(delete.stage()), table, COPIES.conditions(delete, writer));
  }

  static String updateFrom(Statement.UpdateFrom update, SqlWriter writer) {
    return "UPDATE %s AS %s SET %s FROM (%s) AS %s WHERE %s"
        .formatted(
            writer.name(update.table()),
            writer.name(update.alias()),
            update.updates().stream()
                .map(a -> writer.name(a.column()) + " = " + writer.write(a.value()))
                .collect(Collectors.joining(", ")),
            writer.write(update.query()),
            writer.name(update.queryAlias()),
            update.on().isEmpty() ? "TRUE" : writer.all(update.on()));
  }

  static String repeated(Query.Repeated repeated, SqlWriter writer) {
    String times = writer.name(repeated.times());
    String columns =
        repeated.columns().stream()
            .map(column -> "r." + writer.name(column))
            .collect(Collectors.joining(", "));
    return """
        SELECT %s FROM (%s) AS r, generate_series(1, CAST(r.%s AS BIGINT)) AS copies WHERE TRUE"""
        // Rows without columns have to show something.
        .formatted(
            columns.isEmpty() ? "r." + times : columns, writer.write(repeated.query()), times);
  }

  /**
   * A table has columns of the query's types; what AS makes has no constraints, and few of them can
   * be added: a table that has some is made anew, when the types of its columns are known.
   */
  static String createTable(Definition.CreateTable table, SqlWriter writer) {
    String name = writer.name(table.name());
    if (table.constraints().isEmpty()) {
      String names =
          writer.names(table.columns().stream().map(Definition.ColumnDefinition::name).toList());
      return "CREATE TABLE %s AS SELECT * FROM (%s) AS q (%s) WITH NO DATA"
          .formatted(name, writer.write(table.rows()), names);
    }
    Stream<String> columns = table.columns().stream().map(writer::column);
    return "CREATE TABLE %s (%s)"
        .formatted(
            name,
            Stream.concat(columns, table.constraints().stream()).collect(Collectors.joining(", ")));
  }

  static String createStage(Definition.CreateStage stage, SqlWriter writer) {
    return "CREATE TEMPORARY TABLE IF NOT EXISTS %s AS SELECT * FROM (%s) AS q (%s) WITH NO DATA"
        .formatted(
            writer.name(stage.name()), writer.write(stage.rows()), writer.names(stage.columns()));
  }

  /** Joins hash their rows, and read no index: one would only make writing dearer. */
  static String createIndex(Definition.CreateIndex index, SqlWriter writer) {
    return "";
  }
}
