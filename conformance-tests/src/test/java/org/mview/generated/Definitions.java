package org.mview.generated;

import java.util.List;

/** What an application defines besides its tables. */
interface Definitions {
  /** Statements that make a trigger after a change of a table, by which another one changes. */
  List<String> trigger(Chance chance, int number, TableModel table, TableModel other);

  /**
   * A statement that drops an index.
   *
   * @param table on which it is
   */
  default String dropIndex(String index, String table) {
    return "DROP INDEX " + index;
  }

  /** The type of a column of whole numbers that is added. */
  String wholeType();
}
