package org.mview.generated;

import java.util.List;

/** How rows are changed in HSQLDB. */
final class HsqldbWritings {
  static final Writings WRITINGS =
      new Writings(
          StandardWritings.inserting(HsqldbWritings::upsert, HsqldbWritings::merge),
          StandardWritings.updating(),
          StandardWritings.deleting(),
          List.of("INSERT INTO %s (%s) VALUES (%s)"),
          "UPDATE %s SET %s = ? WHERE %s IS NOT DISTINCT FROM ?",
          true);

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
