package org.mview.dialect.hsqldb;

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

/** The clauses that HSQLDB says in its own way. */
final class HsqldbClauses {
  private static final String FOUND =
      "WHERE \"ID$$\" IN (SELECT g.%2$s FROM %1$s AS g WHERE g.%2$s IS NOT NULL)";

  static final Clauses.Taken TAKEN =
      new Clauses.Taken(
          "\"ID$$\"",
          "DELETE FROM %3$s " + FOUND,
          "UPDATE %3$s SET \"SEQUENCE$$\" = %4$s " + FOUND,
          false);

  /** Tells apart texts of other letter case, and of other spaces at their end. */
  static final String EXACTLY = "(CAST(%s AS " + HsqldbNames.TEXT + ") || '.')";

  static final CopiesByValue COPIES =
      new CopiesByValue(Hsqldb.SAME, EXACTLY.formatted("COALESCE(%1$s, %2$s)"));

  private static final Set<String> INCOMPARABLE = Set.of("LOB(", "LOB ", " ARRAY");

  /** Its CAST knows no collations. */
  static String absent(String declaration) {
    return "CAST(NULL AS %s)".formatted(declaration.replaceFirst(" COLLATE .*", ""));
  }

  private HsqldbClauses() {}

  /** Whether values of a type are neither equal nor different, and are in no index. */
  static boolean isIncomparable(String declaration) {
    return INCOMPARABLE.stream().anyMatch((declaration + " ")::contains);
  }

  /**
   * EXISTS is asked for each row that IN, which uses an index, leaves. Never MERGE … DELETE: it
   * (2.7.4) fires no triggers for the rows that go.
   */
  static String deleteJoined(Statement.DeleteJoined delete, SqlWriter writer) {
    String table = writer.name(delete.from());
    String alias = writer.name(delete.alias());
    String conditions = writer.all(delete.where());
    if (delete.with().isEmpty()) {
      return "DELETE FROM %s AS %s WHERE %s".formatted(table, alias, conditions);
    }
    return "DELETE FROM %s AS %s WHERE %sEXISTS (SELECT 1 FROM %s WHERE %s)"
        .formatted(
            table, alias, FoundKeys.of(delete, writer), writer.from(delete.with()), conditions);
  }

  /** All copies go, and those that are left come back. */
  static String deleteCopies(Statement.DeleteCopies delete, SqlWriter writer) {
    return "DELETE FROM %s AS t WHERE EXISTS (SELECT 1 FROM %s AS s WHERE %s)"
        .formatted(
            writer.name(delete.from()),
            writer.source(delete.stage()),
            COPIES.conditions(delete, writer));
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

  /** Each row meets the numbers up to what it says; an array has one element at least. */
  static String repeated(Query.Repeated repeated, SqlWriter writer) {
    String times = "r." + writer.name(repeated.times());
    String columns =
        repeated.columns().stream()
            .map(column -> "r." + writer.name(column))
            .collect(Collectors.joining(", "));
    return """
        SELECT %1$s FROM (%2$s) AS r, \
        UNNEST(SEQUENCE_ARRAY(1, CAST(%3$s AS INTEGER), 1)) AS copies (i) WHERE copies.i <= %3$s"""
        // Rows without columns have to show something.
        .formatted(columns.isEmpty() ? times : columns, writer.write(repeated.query()), times);
  }

  /** A table has columns of the query's types; what AS makes has no constraints yet. */
  static String createTable(Definition.CreateTable table, SqlWriter writer) {
    String names =
        writer.names(table.columns().stream().map(Definition.ColumnDefinition::name).toList());
    return "CREATE TABLE %s (%s) AS (%s) WITH NO DATA"
        .formatted(writer.name(table.name()), names, writer.write(table.rows()));
  }

  /** Made without a commit. */
  static String createStage(Definition.CreateStage stage, SqlWriter writer) {
    return """
        DECLARE LOCAL TEMPORARY TABLE IF NOT EXISTS %s AS (SELECT * FROM (%s) AS q (%s)) \
        WITH NO DATA ON COMMIT PRESERVE ROWS"""
        .formatted(
            writer.name(stage.name()), writer.write(stage.rows()), writer.names(stage.columns()));
  }

  /** It only finds rows: never a unique one. */
  static String createIndex(Definition.CreateIndex index, SqlWriter writer) {
    List<Statement.Key> keys =
        index.key().stream().filter(key -> !isIncomparable(key.type().declaration())).toList();
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
