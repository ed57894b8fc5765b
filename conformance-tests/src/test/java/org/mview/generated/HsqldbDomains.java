package org.mview.generated;

import static org.mview.generated.Domain.blurred;
import static org.mview.generated.Domain.sharp;
import static org.mview.generated.StandardDomains.BIG;
import static org.mview.generated.StandardDomains.DATE;
import static org.mview.generated.StandardDomains.FIXED;
import static org.mview.generated.StandardDomains.KEY;
import static org.mview.generated.StandardDomains.PADDED;
import static org.mview.generated.StandardDomains.TIMESTAMP;
import static org.mview.generated.StandardDomains.TRUTH;
import static org.mview.generated.StandardDomains.WHOLE;

import java.util.ArrayList;
import java.util.List;

/** HSQLDB's types, with few values each. */
final class HsqldbDomains {
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

  private static final Domain ANY =
      new Domain(
          "ANY", Family.ANY, List.of("NULL"), List.of("VARCHAR(40)"), false, false, List.of());

  static final Domains DOMAINS =
      new Domains(
          KEY,
          WHOLE,
          DECIMAL,
          TEXT,
          TRUTH,
          ANY,
          HsqldbDomains::columns,
          true,
          false,
          "VARCHAR(40)",
          false,
          Domains::small);

  /** A few for each script, so that columns meet. */
  private static List<Domain> columns(Chance chance, boolean big) {
    List<Domain> all = new ArrayList<>(List.of(WHOLE, TEXT));
    all.addAll(
        chance.some(3, List.of(big ? BIG : FIXED, DECIMAL, REAL, PADDED, DATE, TIMESTAMP, WHOLE)));
    return all;
  }

  private HsqldbDomains() {}
}
