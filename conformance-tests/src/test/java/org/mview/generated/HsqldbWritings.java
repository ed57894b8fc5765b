package org.mview.generated;

import static java.util.stream.Collectors.joining;
import static org.mview.generated.RandomTables.list;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How rows are changed in HSQLDB. */
final class HsqldbWritings {
  private static final Writings.Writing ONE =
      Writings.of(StatementClass.INSERT, (dml, table) -> dml.insert("INSERT", table, 1));

  private static final Writings.Writing UPSERT =
      Writings.of(StatementClass.UPSERT, HsqldbWritings::upsert);

  private static final Writings.Writing UPDATE =
      Writings.of(StatementClass.UPDATE, (dml, table) -> dml.update(table, ""));

  private static final Writings.Writing DELETE =
      Writings.of(
          StatementClass.DELETE,
          (dml, table) ->
              "DELETE FROM %s WHERE %s AND %s"
                  .formatted(table.name(), dml.condition(table), dml.condition(table)));

  static final Writings WRITINGS =
      new Writings(
          List.of(
              ONE,
              ONE,
              ONE,
              Writings.of(
                  StatementClass.INSERT_MANY,
                  (dml, table) -> dml.insert("INSERT", table, dml.between(2, 4))),
              Writings.of(
                  StatementClass.INSERT_SELECT,
                  (dml, table) -> dml.insertSelect(table, List.of("INSERT"), "")),
              UPSERT,
              UPSERT,
              Writings.of(StatementClass.MERGE, HsqldbWritings::merge)),
          List.of(
              UPDATE,
              UPDATE,
              UPDATE,
              UPDATE,
              Writings.of(StatementClass.UPDATE_KEY, RandomDml::updateKey)),
          deleting(),
          List.of("INSERT INTO %s (%s) VALUES (%s)"),
          "UPDATE %s SET %s = ? WHERE %s IS NOT DISTINCT FROM ?");

  private static List<Writings.Writing> deleting() {
    List<Writings.Writing> deleting =
        new ArrayList<>(
            List.of(
                Writings.of(
                    StatementClass.DELETE_ALL, (dml, table) -> "DELETE FROM " + table.name())));
    while (deleting.size() < 15) {
      deleting.add(DELETE);
    }
    return deleting;
  }

  /** Rows of which those that are there already are changed. */
  private static String upsert(RandomDml dml, TableModel table) {
    return table.key().isEmpty()
        ? dml.insert("INSERT", table, 2)
        : dml.insert("INSERT", table, dml.between(1, 4));
  }

  /** What it sets is not what it looks for: then it is all the same which row comes first. */
  private static String merge(RandomDml dml, TableModel table) {
    TableModel other = dml.table();
    ColumnModel by = table.key().isEmpty() ? dml.column(table) : table.key().get(0);
    Optional<ColumnModel> its = dml.like(by, other);
    ColumnModel set = dml.column(table);
    if (its.isEmpty() || table.key().size() > 1 || set.equals(by)) {
      return dml.insert("INSERT", table, 1);
    }
    String values =
        table.writable().stream()
            .map(c -> c.equals(by) ? "o.k" : dml.literal(c))
            .collect(joining(", "));
    return """
        MERGE INTO %1$s AS t USING (SELECT DISTINCT %2$s AS k FROM %3$s WHERE %2$s IS NOT NULL) AS o \
        ON t.%4$s = o.k WHEN MATCHED THEN %6$s \
        WHEN NOT MATCHED THEN INSERT (%7$s) VALUES (%8$s)"""
        .formatted(
            table.name(),
            its.get().name(),
            other.name(),
            by.name(),
            set.name(),
            "UPDATE SET %s = %s".formatted(set.name(), dml.literal(set)),
            list(table.writable()),
            values);
  }

  private HsqldbWritings() {}
}
