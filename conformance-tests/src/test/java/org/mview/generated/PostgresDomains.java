package org.mview.generated;

import static org.mview.generated.Domain.blurred;
import static org.mview.generated.Domain.sharp;

import java.util.ArrayList;
import java.util.List;

/** PostgreSQL's types, with few values each. */
final class PostgresDomains {
  private static final Domain KEY =
      sharp(
          "KEY",
          Family.NUMBER,
          List.of(
              "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16",
              "17", "18", "19", "20", "21", "22", "23", "24"),
          "integer");
  static final Domain WHOLE =
      sharp(
          "WHOLE", Family.NUMBER, List.of("-1", "0", "1", "2", "3", "4", "100"), "integer", "int");
  private static final Domain BIG =
      sharp(
          "BIG",
          Family.NUMBER,
          List.of(
              "9007199254740993",
              "-9007199254740993",
              "4611686018427387904",
              "9223372036854775807",
              "-9223372036854775808",
              "1",
              "2"),
          "bigint");
  private static final Domain FIXED =
      sharp(
          "FIXED",
          Family.NUMBER,
          List.of("0.1", "0.2", "1.50", "-2.25", "100", "3", "9999.99"),
          "numeric(6,2)");
  static final Domain DECIMAL =
      blurred(
          "DECIMAL",
          Family.NUMBER,
          List.of(
              "1", "1.0", "1.00", "0.1", "-2.25", "0", "0.00", "'NaN'", "12345678901234567890.5"),
          "numeric");
  static final Domain REAL =
      blurred(
          "REAL",
          Family.NUMBER,
          List.of("0.1", "0.2", "0.3", "1.5", "-2.25", "'NaN'", "'-0.0'", "0", "3", "'Infinity'"),
          "double precision",
          "double precision",
          "real");
  static final Domain TEXT =
      sharp(
          "TEXT",
          Family.TEXT,
          List.of("'a'", "'A'", "'b'", "''", "'a '", "'x y'", "'it''s'", "'1'", "'ä'"),
          "text",
          "varchar(10)",
          "varchar");
  private static final Domain PADDED =
      sharp("PADDED", Family.TEXT, List.of("'a'", "'a '", "'b'", "''", "'abc'"), "char(3)");
  static final Domain TRUTH = sharp("TRUTH", Family.TRUTH, List.of("TRUE", "FALSE"), "boolean");
  private static final Domain DATE =
      sharp(
          "DATE",
          Family.TIME,
          List.of("'2024-01-01'", "'2024-02-29'", "'1999-12-31'", "'infinity'"),
          "date");
  private static final Domain TIMESTAMP =
      sharp(
          "TIMESTAMP",
          Family.TIME,
          List.of("'2024-01-01 00:00'", "'2024-02-29 12:30:00.5'", "'1999-12-31 23:59:59.999999'"),
          "timestamp",
          "timestamp(0)");
  private static final Domain ANY =
      new Domain("ANY", Family.ANY, List.of("NULL"), List.of("text"), false, false, List.of());

  static final Domains DOMAINS =
      new Domains(
          KEY,
          WHOLE,
          DECIMAL,
          TEXT,
          TRUTH,
          ANY,
          PostgresDomains::columns,
          true,
          true,
          "VARCHAR(40)",
          false,
          Domains::small);

  /** A few for each script, so that columns meet. */
  private static List<Domain> columns(Chance chance, boolean big) {
    List<Domain> all = new ArrayList<>(List.of(WHOLE, TEXT));
    all.addAll(
        chance.some(
            3, List.of(big ? BIG : FIXED, DECIMAL, REAL, PADDED, TRUTH, DATE, TIMESTAMP, WHOLE)));
    return all;
  }

  private PostgresDomains() {}
}
