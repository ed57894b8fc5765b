package org.mview.generated;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** How rows are changed in MySQL and MariaDB. */
final class MysqlWritings {
  private static final List<String> VERBS = List.of("INSERT", "INSERT IGNORE", "REPLACE");

  private static final Writings.Writing ONE =
      Writings.of(StatementClass.INSERT, (dml, table) -> dml.insert("INSERT", table, 1));

  private static final Writings.Writing UPSERT =
      Writings.of(StatementClass.UPSERT, MysqlWritings::upsert);

  /** Those of MySQL. */
  static final Writings MYSQL = writings(List.of(), List.of());

  /** Those of MariaDB, which answers the rows that it has written. */
  static final Writings MARIADB =
      writings(
          List.of(
              Writings.of(
                  StatementClass.RETURNING,
                  (dml, table) ->
                      dml.insert(dml.one("INSERT", "INSERT IGNORE", "REPLACE"), table, 2)
                          + " RETURNING *")),
          List.of(
              Writings.of(
                  StatementClass.RETURNING,
                  (dml, table) ->
                      some(dml, "DELETE FROM " + table.name(), table) + " RETURNING *")));

  private static Writings writings(
      List<Writings.Writing> inserting, List<Writings.Writing> deleting) {
    return new Writings(
        inserting(inserting),
        updating(),
        deleting(deleting),
        List.of(
            "INSERT INTO %s (%s) VALUES (%s)",
            "INSERT IGNORE INTO %s (%s) VALUES (%s)", "REPLACE INTO %s (%s) VALUES (%s)"),
        "UPDATE %s SET %s = ? WHERE %s <=> ?",
        false); // each row by a statement of its own
  }

  private static List<Writings.Writing> inserting(List<Writings.Writing> more) {
    List<Writings.Writing> all =
        new ArrayList<>(
            List.of(
                ONE,
                ONE,
                ONE,
                Writings.of(
                    StatementClass.INSERT_MANY,
                    (dml, table) -> dml.insert("INSERT", table, dml.between(2, 8))),
                Writings.of(
                    StatementClass.INSERT_SELECT,
                    (dml, table) -> dml.insertSelect(table, VERBS, "")),
                Writings.of(
                    StatementClass.INSERT_OR_IGNORE,
                    (dml, table) -> dml.insert("INSERT IGNORE", table, 3)),
                Writings.of(
                    StatementClass.INSERT_OR_REPLACE,
                    (dml, table) -> dml.insert("REPLACE", table, dml.between(1, 3))),
                UPSERT,
                UPSERT));
    all.addAll(more);
    return all;
  }

  private static List<Writings.Writing> updating() {
    List<Writings.Writing> all =
        new ArrayList<>(
            Collections.nCopies(
                4,
                Writings.of(
                    StatementClass.UPDATE, (dml, table) -> dml.updateInAnyOrder(table, ""))));
    all.add(
        Writings.of(
            StatementClass.UPDATE,
            (dml, table) ->
                some(
                    dml,
                    "UPDATE %s SET %s".formatted(table.name(), dml.anyAssignments(table)),
                    table)));
    all.add(
        Writings.of(
            StatementClass.UPDATE_OR_IGNORE,
            (dml, table) ->
                "UPDATE IGNORE %s SET %s WHERE %s"
                    .formatted(table.name(), dml.anyAssignments(table), dml.oneRow(table))));
    all.add(Writings.of(StatementClass.UPDATE_KEY, RandomDml::updateKey));
    all.add(Writings.of(StatementClass.UPDATE_FROM, MysqlWritings::updateFrom));
    return all;
  }

  private static List<Writings.Writing> deleting(List<Writings.Writing> more) {
    List<Writings.Writing> all = new ArrayList<>(more);
    all.add(Writings.of(StatementClass.DELETE_ALL, (dml, table) -> "DELETE FROM " + table.name()));
    all.add(Writings.of(StatementClass.TRUNCATE, MysqlWritings::truncate));
    all.add(Writings.of(StatementClass.DELETE_USING, MysqlWritings::deleteUsing));
    all.add(Writings.of(StatementClass.DELETE_USING, MysqlWritings::deleteUsing));
    all.addAll(
        Collections.nCopies(
            3,
            Writings.of(
                StatementClass.DELETE,
                (dml, table) -> some(dml, "DELETE FROM " + table.name(), table))));
    all.addAll(Collections.nCopies(20 - all.size(), Writings.delete()));
    return all;
  }

  /** The first rows in an order in which only equal rows stand beside each other. */
  private static String some(RandomDml dml, String change, TableModel table) {
    return "%s WHERE %s ORDER BY %s LIMIT %d"
        .formatted(
            change,
            dml.condition(table),
            table.columns().stream().map(MysqlWritings::sorted).collect(joining(", ")),
            dml.between(1, 4));
  }

  private static String sorted(ColumnModel column) {
    return column.domain().family() == Family.TEXT
        ? "CAST(%s AS BINARY)".formatted(column.name())
        : column.name();
  }

  /** Rows of which those that are there already are changed. */
  private static String upsert(RandomDml dml, TableModel table) {
    ColumnModel column = dml.column(table);
    String rows =
        dml.percent(70)
            ? dml.insert("INSERT", table, dml.between(1, 4))
            : dml.insertSelect(table, List.of("INSERT"), "");
    return "%s ON DUPLICATE KEY UPDATE %s"
        .formatted(
            rows,
            dml.percent(50) || rows.contains(" SELECT ")
                ? "%s = %s".formatted(column.name(), dml.literal(column))
                : "%1$s = VALUES(%1$s)".formatted(column.name()));
  }

  /**
   * With us it does not begin to number the rows anew, and is refused by another number where
   * others refer to the table.
   */
  private static String truncate(RandomDml dml, TableModel table) {
    return table.create().contains("AUTO_INCREMENT") || dml.isReferredTo(table)
        ? "DELETE FROM " + table.name()
        : dml.one("TRUNCATE ", "TRUNCATE TABLE ") + table.name();
  }

  private static String joined(RandomDml dml, TableModel table, TableModel other) {
    ColumnModel column = dml.column(table);
    Optional<ColumnModel> its =
        dml.like(column, other).filter(c -> c.domain().meets(column.domain()));
    return "%s AS t JOIN %s AS o ON %s"
        .formatted(
            table.name(),
            other.name(),
            its.map(c -> "t.%s = o.%s".formatted(column.name(), c.name()))
                .orElseGet(() -> "t.%s IS NULL".formatted(column.name())));
  }

  private static String deleteUsing(RandomDml dml, TableModel table) {
    TableModel other = dml.table();
    return "DELETE %s FROM %s".formatted(dml.one("t", "t", "o", "t, o"), joined(dml, table, other));
  }

  /** Columns that need not be unique: otherwise it depends on which row comes first. */
  private static String updateFrom(RandomDml dml, TableModel table) {
    TableModel other = dml.table();
    Optional<ColumnModel> set = free(table);
    Optional<ColumnModel> more = free(other);
    if (set.isEmpty() || other.name().equals(table.name())) {
      return dml.updateInAnyOrder(table, "");
    }
    String second =
        more.filter(c -> dml.percent(40))
            .map(c -> ", o.%s = %s".formatted(c.name(), dml.literal(c)))
            .orElse("");
    return "UPDATE %s SET t.%s = %s%s"
        .formatted(joined(dml, table, other), set.get().name(), dml.literal(set.get()), second);
  }

  private static Optional<ColumnModel> free(TableModel table) {
    return table.writable().stream().filter(c -> !table.isUnique(c)).findFirst();
  }

  private MysqlWritings() {}
}
