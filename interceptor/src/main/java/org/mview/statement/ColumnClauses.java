package org.mview.statement;

import org.mview.statement.Token.Kind;

/** What may be said of a single column of a view. */
final class ColumnClauses {
  private ColumnClauses() {}

  /** {@code SCOPE FOR (column) IS table}. */
  static boolean acceptScope(Cursor cursor) {
    if (!cursor.accept("SCOPE", "FOR", "(")) {
      return false;
    }
    Names.qualifiedName(cursor, "a column");
    cursor.expect(")");
    cursor.expect("IS");
    Names.qualifiedName(cursor, "a table");
    return true;
  }

  /** {@code ENCRYPT [USING 'algorithm'] [IDENTIFIED BY password] ['integrity'] [[NO] SALT]}. */
  static boolean acceptEncryption(Cursor cursor) {
    if (!cursor.accept("ENCRYPT")) {
      return false;
    }
    if (cursor.accept("USING")) {
      cursor.string();
    }
    if (cursor.accept("IDENTIFIED", "BY")) {
      Password.parse(cursor);
    }
    if (cursor.at(Kind.STRING)) {
      cursor.next();
    }
    if (!cursor.accept("NO", "SALT")) {
      cursor.accept("SALT");
    }
    return true;
  }
}
