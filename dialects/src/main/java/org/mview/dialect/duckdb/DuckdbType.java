package org.mview.dialect.duckdb;

import java.util.Set;
import org.mview.sql.Type.Arithmetic;

/**
 * What is known of the values of a type.
 *
 * @param declaration as DuckDB shows it, such as {@code DECIMAL(10,2)}
 */
record DuckdbType(String declaration) {
  /** Their sums are whole numbers of 38 digits; what has more may be a floating-point number. */
  private static final Set<String> WHOLE =
      Set.of(
          "TINYINT",
          "SMALLINT",
          "INTEGER",
          "BIGINT",
          "UTINYINT",
          "USMALLINT",
          "UINTEGER",
          "UBIGINT");

  private static final Set<String> SHARP =
      Set.of(
          "HUGEINT",
          "UHUGEINT",
          "BOOLEAN",
          "VARCHAR",
          "BLOB",
          "BIT",
          "DATE",
          "TIME",
          "TIMESTAMP",
          "TIMESTAMP_S",
          "TIMESTAMP_MS",
          "TIMESTAMP_NS",
          "TIMESTAMP WITH TIME ZONE",
          "UUID");

  Arithmetic arithmetic() {
    return WHOLE.contains(name()) || name().equals("DECIMAL")
        ? Arithmetic.EXACT
        : Arithmetic.APPROXIMATE;
  }

  /** Whether values that are equal are the same: an hour has 60 minutes, and −0.0 is 0.0. */
  boolean sharp() {
    return !declaration.endsWith("]")
        && (arithmetic() == Arithmetic.EXACT || SHARP.contains(name()) || name().equals("ENUM"));
  }

  private String name() {
    int end = declaration.indexOf('(');
    return end < 0 ? declaration : declaration.substring(0, end);
  }
}
