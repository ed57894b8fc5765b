package org.mview.statement;

/** What ends a statement in a text: a semicolon, or a line that holds only a slash. */
final class Terminators {
  private Terminators() {}

  /** Whether nothing but blanks is in the token's line, before it and behind it. */
  static boolean isAloneOnItsLine(Token token) {
    return isLineStart(token.source(), token.start()) && isLineEnd(token.source(), token.end());
  }

  private static boolean isLineStart(String text, int offset) {
    int at = offset - 1;
    while (at >= 0 && !isNewLine(text.charAt(at))) {
      if (!Characters.isBlank(text.charAt(at))) {
        return false;
      }
      at--;
    }
    return true;
  }

  private static boolean isLineEnd(String text, int offset) {
    int at = offset;
    while (at < text.length() && !isNewLine(text.charAt(at))) {
      if (!Characters.isBlank(text.charAt(at))) {
        return false;
      }
      at++;
    }
    return true;
  }

  private static boolean isNewLine(char c) {
    return c == '\n' || c == '\r';
  }
}
