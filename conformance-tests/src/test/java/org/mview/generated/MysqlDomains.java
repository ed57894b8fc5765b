package org.mview.generated;

import static org.mview.generated.Domain.blurred;
import static org.mview.generated.Domain.sharp;
import static org.mview.generated.StandardDomains.DATE;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Types of MySQL and MariaDB, with few values each; without BIT, as both send MIN(bits), and a
 * union of bits, otherwise than a column that holds the same. Where nothing else is said, texts are
 * compared without regard to case and accents, by some collations without regard to blanks at the
 * end.
 */
final class MysqlDomains {
  /** Of one type, so that others can refer to it. */
  private static final Domain KEY =
      sharp("KEY", Family.NUMBER, StandardDomains.KEY.literals(), "INT", "INTEGER");

  static final Domain WHOLE =
      sharp(
          "WHOLE",
          Family.NUMBER,
          List.of("-1", "0", "1", "2", "3", "4", "100"),
          "INT",
          "INT",
          "SMALLINT",
          "TINYINT",
          "MEDIUMINT",
          "BIGINT");

  private static final Domain UNSIGNED =
      sharp(
          "UNSIGNED",
          Family.NUMBER,
          List.of("0", "1", "2", "3", "200"),
          "INT UNSIGNED",
          "TINYINT UNSIGNED",
          "BIGINT UNSIGNED");

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
          "BIGINT");

  private static final Domain FIXED =
      sharp(
          "FIXED",
          Family.NUMBER,
          List.of("0.1", "0.2", "1.50", "-2.25", "100", "3", "9999.99"),
          "DECIMAL(6, 2)",
          "DECIMAL(8, 4)");

  static final Domain DECIMAL =
      blurred(
          "DECIMAL",
          Family.NUMBER,
          List.of("1", "1.0", "1.00", "0.1", "-2.25", "0", "0.00", "12345678901234567890.5"),
          "DECIMAL(30, 4)",
          "DECIMAL(24, 2)");

  private static final Domain REAL =
      blurred(
          "REAL",
          Family.NUMBER,
          List.of("0.1", "0.2", "0.3", "1.5", "-2.25", "0", "3"),
          "DOUBLE",
          "FLOAT");

  private static final Domain YEAR =
      sharp("YEAR", Family.NUMBER, List.of("1999", "2000", "2024"), "YEAR");

  /** No two of these are equal by any collation. */
  static final Domain TEXT =
      sharp(
              "TEXT",
              Family.TEXT,
              List.of("'a'", "'b'", "'c'", "''", "'x y'", "'it''s'", "'1'", "'ö'"),
              "VARCHAR(10)",
              "VARCHAR(40)",
              "CHAR(8)")
          .ignoringCase();

  private static final Domain LARGE =
      sharp("LARGE", Family.TEXT, TEXT.literals(), "TEXT", "TINYTEXT", "LONGTEXT").ignoringCase();

  /** On MariaDB it is a text; on MySQL nobody can say in which order such values are. */
  private static final Domain JSON =
      sharp(
          "JSON",
          Family.TEXT,
          List.of("'{\"a\": 1}'", "'[1, 2]'", "'\"b\"'", "'1'", "'null'"),
          "JSON");

  private static final Domain CASED =
      sharp(
          "CASED",
          Family.TEXT,
          List.of("'a'", "'A'", "'b'", "'B'", "'ä'", "''"),
          "VARCHAR(10) COLLATE utf8mb4_bin",
          "CHAR(3) COLLATE utf8mb4_bin");

  /** Some of these are equal, and look different. */
  private static final Domain LOOSE =
      blurred(
              "LOOSE",
              Family.TEXT,
              List.of("'a'", "'A'", "'b'", "'B'", "'a '", "'ä'"),
              "VARCHAR(10)",
              "VARCHAR(10) COLLATE utf8mb4_general_ci")
          .ignoringCase();

  private static final Domain PADDED =
      sharp("PADDED", Family.TEXT, List.of("'c'", "'c '", "'b'", "''"), "CHAR(3)").ignoringCase();

  /** They are sorted as they are listed, and compared as texts. */
  private static final Domain LISTED =
      sharp(
              "LISTED",
              Family.TEXT,
              List.of("'a'", "'b'", "'c'"),
              "ENUM('b', 'c', 'a')",
              "ENUM('c', 'b', 'a')")
          .ignoringCase();

  private static final Domain BYTES =
      sharp(
          "BYTES",
          Family.BYTES,
          List.of("x''", "x'00'", "x'61'", "x'41'", "x'6162'"),
          "VARBINARY(8)");

  private static final Domain BLOB =
      sharp("BLOB", Family.BYTES, BYTES.literals(), "BLOB", "TINYBLOB", "LONGBLOB");

  /** A number, too. */
  static final Domain TRUTH =
      sharp("TRUTH", Family.NUMBER, List.of("TRUE", "FALSE"), "BOOLEAN", "TINYINT(1)");

  private static final Domain TIMESTAMP =
      sharp(
          "TIMESTAMP",
          Family.TIME,
          List.of(
              "TIMESTAMP '2024-01-01 00:00:00'",
              "TIMESTAMP '2024-02-29 12:30:00.5'",
              "TIMESTAMP '1999-12-31 23:59:59.999999'"),
          "DATETIME(6)",
          "DATETIME(3)",
          "DATETIME");

  /** A moment: what its session sees of it depends on where that is. */
  private static final Domain MOMENT =
      sharp(
          "MOMENT", Family.TIME, TIMESTAMP.literals(), "TIMESTAMP(6)", "TIMESTAMP(3)", "TIMESTAMP");

  private static final Domain CLOCK =
      sharp(
          "CLOCK",
          Family.CLOCK,
          List.of("TIME '10:20:30'", "TIME '00:00:00'", "TIME '22:59:59.5'"),
          "TIME",
          "TIME(1)");

  private static final Domain ANY =
      new Domain("ANY", Family.ANY, List.of("NULL"), List.of("CHAR(1)"), false, false, List.of());

  static final Domains MYSQL = domains(WHOLE);
  static final Domains MARIADB = domains(JSON);

  private static Domains domains(Domain more) {
    return new Domains(
        KEY,
        WHOLE,
        DECIMAL,
        TEXT,
        TRUTH,
        ANY,
        (chance, big) -> columns(chance, big, more),
        true,
        true,
        "",
        true,
        MysqlDomains::folded);
  }

  /** Whether columns of such values have no default, and are in no index as a whole. */
  static boolean isLarge(Domain domain) {
    return List.of(LARGE, JSON, BLOB).contains(domain);
  }

  /** A few for each script, so that columns meet. */
  private static List<Domain> columns(Chance chance, boolean big, Domain more) {
    List<Domain> all = new ArrayList<>(List.of(WHOLE, TEXT));
    all.addAll(
        chance.some(
            5,
            List.of(
                big ? BIG : FIXED,
                DECIMAL,
                REAL,
                UNSIGNED,
                CASED,
                LOOSE,
                PADDED,
                LISTED,
                BYTES,
                TRUTH,
                DATE,
                TIMESTAMP,
                MOMENT,
                CLOCK,
                YEAR,
                LARGE,
                BLOB,
                WHOLE,
                more)));
    return all;
  }

  /** Without case, accents, and blanks at the end. */
  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT)
        .stripTrailing();
  }

  private MysqlDomains() {}
}
