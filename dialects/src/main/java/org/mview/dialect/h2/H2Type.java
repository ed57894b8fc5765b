package org.mview.dialect.h2;

import java.util.Set;
import org.mview.sql.Type.Arithmetic;

/**
 * What is known of the values of a type.
 *
 * @param binary whether texts are compared by their characters alone
 */
record H2Type(String name, boolean binary) {
  /** Their sums are whole or decimal numbers, of which nothing is rounded. */
  private static final Set<String> EXACT =
      Set.of("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "NUMERIC");

  /** A column gives its decimal numbers the scale that it declares. */
  private static final Set<String> SHARP =
      Set.of(
          "TINYINT",
          "SMALLINT",
          "INTEGER",
          "BIGINT",
          "NUMERIC",
          "BOOLEAN",
          "DATE",
          "TIME",
          "TIMESTAMP",
          "UUID",
          "ENUM",
          "BINARY",
          "BINARY VARYING",
          "BINARY LARGE OBJECT");

  private static final Set<String> TEXTS =
      Set.of("CHARACTER", "CHARACTER VARYING", "CHARACTER LARGE OBJECT");

  Arithmetic arithmetic() {
    return EXACT.contains(name) ? Arithmetic.EXACT : Arithmetic.APPROXIMATE;
  }

  /** Whether values that are equal are the same. */
  boolean sharp() {
    return SHARP.contains(name) || (binary && TEXTS.contains(name));
  }
}
