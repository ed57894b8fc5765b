package org.mview.statement;

import org.mview.statement.Token.Kind;

/** A password in a statement; it shows in no message and no log. */
public record Password(String text) {

  /** A name, a quoted name or a string. */
  static Password parse(Cursor cursor) {
    if (cursor.at(Kind.STRING)) {
      return new Password(cursor.string());
    }
    if (!Names.atName(cursor)) {
      throw cursor.unexpectedSecret("a password");
    }
    return new Password(Names.name(cursor).text());
  }

  @Override
  public String toString() {
    return "***";
  }
}
