package org.mview.generated;

import java.util.List;

/** How rows are changed in H2. */
final class H2Writings {
  static final Writings WRITINGS =
      new Writings(
          StandardWritings.inserting(
              H2Writings::upsert,
              H2Writings::merge,
              Writings.of(
                  StatementClass.RETURNING,
                  (dml, table) ->
                      table.create().contains("REFERENCES") // which is looked at behind the row
                          ? dml.insert("INSERT", table, 1)
                          : "SELECT * FROM FINAL TABLE (%s)"
                              .formatted(dml.insert("INSERT", table, 1)))),
          StandardWritings.updating(
              Writings.of(
                  StatementClass.RETURNING,
                  (dml, table) -> telling("NEW", table, dml.update(table, "")))),
          StandardWritings.deleting(
              Writings.of(
                  StatementClass.RETURNING,
                  (dml, table) ->
                      telling(
                          "OLD",
                          table,
                          "DELETE FROM %s WHERE %s"
                              .formatted(table.name(), dml.condition(table))))),
          List.of("INSERT INTO %s (%s) VALUES (%s)"),
          "UPDATE %s SET %s = ? WHERE %s IS NOT DISTINCT FROM ?",
          true);

  /**
   * A query that changes rows. Of one that fails in the middle H2 leaves the first half, where our
   * driver undoes it: only what cannot fail so is the same with us and without us.
   */
  private static String telling(String rows, TableModel table, String change) {
    return table.create().contains("REFERENCES") || !table.unique().isEmpty()
        ? change
        : "SELECT * FROM %s TABLE (%s)".formatted(rows, change);
  }

  /** Rows of which those that are there already are changed. */
  private static String upsert(RandomDml dml, TableModel table) {
    return table.key().isEmpty()
        ? dml.insert("INSERT", table, 2)
        : dml.insert("MERGE", table, dml.between(1, 4));
  }

  private static String merge(RandomDml dml, TableModel table) {
    return StandardWritings.merge(
        dml,
        table,
        " AND t.%s IS NOT NULL",
        set -> dml.percent(30) ? "DELETE" : StandardWritings.setting(dml, set));
  }

  private H2Writings() {}
}
