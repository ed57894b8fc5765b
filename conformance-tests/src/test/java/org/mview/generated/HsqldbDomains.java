package org.mview.generated;

import java.util.ArrayList;
import java.util.List;

/** HSQLDB's types, with few values each. */
final class HsqldbDomains {
  private static final Domain KEY =
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
  private static final Domain BIG =
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
  private static final Domain FIXED =
      sharp(
          "FIXED",
          Family.NUMBER,
          List.of("0.1", "0.2", "1.50", "-2.25", "100", "3", "9999.99"),
          "NUMERIC(6, 2)");
  static final Domain DECIMAL =
      blurred(
          "DECIMAL",
          Family.NUMBER,
          List.of("1", "1.0", "1.00", "0.1", "-2.25", "0", "0.00", "12345678901234567890.5"),
          "NUMERIC(30, 4)",
          "DECIMAL(28, 2)");
  private static final Domain REAL =
      blurred(
          "REAL", Family.NUMBER, List.of("0.1", "0.2", "0.3", "1.5", "-2.25", "0", "3"), "DOUBLE");
  static final Domain TEXT =
      sharp(
          "TEXT",
          Family.TEXT,
          List.of("'a'", "'A'", "'b'", "''", "'a '", "'x y'", "'it''s'", "'1'", "'ä'"),
          "VARCHAR(40)",
          "VARCHAR(10)");

  /** A table fills it with spaces, and what H2 makes of the table has them or has them not. */
  private static final Domain PADDED =
      sharp("PADDED", Family.TEXT, List.of("'a'", "'A'", "'b'", "'x'"), "CHAR(1)");

  static final Domain TRUTH = sharp("TRUTH", Family.TRUTH, List.of("TRUE", "FALSE"), "BOOLEAN");
  private static final Domain DATE =
      sharp(
          "DATE",
          Family.TIME,
          List.of("DATE '2024-01-01'", "DATE '2024-02-29'", "DATE '1999-12-31'"),
          "DATE");
  private static final Domain TIMESTAMP =
      sharp(
          "TIMESTAMP",
          Family.TIME,
          List.of(
              "TIMESTAMP '2024-01-01 00:00:00'",
              "TIMESTAMP '2024-02-29 12:30:00.5'",
              "TIMESTAMP '1999-12-31 23:59:59.999999'"),
          "TIMESTAMP",
          "TIMESTAMP(0)");
  private static final Domain ANY =
      new Domain("ANY", Family.ANY, List.of("NULL"), List.of("VARCHAR(40)"), false, List.of());

  private static Domain sharp(String name, Family family, List<String> literals, String... types) {
    return new Domain(name, family, literals, List.of(types), true, List.of());
  }

  private static Domain blurred(
      String name, Family family, List<String> literals, String... types) {
    return new Domain(name, family, literals, List.of(types), false, List.of());
  }

  static final Domains DOMAINS =
      new Domains(KEY, WHOLE, DECIMAL, TEXT, TRUTH, ANY, HsqldbDomains::columns, true, false);

  /** A few for each script, so that columns meet. */
  private static List<Domain> columns(Chance chance, boolean big) {
    List<Domain> all = new ArrayList<>(List.of(WHOLE, TEXT));
    all.addAll(
        chance.some(3, List.of(big ? BIG : FIXED, DECIMAL, REAL, PADDED, DATE, TIMESTAMP, WHOLE)));
    return all;
  }

  private HsqldbDomains() {}
}
