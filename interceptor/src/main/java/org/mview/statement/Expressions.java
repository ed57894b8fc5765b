package org.mview.statement;

import org.mview.statement.Token.Kind;

/** Expressions are kept as text: only their end is looked for here. */
final class Expressions {
  private Expressions() {}

  /**
   * Steps over an expression that is followed by another clause, or by nothing.
   *
   * @param expected what is missing when there is no expression at all
   */
  static SourceText beforeClause(Cursor cursor, String expected) {
    int start = cursor.offset();
    boolean qualified = false;
    boolean empty = true;
    while (!ends(cursor, qualified)) {
      empty = false;
      qualified = cursor.at(".");
      step(cursor);
    }
    if (empty) {
      throw cursor.unexpected(expected);
    }
    return cursor.since(start);
  }

  private static boolean ends(Cursor cursor, boolean qualified) {
    return cursor.atEnd()
        || cursor.at(",")
        || cursor.at(")")
        || cursor.at(";")
        || (!qualified && cursor.atAny(ClauseWords.BEGINNINGS));
  }

  /** Steps over one argument, or what is assigned: up to a comma, a bracket or a semicolon. */
  static SourceText item(Cursor cursor) {
    int start = cursor.offset();
    boolean empty = true;
    while (!endsItem(cursor)) {
      empty = false;
      step(cursor);
    }
    if (empty) {
      throw cursor.unexpected("an expression");
    }
    return cursor.since(start);
  }

  /** Whether an argument, or what is assigned, ends here. */
  static boolean endsItem(Cursor cursor) {
    return cursor.at(",") || cursor.at(")") || cursor.at(";") || cursor.at("}") || cursor.atEnd();
  }

  private static void step(Cursor cursor) {
    if (cursor.at("(")) {
      cursor.parenthesis();
    } else if (cursor.at(Kind.END) || cursor.at(Kind.UNTERMINATED)) {
      throw cursor.unexpected("the rest of the expression");
    } else {
      cursor.next();
    }
  }
}
