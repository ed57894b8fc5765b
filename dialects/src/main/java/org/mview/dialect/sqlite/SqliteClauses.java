package org.mview.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mview.dialect.SqlWriter;
import org.mview.sql.Definition;
import org.mview.sql.Identifier;
import org.mview.sql.Query;
import org.mview.sql.Statement;

/** The clauses that SQLite says in its own way. */
final class SqliteClauses {
  private SqliteClauses() {}

  /**
   * By what tells rows apart, so that what is joined decides where the reading starts, and not the
   * table. Only a table that may be WITHOUT ROWID has a key, and one with a key may be.
   */
  static String deleteJoined(Statement.DeleteJoined delete, SqlWriter writer) {
    if (delete.with().isEmpty()) {
      return "DELETE FROM %s%s WHERE %s"
          .formatted(
              writer.name(delete.from()),
              writer.called(delete.from(), delete.alias()),
              writer.all(delete.where()));
    }
    String alias = writer.name(delete.alias());
    List<String> row =
        delete.key().isEmpty()
            ? List.of("rowid")
            : delete.key().stream().map(writer::name).toList();
    return "DELETE FROM %s WHERE %s IN (SELECT %s FROM %s CROSS JOIN %s AS %s WHERE %s)"
        .formatted(
            writer.name(delete.from()),
            row.size() == 1 ? row.get(0) : "(%s)".formatted(SqlWriter.list(row)),
            SqlWriter.list(row.stream().map(column -> alias + "." + column).toList()),
            writer.from(delete.with()),
            writer.name(delete.from()),
            alias,
            writer.all(delete.where()));
  }

  static String deleteCopies(Statement.DeleteCopies delete, SqlWriter writer) {
    String same =
        IntStream.range(0, delete.columns().size())
            .mapToObj(
                i -> same(delete, writer, delete.columns().get(i), delete.stageColumns().get(i)))
            .collect(Collectors.joining(" AND "));
    String table = writer.name(delete.from());
    String weight = writer.name(delete.weight());
    return """
        DELETE FROM %s WHERE rowid IN (SELECT id FROM (\
        SELECT t.rowid AS id, s.%s AS weight, ROW_NUMBER() OVER (PARTITION BY s.rowid) AS number \
        FROM %s AS s CROSS JOIN %s AS t WHERE s.%s < 0 AND %s) WHERE number <= -weight)"""
        .formatted(
            table,
            weight,
            writer.source(delete.stage()),
            table,
            weight,
            same.isEmpty() ? "1 = 1" : same);
  }

  /** An index finds what is equal, and a second look what is the same. */
  private static String same(
      Statement.DeleteCopies delete, SqlWriter writer, Identifier column, Identifier staged) {
    String template =
        delete.blurred().contains(column)
            ? "t.%1$s IS s.%2$s AND t.%1$s COLLATE BINARY IS s.%2$s"
                + " AND typeof(t.%1$s) = typeof(s.%2$s)"
            : "t.%1$s IS s.%2$s";
    return template.formatted(writer.name(column), writer.name(staged));
  }

  /** Columns take any value. */
  static String createTable(Definition.CreateTable table, SqlWriter writer) {
    List<String> parts = new ArrayList<>();
    table.columns().forEach(column -> parts.add(writer.column(column)));
    parts.addAll(table.constraints());
    boolean isOrganized = !table.organizedBy().isEmpty();
    if (isOrganized) {
      parts.add("PRIMARY KEY (%s)".formatted(writer.names(table.organizedBy())));
    }
    return "CREATE TABLE %s (%s)%s"
        .formatted(
            writer.name(table.name()),
            String.join(", ", parts),
            isOrganized ? " WITHOUT ROWID" : "");
  }

  static String createStage(Definition.CreateStage stage, SqlWriter writer) {
    return "CREATE TEMP TABLE IF NOT EXISTS %s (%s)"
        .formatted(writer.name(stage.name()), writer.names(stage.columns()));
  }

  static String createIndex(Definition.CreateIndex index, SqlWriter writer) {
    return "CREATE %s %s ON %s (%s)"
        .formatted(
            index.unique() ? "UNIQUE INDEX" : "INDEX",
            writer.name(index.name()),
            // Without its schema: an index is always in that of its table.
            writer.name(index.table().name()),
            index.unique() ? writer.key(index.key()) : writer.inOrder(index));
  }

  static String repeated(Query.Repeated repeated, SqlWriter writer) {
    String times = writer.name(repeated.times());
    String columns = writer.names(repeated.columns());
    return """
        SELECT %1$s FROM (WITH RECURSIVE copies AS (\
        SELECT * FROM (%2$s) WHERE %3$s > 0 \
        UNION ALL SELECT %4$s%3$s - 1 FROM copies WHERE %3$s > 1) SELECT %1$s FROM copies) \
        WHERE 1 = 1"""
        .formatted(
            // Rows without columns have to show something.
            columns.isEmpty() ? times : columns,
            writer.write(repeated.query()),
            times,
            columns.isEmpty() ? "" : columns + ", ");
  }
}
