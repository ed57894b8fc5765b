package org.mview.generated;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What is particular about the tables of a database.
 *
 * @param keys kinds of keys; what stands there more than once happens more often
 * @param numbered what stands behind the name of a column whose numbers the database gives
 * @param numbersNull whether it gives the next one for NULL
 * @param uniqueNeedsKey whether only tables with a key have other unique columns, or foreign keys
 * @param ignoringCase the collation of some texts; empty for none
 * @param conflict what a constraint may say about rows that are not let in
 * @param end what may stand behind all columns
 * @param foreignKeys those that tables have
 * @param isLarge whether columns of such values have no default, and no index of their own
 * @param generated a column that the database computes from others
 */
record TableParts(
    List<Key> keys,
    String numbered,
    boolean numbersNull,
    boolean uniqueNeedsKey,
    Optional<String> ignoringCase,
    Function<Chance, String> conflict,
    End end,
    ForeignKeys foreignKeys,
    Predicate<Domain> isLarge,
    Generated generated) {
  /** The kinds of keys. */
  enum Key {
    NONE,
    /** A number of its own for each row, which the database gives. */
    NUMBERED,
    SINGLE,
    COMPOSITE
  }

  /** The end of a table's definition. */
  interface End {
    /** Behind the columns of a table with such a key. */
    String of(Chance chance, Key key);
  }

  /** A column that is computed. */
  interface Generated {
    /** The definition of a column of this name over others, of which some are numbers. */
    String of(Chance chance, String name, List<ColumnModel> columns, List<ColumnModel> numbers);
  }
}
