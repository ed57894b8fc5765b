package org.mview.dialect;

import java.util.List;
import java.util.stream.Collectors;
import org.mview.sql.Expression;
import org.mview.sql.Identifier;
import org.mview.sql.Qualified;
import org.mview.sql.Query;
import org.mview.sql.Statement;
import org.mview.sql.Statement.Assignment;
import org.mview.sql.Statement.Merge;

/** Clauses of databases that have ON CONFLICT, UPDATE … FROM and LIMIT: SQLite, PostgreSQL. */
public final class OnConflict {
  private OnConflict() {}

  /** INSERT that changes rows that are there; the row that was to be inserted is called so. */
  public static String upsert(Merge merge, SqlWriter writer) {
    return "ON CONFLICT (%s) DO UPDATE SET %s"
        .formatted(writer.key(merge.key()), assignments(merge.updates(), writer));
  }

  private static String assignments(List<Assignment> updates, SqlWriter writer) {
    return updates.stream()
        .map(a -> writer.name(a.column()) + " = " + writer.write(inUpsert(a.value())))
        .collect(Collectors.joining(", "));
  }

  private static Expression inUpsert(Expression value) {
    if (value instanceof Qualified column && column.of().equals(Merge.PROPOSED)) {
      return new Qualified(Identifier.of("excluded"), column.name());
    }
    return value.mapParts(OnConflict::inUpsert);
  }

  /** UPDATE by the row of a query. */
  public static String updateFrom(Statement.UpdateFrom update, SqlWriter writer) {
    return "UPDATE %s%s SET %s FROM (%s) AS %s"
        .formatted(
            writer.name(update.table()),
            writer.called(update.table(), update.alias()),
            assignments(update.updates(), writer),
            writer.write(update.query()),
            writer.name(update.queryAlias()));
  }

  /** The first rows of a query block in an order. */
  public static String first(Query.First first, SqlWriter writer) {
    String order = SqlWriter.list(first.order().stream().map(writer::write).toList());
    return "%s%s LIMIT %s OFFSET %s"
        .formatted(
            writer.write(first.select()),
            order.isEmpty() ? "" : " ORDER BY " + order,
            first.rows(),
            first.skipped());
  }
}
