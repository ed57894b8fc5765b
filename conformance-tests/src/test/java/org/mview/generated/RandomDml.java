package org.mview.generated;

import static java.util.stream.Collectors.joining;
import static org.mview.generated.RandomTables.list;

import java.util.ArrayList;
import java.util.List;

/** Makes up statements that change the rows of a table. */
final class RandomDml {
  private final Chance chance;
  private final List<TableModel> tables;

  RandomDml(Chance chance, List<TableModel> tables) {
    this.chance = chance;
    this.tables = tables;
  }

  /** A statement of any kind. */
  Step step(int session) {
    TableModel table = chance.one(tables);
    int kind = chance.between(0, 99);
    if (kind < 8) {
      return prepared(session, table, false);
    } else if (kind < 14) {
      return prepared(session, table, true);
    } else if (kind < 55) {
      return inserting(session, table);
    }
    return kind < 82 ? updating(session, table) : deleting(session, table);
  }

  /** A row for a table that is still empty. */
  Step.Plain insert(int session, TableModel table) {
    return plain(session, StatementClass.INSERT, insert("INSERT", table, 1));
  }

  private Step inserting(int session, TableModel table) {
    return switch (chance.between(0, 11)) {
      case 0, 1, 2 -> insert(session, table);
      case 3 -> plain(session, StatementClass.INSERT_MANY, insert("INSERT", table, several()));
      case 4 -> plain(session, StatementClass.INSERT_SELECT, insertSelect(table));
      case 5 ->
          plain(
              session,
              StatementClass.INSERT_OR_REPLACE,
              insert(chance.one("INSERT OR REPLACE", "REPLACE"), table, chance.between(1, 3)));
      case 6 ->
          plain(session, StatementClass.INSERT_OR_IGNORE, insert("INSERT OR IGNORE", table, 3));
      // Not OR FAIL: it keeps a row whose own trigger failed, behind which none of ours runs.
      case 7 -> plain(session, StatementClass.INSERT_OR_ABORT, insert("INSERT OR ABORT", table, 4));
      case 8 ->
          chance.percent(30)
              ? plain(
                  session,
                  StatementClass.INSERT_OR_ROLLBACK,
                  insert("INSERT OR ROLLBACK", table, 2))
              : insert(session, table);
      case 9, 10 -> plain(session, StatementClass.UPSERT, upsert(table));
      default ->
          plain(session, StatementClass.RETURNING, insert("INSERT", table, 2) + " RETURNING *");
    };
  }

  private int several() {
    return chance.between(2, 8);
  }

  private static Step.Plain plain(int session, StatementClass kind, String text) {
    return new Step.Plain(session, kind, text);
  }

