package org.mview.dialect.mysql;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.mview.dialect.SqlWriter;
import org.mview.sql.Expression;
import org.mview.sql.Fragment;
import org.mview.sql.Qualified;
import org.mview.sql.Query;
import org.mview.sql.Statement;
import org.mview.sql.Statement.Assignment;
import org.mview.sql.Statement.Merge;
import org.mview.sql.Statement.UpdateFrom;

/**
 * INSERT … ON DUPLICATE KEY UPDATE, which names no key: whatever unique index is violated, the row
 * that is in the way is changed.
 *
 * <p>So it fails where that row is another one than that of the key: the number is too large by one
 * then, which no setting of a session forgives.
 */
final class MysqlUpsert {
  private static final String OF_THE_KEY = "{} + 0 * (9223372036854775807 + (NOT ({})))";

  private MysqlUpsert() {}

  /** The row that was to be inserted is called VALUES, that which is there by its table's name. */
  static String of(Merge merge, SqlWriter writer) {
    List<Assignment> updates = new ArrayList<>();
    for (Assignment update : MysqlClauses.inOrder(merge.updates(), merge.existing())) {
      Expression value = updates.isEmpty() ? ofTheKey(update.value(), merge) : update.value();
      updates.add(new Assignment(update.column(), named(value, writer)));
    }
    return updates.stream()
        .map(update -> MysqlClauses.assignment(update, merge.existing(), writer))
        .collect(Collectors.joining(", ", "ON DUPLICATE KEY UPDATE ", ""));
  }

  private static Expression ofTheKey(Expression value, Merge merge) {
    List<Expression> same = new ArrayList<>();
    for (Statement.Key key : merge.key()) {
      same.add(
          Fragment.of(
              "{} <=> {}",
              new Qualified(merge.existing(), key.column()),
              new Qualified(Merge.PROPOSED, key.column())));
    }
    return Fragment.of(
        OF_THE_KEY, value, Fragment.of("{}" + " AND {}".repeat(same.size() - 1), same));
  }

  /**
   * UPDATE of a table of one row by what comes from nowhere. It says that it is one: {@code
   * sql_safe_updates} wants a key, or a limit.
   */
  static String ofOnlyRow(UpdateFrom update, Query.Select row, SqlWriter writer) {
    return "UPDATE %s SET %s%s LIMIT 1"
        .formatted(
            writer.name(update.table()),
            MysqlClauses.inOrder(update.updates(), update.alias()).stream()
                .map(a -> new Assignment(a.column(), of(a.value(), update, row)))
                .map(a -> MysqlClauses.assignment(a, update.alias(), writer))
                .collect(Collectors.joining(", ")),
            row.where().isEmpty() ? "" : " WHERE " + writer.all(row.where()));
  }

  private static Expression of(Expression value, UpdateFrom update, Query.Select row) {
    return value instanceof Qualified column && column.of().equals(update.queryAlias())
        ? row.items().stream()
            .filter(item -> item.name().equals(column.name()))
            .findFirst()
            .orElseThrow()
            .value()
        : value.mapParts(part -> of(part, update, row));
  }

  private static Expression named(Expression value, SqlWriter writer) {
    return value instanceof Qualified column && column.of().equals(Merge.PROPOSED)
        ? Fragment.text("VALUES(%s)".formatted(writer.name(column.name())))
        : value.mapParts(part -> named(part, writer));
  }
}
