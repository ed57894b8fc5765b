package org.mview.generated;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Literals of SQL as the values that they stand for. */
final class Literals {
  private Literals() {}

  static @Nullable Object value(String literal) {
    if (literal.equals("NULL")) {
      return null;
    } else if (literal.startsWith("'")) {
      return literal.substring(1, literal.length() - 1).replace("''", "'");
    } else if (literal.startsWith("x'")) {
      return HexFormat.of().parseHex(literal.substring(2, literal.length() - 1));
    } else if (literal.contains(".")) {
      return Double.valueOf(literal);
    }
    return Long.valueOf(literal);
  }
}
