package org.mview.dialect.duckdb;

/** The query in the text by which DuckDB says how a view was made. */
final class DuckdbViewText {
  private static final String AS = " AS ";

  private DuckdbViewText() {}

  /**
   * What comes behind the first AS outside of quotes and parentheses. A view with names of columns
   * of its own has them in parentheses before it.
   */
  static String query(String create) {
    int depth = 0;
    boolean quoted = false;
    for (int i = 0; i < create.length(); i++) {
      char c = create.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && c == '(') {
        depth++;
      } else if (!quoted && c == ')') {
        depth--;
      } else if (!quoted && depth == 0 && create.startsWith(AS, i)) {
        return create.substring(i + AS.length());
      }
    }
    return create;
  }
}
