package org.mview.generated;

import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * The domains of a database.
 *
 * @param key of whole numbers, enough for the keys of a table
 * @param any of a value of which nothing is known, such as NULL
 * @param columns those that the columns of a script have; of numbers of 19 digits, if so asked
 * @param typed whether only values of one family can be compared and stored together
 * @param scales whether a query can tell 1.0 from 1.00; H2's UNION ALL shows a number as its branch
 *     has it, and a table as its column is declared
 * @param unionText to which texts are cast before a union, where CHAR(n) and others together make
 *     views that are refreshed completely; empty where they do not
 * @param converts whether values of two families can be compared: one is converted with a warning,
 *     which is an error where rows are written
 * @param folded what is the same of texts of which case is ignored
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
    boolean scales,
    String unionText,
    boolean converts,
    UnaryOperator<String> folded) {
  /** As ASCII has small letters and capitals. */
  static String small(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /** Whether nothing is converted where these are compared. */
  boolean canMeet(Domain one, Domain other) {
    return !converts || areLike(one, other);
  }

  /** Whether values of both can stand in one column. */
  boolean areLike(Domain one, Domain other) {
    return !typed || one.meets(other) || one.equals(any) || other.equals(any);
  }
}
