package org.mview.dialect.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.mview.dialect.Utf8;
import org.mview.sql.Identifier;
import org.mview.sql.QualifiedName;

/** How names and texts stand in a statement. */
final class PostgresNames {
  /** What PostgreSQL keeps of a name, in bytes; the rest it cuts off without a word. */
  static final int LONGEST = 63;

  private PostgresNames() {}

  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
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

  /**
   * A text as a literal in which every character stands for itself, whatever {@code
   * standard_conforming_strings} says.
   */
  static String literal(String text) {
    String tag = "$mview$";
    // The last character too: with it, the closing tag would begin too early.
    for (int i = 1; (text + "$").contains(tag); i++) {
      tag = "$mview" + i + "$";
    }
    return tag + text + tag;
  }
}
