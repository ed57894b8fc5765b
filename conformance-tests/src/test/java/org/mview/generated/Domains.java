package org.mview.generated;

import java.util.List;
import java.util.function.BiFunction;

/**
 * The domains of a database.
 *
 * @param key of whole numbers, enough for the keys of a table
 * @param any of a value of which nothing is known, such as NULL
 * @param columns those that the columns of a script have; of numbers of 19 digits, if so asked
 * @param typed whether only values of one family can be compared and stored together
 * @param scales whether a query can tell 1.0 from 1.00; H2's UNION ALL shows a number as its branch
 *     has it, and a table as its column is declared
 */
record Domains(
    Domain key,
    Domain whole,
    Domain real,
    Domain text,
    Domain truth,
    Domain any,
    BiFunction<Chance, Boolean, List<Domain>> columns,
    boolean typed,
    boolean scales) {
  /** Whether values of both can stand in one column. */
  boolean areLike(Domain one, Domain other) {
    return !typed || one.meets(other) || one.equals(any) || other.equals(any);
  }
}
