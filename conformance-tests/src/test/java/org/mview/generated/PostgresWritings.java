package org.mview.generated;

import static java.util.stream.Collectors.joining;
import static org.mview.generated.RandomTables.list;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How rows are changed in PostgreSQL. */
final class PostgresWritings {
  private static final String NOT_AGAIN = " ON CONFLICT DO NOTHING";

  private static final Writings.Writing ONE =
      Writings.of(
          StatementClass.INSERT,
          (dml, table) -> dml.insert("INSERT", table, 1) + dml.one("", NOT_AGAIN, NOT_AGAIN));

  private static final Writings.Writing UPSERT =
      Writings.of(
          StatementClass.UPSERT,
          (dml, table) ->
              table.unique().isEmpty() ? dml.insert("INSERT", table, 2) : dml.upsert(table, false));

  private static final Writings.Writing UPDATE = Writings.update();

  private static final Writings.Writing DELETE = Writings.delete();

  static final Writings WRITINGS =
      new Writings(
          List.of(
              ONE,
              ONE,
              ONE,
              Writings.of(
                  StatementClass.INSERT_MANY,
                  (dml, table) ->
                      dml.insert("INSERT", table, dml.between(2, 8)) + dml.one("", NOT_AGAIN)),
              Writings.of(
                  StatementClass.INSERT_SELECT,
                  (dml, table) ->
                      dml.insertSelect(table, List.of("INSERT"), dml.one("", NOT_AGAIN))),
              Writings.of(
                  StatementClass.INSERT_OR_IGNORE,
                  (dml, table) -> dml.insert("INSERT", table, 3) + NOT_AGAIN),
              UPSERT,
              UPSERT,
              Writings.of(StatementClass.MERGE, PostgresWritings::merge),
              Writings.of(
                  StatementClass.RETURNING,
                  (dml, table) -> dml.insert("INSERT", table, 2) + NOT_AGAIN + " RETURNING *"),
              Writings.of(StatementClass.WITH_DML, PostgresWritings::moved)),
          List.of(
              UPDATE,
              UPDATE,
              UPDATE,
              UPDATE,
              Writings.of(StatementClass.UPDATE_FROM, RandomDml::updateFrom),
              Writings.of(StatementClass.UPDATE_KEY, PostgresWritings::updateKey),
              Writings.of(
                  StatementClass.RETURNING, (dml, table) -> dml.update(table, " RETURNING 1")),
              Writings.of(StatementClass.WITH_DML, PostgresWritings::bothChanged)),
          deleting(),
          List.of(
              "INSERT INTO %s (%s) VALUES (%s)",
              "INSERT INTO %s (%s) VALUES (%s)" + NOT_AGAIN,
              "INSERT INTO %s (%s) VALUES (%s)" + NOT_AGAIN),
          "UPDATE %s SET %s = ? WHERE %s IS NOT DISTINCT FROM ?",
          true);

  private static List<Writings.Writing> deleting() {
    List<Writings.Writing> deleting =
        new ArrayList<>(
            List.of(
                Writings.of(
                    StatementClass.DELETE_ALL, (dml, table) -> "DELETE FROM " + table.name()),
                Writings.of(StatementClass.TRUNCATE, PostgresWritings::truncate),
                Writings.of(StatementClass.TRUNCATE, PostgresWritings::truncate),
                Writings.of(StatementClass.DELETE_USING, PostgresWritings::deleteUsing),
                Writings.of(StatementClass.DELETE_USING, PostgresWritings::deleteUsing),
                Writings.of(
                    StatementClass.RETURNING,
                    (dml, table) ->
                        "DELETE FROM %s WHERE %s RETURNING *"
                            .formatted(table.name(), dml.condition(table)))));
    while (deleting.size() < 20) {
      deleting.add(DELETE);
    }
    return deleting;
  }

  private static String truncate(RandomDml dml, TableModel table) {
    TableModel other = dml.table();
    boolean both = dml.percent(20) && !other.name().equals(table.name());
    return "TRUNCATE %s%s%s"
        .formatted(
            table.name(),
            both ? ", " + other.name() : "",
            dml.one("", " CASCADE", " RESTART IDENTITY"));
  }

  private static String updateKey(RandomDml dml, TableModel table) {
    List<ColumnModel> keys = table.key().isEmpty() ? table.writable() : table.key();
    ColumnModel key = keys.get(dml.between(0, keys.size() - 1));
    String value = key.domain().isNumber() ? dml.one("%1$s + 30", "%1$s - 30", "-%1$s") : "%1$s";
    return "UPDATE %s SET %s = %s WHERE %s"
        .formatted(table.name(), key.name(), value.formatted(key.name()), dml.condition(table));
  }

  private static String deleteUsing(RandomDml dml, TableModel table) {
    TableModel other = dml.table();
    ColumnModel column = dml.column(table);
    Optional<ColumnModel> its = dml.like(column, other);
    return its.map(
            c ->
                "DELETE FROM %1$s AS t USING %2$s AS o WHERE t.%3$s = o.%4$s"
                    .formatted(table.name(), other.name(), column.name(), c.name()))
        .orElseGet(() -> "DELETE FROM %s WHERE %s".formatted(table.name(), dml.condition(table)));
  }

  private static String merge(RandomDml dml, TableModel table) {
    TableModel other = dml.table();
    ColumnModel by = table.key().isEmpty() ? dml.column(table) : table.key().get(0);
    Optional<ColumnModel> its = dml.like(by, other);
    if (its.isEmpty() || table.key().size() > 1) {
      return dml.insert("INSERT", table, 1) + NOT_AGAIN;
    }
    ColumnModel set = dml.column(table);
    String values =
        table.writable().stream()
            .map(c -> c.equals(by) ? "o.k" : dml.literal(c))
            .collect(joining(", "));
    return """
        MERGE INTO %1$s AS t USING (SELECT DISTINCT %2$s AS k FROM %3$s WHERE %2$s IS NOT NULL) AS o \
        ON t.%4$s = o.k WHEN MATCHED AND %5$s THEN %6$s \
        WHEN NOT MATCHED THEN %7$s"""
        .formatted(
            table.name(),
            its.get().name(),
            other.name(),
            by.name(),
            "t.%s IS NOT NULL".formatted(set.name()),
            dml.percent(30)
                ? "DELETE"
                : "UPDATE SET %s = %s".formatted(set.name(), dml.literal(set)),
            dml.percent(30)
                ? "DO NOTHING"
                : "INSERT (%s) VALUES (%s)".formatted(list(table.writable()), values));
  }

  /** Rows that go from a table come into it again, or into another one. */
  private static String moved(RandomDml dml, TableModel table) {
    TableModel other = dml.table();
    String items =
        table.writable().stream()
            .map(c -> dml.like(c, other).map(ColumnModel::name).orElseGet(() -> dml.literal(c)))
            .collect(joining(", "));
    return "WITH gone AS (DELETE FROM %s WHERE %s RETURNING *) INSERT INTO %s (%s) SELECT %s FROM gone%s"
        .formatted(
            other.name(),
            dml.condition(other),
            table.name(),
            list(table.writable()),
            items,
            NOT_AGAIN);
  }

  /** Two tables by one statement. */
  private static String bothChanged(RandomDml dml, TableModel table) {
    TableModel other = dml.table();
    return other.name().equals(table.name())
        ? dml.update(table, "")
        : "WITH changed AS (%s) DELETE FROM %s WHERE %s AND %s"
            .formatted(
                dml.update(table, " RETURNING 1"),
                other.name(),
                dml.condition(other),
                dml.condition(other));
  }

  private PostgresWritings() {}
}
