package org.mview.dialect.mysql;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.mview.dialect.Utf8;
import org.mview.sql.Identifier;
import org.mview.sql.QualifiedName;

/** How names and texts stand in a statement. */
final class MysqlNames {
  /** In characters; we count bytes, of which there are never fewer. */
  static final int LONGEST = 64;

  private MysqlNames() {}

  static String quoted(String name) {
    return '`' + name.replace("`", "``") + '`';
  }

  static String quoted(QualifiedName name) {
    String last = quoted(name.name().text());
    return name.schema().map(schema -> quoted(schema.text()) + "." + last).orElse(last);
  }

  static String list(List<Identifier> names) {
    return names.stream().map(name -> quoted(name.text())).collect(Collectors.joining(", "));
  }

  /** The same name, or as much of it as fits before a hash of the whole. */
  static String fitting(String name) {
    if (Utf8.length(name) <= LONGEST) {
      return name;
    }
    CRC32 hash = new CRC32();
    hash.update(name.getBytes(UTF_8));
    String end = "$" + Long.toHexString(hash.getValue());
    return Utf8.beginning(name, LONGEST - end.length()) + end;
  }

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
