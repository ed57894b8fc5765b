package org.mview.generated;

import java.util.ArrayList;
import java.util.List;

/** How rows are changed in HSQLDB. */
final class HsqldbWritings {
  private static final Writings.Writing ONE =
      Writings.of(StatementClass.INSERT, (dml, table) -> dml.insert("INSERT", table, 1));

  private static final Writings.Writing UPSERT =
      Writings.of(StatementClass.UPSERT, HsqldbWritings::upsert);

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

  private static String merge(RandomDml dml, TableModel table) {
    return StandardWritings.merge(dml, table, "", set -> StandardWritings.setting(dml, set));
  }

  private HsqldbWritings() {}
}
