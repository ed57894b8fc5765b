package org.mview.dialect.h2;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.mview.dialect.Clauses;
import org.mview.dialect.CopiesByValue;
import org.mview.dialect.SqlWriter;
import org.mview.sql.Definition;
import org.mview.sql.Query;
import org.mview.sql.Statement;
import org.mview.sql.Statement.Assignment;

/** The clauses that H2 says in its own way. */
final class H2Clauses {
  private static final String FOUND =
      "WHERE \"ID$$\" IN (SELECT g.%2$s FROM %1$s AS g WHERE g.%2$s IS NOT NULL)";

  static final Clauses.Taken TAKEN =
      new Clauses.Taken(
          "\"ID$$\"",
          "DELETE FROM %3$s " + FOUND,
          "UPDATE %3$s SET \"SEQUENCE$$\" = %4$s " + FOUND,
          false);

  static final CopiesByValue COPIES =
      new CopiesByValue(H2.SAME, "CAST(COALESCE(%1$s, %2$s) AS VARCHAR)");

  private static final Set<String> WITHOUT_INDEX =
      Set.of("LARGE OBJECT", "GEOMETRY", "ROW(", "NULL");

  private H2Clauses() {}

  /** The rows are found first, so that what they are joined with may be joined in any order. */
  static String deleteJoined(Statement.DeleteJoined delete, SqlWriter writer) {
    String table = writer.name(delete.from());
    String alias = writer.name(delete.alias());
    if (delete.with().isEmpty()) {
      return "DELETE FROM %s AS %s WHERE %s".formatted(table, alias, writer.all(delete.where()));
    }
    return deleteFound(
        table,
        "SELECT %2$s._ROWID_ FROM %3$s CROSS JOIN %1$s AS %2$s WHERE %4$s"
            .formatted(table, alias, writer.from(delete.with()), writer.all(delete.where())));
  }

  private static String deleteFound(String table, String query) {
    return "DELETE FROM %s WHERE _ROWID_ IN (%s)".formatted(table, query);
  }

  /** All copies go, and those that are left come back. */
  static String deleteCopies(Statement.DeleteCopies delete, SqlWriter writer) {
    String table = writer.name(delete.from());
    return deleteFound(
        table,
        "SELECT t._ROWID_ FROM %s AS s CROSS JOIN %s AS t WHERE %s"
            .formatted(writer.source(delete.stage()), table, COPIES.conditions(delete, writer)));
  }

  static String updateFrom(Statement.UpdateFrom update, SqlWriter writer) {
    return "MERGE INTO %s AS %s USING (%s) AS %s ON (%s) WHEN MATCHED THEN UPDATE SET %s"
        .formatted(
            writer.name(update.table()),
            writer.name(update.alias()),
            writer.write(update.query()),
            writer.name(update.queryAlias()),
            update.on().isEmpty() ? "TRUE" : writer.all(update.on()),
            update.updates().stream()
                .map(assignment -> assignment(assignment, writer))
                .collect(Collectors.joining(", ")));
  }

  private static String assignment(Assignment assignment, SqlWriter writer) {
    return "%s = %s".formatted(writer.name(assignment.column()), writer.write(assignment.value()));
  }

  /** A range without an end would be read to its end. */
  static String repeated(Query.Repeated repeated, SqlWriter writer) {
    String rows = "(" + writer.write(repeated.query()) + ")";
    String times = writer.name(repeated.times());
    String columns =
        repeated.columns().stream()
            .map(column -> "r." + writer.name(column))
            .collect(Collectors.joining(", "));
    return """
        SELECT %1$s FROM %2$s AS r CROSS JOIN \
        SYSTEM_RANGE(1, COALESCE((SELECT MAX(m.%3$s) FROM %2$s AS m), 0)) AS copies \
        WHERE copies.X <= r.%3$s"""
        // Rows without columns have to show something.
        .formatted(columns.isEmpty() ? "r." + times : columns, rows, times);
  }

  /** A table has columns of the query's types; what AS makes has no constraints yet. */
  static String createTable(Definition.CreateTable table, SqlWriter writer) {
    String name = writer.name(table.name());
    String names =
        writer.names(table.columns().stream().map(Definition.ColumnDefinition::name).toList());
    String create =
        "CREATE TABLE %s AS SELECT * FROM (%s) AS q (%s) WITH NO DATA"
            .formatted(name, writer.write(table.rows()), names);
    return table.constraints().stream()
        .map(constraint -> "; ALTER TABLE %s ADD %s".formatted(name, constraint))
        .collect(Collectors.joining("", create, ""));
  }

  /**
   * Made without a commit. What H2 emptied at a commit would begin the next transaction then, at
   * the isolation level and with the snapshot of that moment.
   */
  static String createStage(Definition.CreateStage stage, SqlWriter writer) {
    return """
        CREATE LOCAL TEMPORARY TABLE IF NOT EXISTS %s TRANSACTIONAL \
        AS SELECT * FROM (%s) AS q (%s) WITH NO DATA"""
        .formatted(
            writer.name(stage.name()), writer.write(stage.rows()), writer.names(stage.columns()));
  }

  /** It only finds rows: never a unique one. */
  static String createIndex(Definition.CreateIndex index, SqlWriter writer) {
    List<Statement.Key> keys =
        index.key().stream()
            .filter(key -> WITHOUT_INDEX.stream().noneMatch(key.type().declaration()::contains))
            .toList();
    if (keys.isEmpty()) {
      return "";
    }
    return "CREATE INDEX %s ON %s (%s)"
        .formatted(
            // Without its schema: an index is always in that of its table.
            writer.name(index.name().name()),
            writer.name(index.table()),
            keys.stream()
                .map(key -> writer.name(key.column()) + index.direction(key))
                .collect(Collectors.joining(", ")));
  }
}