  private String insert(String verb, TableModel table, int rows) {
    List<ColumnModel> columns = table.writable();
    List<String> values = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      values.add(columns.stream().map(c -> c.literal(chance)).collect(joining(", ", "(", ")")));
    }
    return "%s INTO %s (%s) VALUES %s"
        .formatted(verb, table.name(), list(columns), String.join(", ", values));
  }

  private String insertSelect(TableModel table) {
    TableModel other = chance.one(tables);
    String items =
        table.writable().stream()
            .map(
                c ->
                    chance.percent(70)
                        ? chance.one(other.columns()).name()
                        : chance.one(c.literal(chance), "NULL"))
            .collect(joining(", "));
    return "INSERT %sINTO %s (%s) SELECT %s FROM %s WHERE %s LIMIT 5"
        .formatted(
            chance.one("", "OR IGNORE ", "OR REPLACE "),
            table.name(),
            list(table.writable()),
            items,
            other.name(),
            condition(other));
  }

  /** At most one row: which of several is ignored depends on the way in which SQLite finds them. */
  private String oneRow(TableModel table) {
    return table.key().isEmpty()
        ? condition(table)
        : table.key().stream()
            .map(column -> "%s = %s".formatted(column.name(), column.literal(chance)))
            .collect(joining(" AND "));
  }

  private String upsert(TableModel table) {
    if (table.unique().isEmpty()) {
      return insert("INSERT", table, 2);
    }
    String target = "(%s) ".formatted(list(chance.one(table.unique())));
    String action =
        chance.percent(70)
            ? "DO UPDATE SET %s%s"
                .formatted(
                    assignments(table), chance.percent(30) ? " WHERE " + condition(table) : "")
            : "DO NOTHING";
    if (table.create().contains("ON CONFLICT REPLACE")) {
      return insert("INSERT", table, 4); // SQLite counts such rows otherwise where a trigger is
    }
    return "%s ON CONFLICT %s%s"
        .formatted(insert("INSERT", table, chance.between(1, 4)), target, action);
  }

  private Step updating(int session, TableModel table) {
    String name = table.name();
    return switch (chance.between(0, 9)) {
      case 0, 1 ->
          plain(
              session,
              StatementClass.UPDATE_OR_REPLACE,
              "UPDATE OR REPLACE %s SET %s WHERE %s"
                  .formatted(name, anyAssignments(table), condition(table)));
      case 2 ->
          plain(
              session,
              StatementClass.UPDATE_OR_IGNORE,
              "UPDATE OR %s %s SET %s WHERE %s"
                  .formatted(
                      chance.one("IGNORE", "IGNORE", "ABORT"),
                      name,
                      anyAssignments(table),
                      oneRow(table)));
      case 3 -> plain(session, StatementClass.UPDATE_FROM, updateFrom(table));
      case 4 -> plain(session, StatementClass.UPDATE_KEY, updateKey(table));
      case 5 ->
          plain(
              session,
              StatementClass.RETURNING,
              "UPDATE %s SET %s WHERE %s RETURNING 1"
                  .formatted(name, assignments(table), condition(table)));
      default ->
          plain(
              session,
              StatementClass.UPDATE,
              "UPDATE %s SET %s WHERE %s".formatted(name, assignments(table), condition(table)));
    };
  }

  private String updateFrom(TableModel table) {
    TableModel other = chance.one(tables);
    ColumnModel set = chance.one(table.writable());
    return "UPDATE %s SET %s = o.%s FROM (SELECT * FROM %s ORDER BY 1 LIMIT 1) AS o WHERE %s"
        .formatted(
            table.name(),
            set.name(),
            chance.one(other.columns()).name(),
            other.name(),
            "%s.%s IS NOT NULL".formatted(table.name(), chance.one(table.columns()).name()));
  }

  private String updateKey(TableModel table) {
    ColumnModel key =
        table.key().isEmpty() ? chance.one(table.writable()) : chance.one(table.key());
    String value =
        chance.one("%1$s + 1", "%1$s + 20", "-%1$s", key.literal(chance)).formatted(key.name());
    return "UPDATE %s SET %s = %s WHERE %s"
        .formatted(table.name(), key.name(), value, condition(table));
  }

  private String anyAssignments(TableModel table) {
    return assignments(chance.some(chance.between(1, 2), table.writable()), table);
  }

  /** Assignments to columns that are no key, as far as there are any. */
  private String assignments(TableModel table) {
    List<ColumnModel> free =
        table.writable().stream().filter(c -> !table.key().contains(c)).toList();
    List<ColumnModel> choice = free.isEmpty() ? table.writable() : free;
    return assignments(chance.some(chance.between(1, 2), choice), table);
  }

  private String assignments(List<ColumnModel> columns, TableModel table) {
    return columns.stream()
        .map(c -> "%s = %s".formatted(c.name(), value(c, table)))
        .collect(joining(", "));
  }

  private String value(ColumnModel column, TableModel table) {
    return switch (chance.between(0, 5)) {
      case 0 -> chance.one(table.columns()).name();
      case 1 -> column.domain().isNumber() ? column.name() + " + 1" : column.literal(chance);
      default -> column.literal(chance);
    };
  }

  private String condition(TableModel table) {
    return chance.percent(15)
        ? "1 = 1"
        : new RandomExpressions(chance, table.columns()).condition();
  }

  private Step deleting(int session, TableModel table) {
    String name = table.name();
    return switch (chance.between(0, 19)) {
      case 0, 1 -> plain(session, StatementClass.DELETE_ALL, "DELETE FROM " + name);
      case 2 ->
          plain(
              session,
              StatementClass.RETURNING,
              "DELETE FROM %s WHERE %s RETURNING *".formatted(name, condition(table)));
      default ->
          plain(
              session,
              StatementClass.DELETE,
              "DELETE FROM %s WHERE %s AND %s".formatted(name, condition(table), condition(table)));
    };
  }

  private Step prepared(int session, TableModel table, boolean batch) {
    List<ColumnModel> columns = table.writable();
    List<List<String>> rows = new ArrayList<>();
    int count = batch ? several() : chance.between(1, 3);
    boolean inserts = chance.percent(60);
    ColumnModel set = chance.one(columns);
    ColumnModel by = chance.one(table.columns());
    for (int i = 0; i < count; i++) {
      rows.add(
          inserts
              ? columns.stream().map(c -> c.literal(chance)).toList()
              : List.of(set.literal(chance), by.literal(chance)));
    }
    String sql =
        inserts
            ? "INSERT %sINTO %s (%s) VALUES (%s)"
                .formatted(
                    chance.one("", "OR REPLACE ", "OR IGNORE "),
                    table.name(),
                    list(columns),
                    columns.stream().map(c -> "?").collect(joining(", ")))
            : "UPDATE %s SET %s = ? WHERE %s IS ?".formatted(table.name(), set.name(), by.name());
    return new Step.Prepared(session, sql, rows, batch);
  }
}
