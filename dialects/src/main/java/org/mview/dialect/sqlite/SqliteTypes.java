package org.mview.dialect.sqlite;

import java.util.Locale;
import org.mview.sql.Type.Arithmetic;

/** What a declared type says of the values of a column: in SQLite, what to expect, no more. */
final class SqliteTypes {
  private SqliteTypes() {}

  /** Whether sums of a column of this type can be expected to be exact. */
  static Arithmetic arithmetic(String declared, boolean strict) {
    String type = declared.toUpperCase(Locale.ROOT);
    if (type.contains("INT")) {
      return strict ? Arithmetic.EXACT : Arithmetic.BY_VALUE;
    }
    boolean numeric = type.contains("NUM") || type.contains("DEC") || type.contains("BOOL");
    return numeric && !hasScale(type) ? Arithmetic.BY_VALUE : Arithmetic.APPROXIMATE;
  }

  /** NUMERIC(10, 2) has a scale, NUMERIC(10) and NUMERIC(10, 0) have none. */
  private static boolean hasScale(String type) {
    int comma = type.indexOf(',');
    if (comma < 0) {
      return false;
    }
    String scale = type.substring(comma + 1).replace(")", "").strip();
    return !scale.equals("0");
  }
}
