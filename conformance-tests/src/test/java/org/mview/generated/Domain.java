package org.mview.generated;

import java.util.List;

/** Which values a column mostly has: few different ones, so that they meet. */
enum Domain {
  KEY(List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"), "INTEGER", "INT"),
  WHOLE(List.of("-1", "0", "1", "2", "3", "4", "100"), "INTEGER", "INT", "BIGINT", "NUMERIC", ""),
  BIG(
      List.of(
          "9007199254740993",
          "-9007199254740993",
          "4611686018427387904",
          "9223372036854775807",
          "-9223372036854775808",
          "1",
          "2"),
      "INTEGER",
      "BIGINT",
      ""),
  REAL(
      List.of("0.1", "0.2", "0.3", "1.5", "-2.25", "0.001", "100.0", "3"),
      "REAL",
      "DOUBLE",
      "NUMERIC",
      "DECIMAL(10,2)",
      ""),
  TEXT(
      List.of("'a'", "'A'", "'b'", "''", "'x y'", "'it''s'", "'1'", "'1.5'", "'ä'", "'Ä'"),
      "TEXT",
      "VARCHAR(10)",
      ""),
  BLOB(List.of("x''", "x'00'", "x'6162'", "'ab'"), "BLOB", ""),
  ANY(List.of("1", "1.0", "'1'", "0.1", "'a'", "x'61'", "2", "-0.0"), "", "BLOB", "NUMERIC");

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> literals;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> types;

  Domain(List<String> literals, String... types) {
    this.literals = literals;
    this.types = List.of(types);
  }

  /** A type that such a column may be declared with; empty for none. */
  String type(Chance chance) {
    return chance.one(types);
  }

  /** A value as SQL writes it. */
  String literal(Chance chance) {
    return chance.one(literals);
  }

  /** Whether a column of this type keeps equal values as the same value. */
  boolean isExact(String type) {
    boolean oneForm = this == KEY || this == WHOLE || this == BIG || this == TEXT;
    return oneForm && !type.isEmpty();
  }

  boolean isNumber() {
    return this == KEY || this == WHOLE || this == BIG || this == REAL;
  }
}
