package org.mview.dialect.sqlite;

import java.util.List;
import java.util.Locale;
import org.mview.sql.Type.Arithmetic;

/** What a declared type says of the values of a column: in SQLite, what to expect, no more. */
final class SqliteTypes {
  /** Where values of such types are summed, whole numbers are not to be expected. */
  private static final List<String> NEVER_WHOLE =
      List.of("REAL", "FLOA", "DOUB", "CHAR", "CLOB", "TEXT", "BLOB");

  private SqliteTypes() {}

  /**
   * Whether a column of this type stores equal values alike: 1.0 as 1, or 1 as 1.0. Without an
   * affinity it stores both as they come.
   */
  static boolean converts(String declared, boolean strict) {
    String type = declared.toUpperCase(Locale.ROOT);
    boolean blob = type.isEmpty() || (type.contains("BLOB") && !type.contains("INT"));
    return !blob && !(strict && type.equals("ANY"));
  }

  /**
   * Whether sums of a column of this type can be expected to be exact. It is never certain: even
   * sums of whole numbers become approximate when they overflow.
   */
  static Arithmetic arithmetic(String declared) {
    String type = declared.toUpperCase(Locale.ROOT);
    boolean whole = type.contains("INT");
    return !whole && NEVER_WHOLE.stream().anyMatch(type::contains)
        ? Arithmetic.APPROXIMATE
        : Arithmetic.BY_VALUE;
  }
}
