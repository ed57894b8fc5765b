package org.mview.statement;

/** Which characters separate, and which make up a name without quotes. */
final class Characters {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private Characters() {}

  static boolean isBlank(char c) {
    return c <= ' '
        || (c > '~' && (Character.isWhitespace(c) || Character.isSpaceChar(c)))
        || c == BYTE_ORDER_MARK;
  }

  /**
   * Whether a name may begin with it. Every character beyond ASCII may be in a name, as SQLite,
   * MySQL and PostgreSQL have it, except those that separate.
   */
  static boolean beginsName(char c) {
    return isLetter(c) || c == '_' || c == '$' || c == '#' || (c >= '\u00A0' && !isBlank(c));
  }

  private static boolean isLetter(char c) {
    return Ascii.upper(c) >= 'A' && Ascii.upper(c) <= 'Z';
  }

  static boolean isInName(char c) {
    return beginsName(c) || Ascii.isDigit(c);
  }

  /** The first offset, from this one on, that holds no blank. */
  static int skipBlanks(String text, int from) {
    int at = from;
    while (at < text.length() && isBlank(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** The first offset, from this one on, that is not part of a name. */
  static int skipName(String text, int from) {
    int at = from;
    while (at < text.length() && isInName(text.charAt(at))) {
      at++;
    }
    return at;
  }

  static int skipDigits(String text, int from) {
    int at = from;
    while (at < text.length() && Ascii.isDigit(text.charAt(at))) {
      at++;
    }
    return at;
  }
}
