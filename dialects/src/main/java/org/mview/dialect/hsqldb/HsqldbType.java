package org.mview.dialect.hsqldb;

import java.util.Set;
import org.mview.sql.Type.Arithmetic;

/**
 * What is known of the values of a type.
 *
 * @param binary whether texts are compared by their characters alone, and spaces at their end count
 */
record HsqldbType(String name, boolean binary) {
  /** Their sums are whole or decimal numbers, of which nothing is rounded. */
  private static final Set<String> EXACT =
      Set.of("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "NUMERIC", "DECIMAL");

  /** A column gives its decimal numbers the scale that it declares. */
  private static final Set<String> SHARP =
      Set.of(
          "TINYINT",
          "SMALLINT",
          "INTEGER",
          "BIGINT",
          "NUMERIC",
          "DECIMAL",
          "BOOLEAN",
          "DATE",
          "TIME",
          "TIMESTAMP",
          "UUID",
          "BINARY",
          "VARBINARY",
          "BIT",
          "BIT VARYING");

  private static final Set<String> TEXTS = Set.of("CHARACTER", "CHARACTER VARYING");

  Arithmetic arithmetic() {
    return EXACT.contains(name) ? Arithmetic.EXACT : Arithmetic.APPROXIMATE;
  }

  /** Whether values that are equal are the same. */
  boolean sharp() {
    return SHARP.contains(name) || (binary && TEXTS.contains(name));
  }

  /** Whether a column of it is declared with a collation. */
  boolean isText() {
    return TEXTS.contains(name);
  }
}
