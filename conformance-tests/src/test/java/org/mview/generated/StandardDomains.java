package org.mview.generated;

import static org.mview.generated.Domain.sharp;

import java.util.List;

/** Types as the standard has them, with few values each. */
final class StandardDomains {
  static final Domain KEY =
      sharp(
          "KEY",
          Family.NUMBER,
          List.of(
              "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16",
              "17", "18", "19", "20", "21", "22", "23", "24"),
          "INTEGER",
          "BIGINT");
  static final Domain WHOLE =
      sharp(
          "WHOLE",
          Family.NUMBER,
          List.of("-1", "0", "1", "2", "3", "4", "100"),
          "INTEGER",
          "SMALLINT");
  static final Domain BIG =
      sharp(
          "BIG",
          Family.NUMBER,
          List.of(
              "9007199254740993",
              "-9007199254740993",
              "4611686018427387904",
              "9223372036854775807",
              "1",
              "2"),
          "BIGINT");
  static final Domain FIXED =
      sharp(
          "FIXED",
          Family.NUMBER,
          List.of("0.1", "0.2", "1.50", "-2.25", "100", "3", "9999.99"),
          "NUMERIC(6, 2)");

  /** A table fills it with spaces, and what H2 makes of the table has them or has them not. */
  static final Domain PADDED =
      sharp("PADDED", Family.TEXT, List.of("'a'", "'A'", "'b'", "'x'"), "CHAR(1)");

  static final Domain TRUTH = sharp("TRUTH", Family.TRUTH, List.of("TRUE", "FALSE"), "BOOLEAN");
  static final Domain DATE =
      sharp(
          "DATE",
          Family.TIME,
          List.of("DATE '2024-01-01'", "DATE '2024-02-29'", "DATE '1999-12-31'"),
          "DATE");
  static final Domain TIMESTAMP =
      sharp(
          "TIMESTAMP",
          Family.TIME,
          List.of(
              "TIMESTAMP '2024-01-01 00:00:00'",
              "TIMESTAMP '2024-02-29 12:30:00.5'",
              "TIMESTAMP '1999-12-31 23:59:59.999999'"),
          "TIMESTAMP",
          "TIMESTAMP(0)");

  private StandardDomains() {}
}
