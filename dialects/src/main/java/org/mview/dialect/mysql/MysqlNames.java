package org.mview.dialect.mysql;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import org.mview.dialect.Spelling;

/** How names and texts stand in a statement. */
final class MysqlNames {
  /** In characters; we count bytes, of which there are never fewer. */
  static final Spelling NAMES = new Spelling('`', 64);

  private MysqlNames() {}

  /** A text as a literal, whatever a backslash means to the session. */
  static String literal(String text) {
    return text.contains("\\")
        ? "CONVERT(0x%s USING utf8mb4)".formatted(hexadecimal(text))
        : "'" + text.replace("'", "''") + "'";
  }

  private static String hexadecimal(String text) {
    return HexFormat.of().formatHex(text.getBytes(UTF_8));
  }
}
