package org.mview.dialect;

/**
 * Puts names into the quotes of a database, in texts that have them in double quotes, as standard
 * SQL does. Strings are in single quotes, and are left as they are; so are comments.
 */
final class Respelt {
  private final String sql;
  private final Spelling names;
  private final StringBuilder spelt = new StringBuilder();
  private int at;

  private Respelt(String sql, Spelling names) {
    this.sql = sql;
    this.names = names;
  }

  static String spelt(String sql, Spelling names) {
    return names.quote() == '"' || sql.indexOf('"') < 0 ? sql : new Respelt(sql, names).spelt();
  }

  private String spelt() {
    while (at < sql.length()) {
      char c = sql.charAt(at);
      if (c == '"') {
        name();
      } else if (c == '\'') {
        copy(stringEnd());
      } else if (c == names.quote()) {
        copy(after(String.valueOf(c), at + 1));
      } else if (sql.startsWith("/*", at)) {
        copy(after("*/", at + 2));
      } else if (sql.startsWith("-- ", at) || c == '#') {
        copy(after("\n", at));
      } else {
        copy(at + 1);
      }
    }
    return spelt.toString();
  }

  /** A quote inside a name is doubled. */
  private void name() {
    StringBuilder name = new StringBuilder();
    int end = at + 1;
    while (end < sql.length() && (sql.charAt(end) != '"' || sql.startsWith("\"\"", end))) {
      end += sql.charAt(end) == '"' ? 1 : 0;
      name.append(sql.charAt(end));
      end++;
    }
    spelt.append(names.quoted(name.toString()));
    at = end + 1;
  }

  /** A backslash takes the next character along; a doubled quote begins another string. */
  private int stringEnd() {
    int end = at + 1;
    while (end < sql.length() && sql.charAt(end) != '\'') {
      end += sql.charAt(end) == '\\' ? 2 : 1;
    }
    return end + 1;
  }

  private int after(String mark, int from) {
    int found = sql.indexOf(mark, from);
    return found < 0 ? sql.length() : found + mark.length();
  }

  private void copy(int end) {
    int to = Math.min(end, sql.length());
    spelt.append(sql, at, to);
    at = to;
  }
}
