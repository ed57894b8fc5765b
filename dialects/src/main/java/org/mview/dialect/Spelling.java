package org.mview.dialect;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.mview.sql.Identifier;
import org.mview.sql.QualifiedName;

/**
 * How names stand in the statements of a database.
 *
 * @param quote begins and ends a quoted name; doubled inside one
 * @param longest how long a name is that the database keeps whole, in bytes of UTF-8
 */
public record Spelling(char quote, int longest) {
  /** A name in quotes. */
  public String quoted(String name) {
    String end = String.valueOf(quote);
    return end + name.replace(end, end + end) + end;
  }

  /** A name in quotes, with its schema before it, if it has one. */
  public String quoted(QualifiedName name) {
    String last = quoted(name.name().text());
    return name.schema().map(schema -> quoted(schema.text()) + "." + last).orElse(last);
  }

  /** Names in quotes, with commas between them. */
  public String list(List<Identifier> names) {
    return names.stream().map(name -> quoted(name.text())).collect(Collectors.joining(", "));
  }

  /** Whether a name is kept whole. */
  public boolean fits(String name) {
    return Utf8.length(name) <= longest;
  }

  /** The same name, or as much of it as fits before a hash of the whole. */
  public String fitting(String name) {
    if (fits(name)) {
      return name;
    }
    CRC32 hash = new CRC32();
    hash.update(name.getBytes(UTF_8));
    String end = "$" + Long.toHexString(hash.getValue());
    return Utf8.beginning(name, longest - end.length()) + end;
  }
}
