package org.mview.generated;

import static java.util.stream.Collectors.joining;
import static org.mview.generated.RandomTables.list;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** How rows are changed as the standard has it. */
final class StandardWritings {
  private static final Writings.Writing ONE =
      Writings.of(StatementClass.INSERT, (dml, table) -> dml.insert("INSERT", table, 1));

  /** Inserts, by this upsert and this MERGE too; and what else a database has. */
  static List<Writings.Writing> inserting(
      Writings.Text upsert, Writings.Text merge, Writings.Writing... more) {
    Writings.Writing upserting = Writings.of(StatementClass.UPSERT, upsert);
    List<Writings.Writing> all =
        new ArrayList<>(
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
                upserting,
                upserting,
                Writings.of(StatementClass.MERGE, merge)));
    all.addAll(List.of(more));
    return all;
  }

  /** Updates, of keys too; and what else a database has. */
  static List<Writings.Writing> updating(Writings.Writing... more) {
    List<Writings.Writing> all = new ArrayList<>(Collections.nCopies(4, Writings.update()));
    all.add(Writings.of(StatementClass.UPDATE_KEY, RandomDml::updateKey));
    all.addAll(List.of(more));
    return all;
  }

  /** Deletes, now and then of all rows; and what else a database has. */
  static List<Writings.Writing> deleting(Writings.Writing... more) {
    List<Writings.Writing> all = new ArrayList<>();
    all.add(Writings.of(StatementClass.DELETE_ALL, (dml, table) -> "DELETE FROM " + table.name()));
    all.addAll(List.of(more));
    all.addAll(Collections.nCopies(15 - all.size(), Writings.delete()));
    return all;
  }

  /**
   * MERGE of the keys of another table. What it sets is not what it looks for: then it is all the
   * same which row comes first.
   *
   * @param matched a further condition on rows that are there; a template for the column that is
   *     set
   * @param change what becomes of them, by that column
   */
  static String merge(
      RandomDml dml, TableModel table, String matched, Function<ColumnModel, String> change) {
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
        ON t.%4$s = o.k WHEN MATCHED%5$s THEN %6$s \
        WHEN NOT MATCHED THEN INSERT (%7$s) VALUES (%8$s)"""
        .formatted(
            table.name(),
            its.get().name(),
            other.name(),
            by.name(),
            matched.formatted(set.name()),
            change.apply(set),
            list(table.writable()),
            values);
  }

  /** Sets a column to a value. */
  static String setting(RandomDml dml, ColumnModel column) {
    return "UPDATE SET %s = %s".formatted(column.name(), dml.literal(column));
  }

  private StandardWritings() {}
}
