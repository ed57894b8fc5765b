package org.mview.statement;

/** Finds where something in quotes, or a comment, ends; in time linear in its length. */
final class Quoted {
  /** The text ends first. */
  static final int NEVER = -1;

  private Quoted() {}

  /**
   * Where text in quotes ends in which the closing quote is written twice to mean itself.
   *
   * @param from offset behind the opening quote
   * @return the offset behind the closing quote, or NEVER
   */
  static int end(String text, int from, char quote, boolean backslashes) {
    int at = from;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\\' && backslashes) {
        at += 2;
      } else if (c != quote) {
        at++;
      } else if (at + 1 < text.length() && text.charAt(at + 1) == quote) {
        at += 2;
      } else {
        return at + 1;
      }
    }
    return NEVER;
  }

  /**
   * Where Oracle's {@code q'[…]'} ends.
   *
   * @param from offset of the character behind the first apostrophe
   * @return the offset behind the last apostrophe, or NEVER
   */
  static int alternativeEnd(String text, int from) {
    int close = text.indexOf(closing(text.charAt(from)) + "'", from + 1);
    return close < 0 ? NEVER : close + 2;
  }

  private static String closing(char opening) {
    return switch (opening) {
      case '[' -> "]";
      case '{' -> "}";
      case '(' -> ")";
      case '<' -> ">";
      default -> String.valueOf(opening);
    };
  }

  /**
   * Where the opening {@code $tag$} of a dollar-quoted string ends.
   *
   * @param from offset of the first dollar
   * @return the offset behind the second dollar, or NEVER when there is no such tag
   */
  static int dollarTagEnd(String text, int from) {
    int at = from + 1;
    while (at < text.length() && text.charAt(at) != '$' && Characters.isInName(text.charAt(at))) {
      at++;
    }
    boolean tag = at < text.length() && text.charAt(at) == '$';
    return tag && !Ascii.isDigit(text.charAt(from + 1)) ? at + 1 : NEVER;
  }

  /**
   * Where a dollar-quoted string ends.
   *
   * @param from offset of its first dollar
   * @param tagEnd offset behind its opening tag
   * @return the offset behind its closing tag, or NEVER
   */
  static int dollarEnd(String text, int from, int tagEnd) {
    String tag = text.substring(from, tagEnd);
    int close = text.indexOf(tag, tagEnd);
    return close < 0 ? NEVER : close + tag.length();
  }

  /**
   * Where a comment ends that began with a slash and an asterisk.
   *
   * @param from offset behind these two
   * @return the offset behind the last slash, or NEVER
   */
  static int commentEnd(String text, int from, boolean nested) {
    int depth = 1;
    int at = from;
    while (at + 1 < text.length()) {
      if (text.startsWith("*/", at)) {
        at += 2;
        depth--;
        if (depth == 0) {
          return at;
        }
      } else if (nested && text.startsWith("/*", at)) {
        at += 2;
        depth++;
      } else {
        at++;
      }
    }
    return NEVER;
  }

  /** The offset of the line's end, or of the text's. */
  static int lineEnd(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
      at++;
    }
    return at;
  }
}
