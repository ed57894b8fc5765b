package org.mview.generated;

import java.util.List;
import java.util.function.BiPredicate;

/**
 * The foreign keys of a database.
 *
 * @param missing in how many of a hundred columns that could refer to a table none does
 * @param actions what may become of a row when that to which it refers goes, or gets another key
 * @param fits whether a column that is declared with a type may have one
 * @param apart whether they stand behind the columns: beside one they are read over
 * @param heard whether triggers hear of the rows that they change
 */
record ForeignKeys(
    int missing,
    List<String> actions,
    BiPredicate<ColumnModel, String> fits,
    boolean apart,
    boolean heard) {
  ForeignKeys {
    actions = List.copyOf(actions);
  }

  /** As the standard has them. */
  static ForeignKeys standard(int missing) {
    return new ForeignKeys(
        missing,
        List.of("CASCADE", "SET NULL", "SET DEFAULT", "NO ACTION", "RESTRICT"),
        (column, type) -> true,
        false,
        true);
  }

  /** What a column refers to. */
  String reference(Chance chance, TableModel parent) {
    return " REFERENCES %s (%s) ON DELETE %s ON UPDATE %s"
        .formatted(
            parent.name(), parent.key().get(0).name(), chance.one(actions), chance.one(actions));
  }

  /** Whether rows of a table change, and no trigger hears of it. */
  boolean changeUnheard(TableModel table) {
    return !heard && (table.create().contains(" CASCADE") || table.create().contains(" SET NULL"));
  }
}
