package org.mview.generated;

import java.util.List;

/**
 * Which values a column mostly has: few different ones, so that they meet.
 *
 * @param literals as SQL writes them
 * @param types with which such a column may be declared; an empty one stands for none
 * @param oneForm whether values that SQL takes for equal are the same
 * @param ignoresCase whether texts are compared without regard to case, in every column of it
 * @param strays lists of values of which such a column now and then has one, though it should not
 */
record Domain(
    String name,
    Family family,
    List<String> literals,
    List<String> types,
    boolean oneForm,
    boolean ignoresCase,
    List<List<String>> strays) {
  Domain {
    literals = List.copyOf(literals);
    types = List.copyOf(types);
    strays = List.copyOf(strays);
  }

  /** One in which values that SQL takes for equal are the same. */
  static Domain sharp(String name, Family family, List<String> literals, String... types) {
    return new Domain(name, family, literals, List.of(types), true, false, List.of());
  }

  /** One in which equal values may look different. */
  static Domain blurred(String name, Family family, List<String> literals, String... types) {
    return new Domain(name, family, literals, List.of(types), false, false, List.of());
  }

  /** The same, of texts that are compared without regard to case. */
  Domain ignoringCase() {
    return new Domain(name, family, literals, types, oneForm, true, strays);
  }

  /** A type that such a column may be declared with; empty for none. */
  String type(Chance chance) {
    return chance.one(types);
  }

  /** A value as SQL writes it. */
  String literal(Chance chance) {
    return chance.one(literals);
  }

  /** A value, now and then one that does not belong here. */
  String anyLiteral(Chance chance) {
    return chance.one(!strays.isEmpty() && chance.percent(4) ? chance.one(strays) : literals);
  }

  /** Whether a column of this type keeps equal values as the same value. */
  boolean isExact(String type) {
    return oneForm && !type.isEmpty();
  }

  boolean isNumber() {
    return family == Family.NUMBER;
  }

  /** Whether its values can be compared with those of another one. */
  boolean meets(Domain other) {
    return family == other.family;
  }

  /** The functions for the least and the greatest value. */
  List<String> extremes() {
    return family == Family.TRUTH ? List.of("BOOL_AND", "BOOL_OR") : List.of("MIN", "MAX");
  }
}
