package org.mview.statement;

/** The value that a string token stands for. */
final class StringLiteral {
  private StringLiteral() {}

  /** The characters between the quotes, with what is written twice or escaped there resolved. */
  static String value(Token string, LexicalRules rules) {
    String text = string.text();
    if (text.startsWith("$")) {
      int tag = text.indexOf('$', 1) + 1;
      return text.substring(tag, text.length() - tag);
    }
    int quote = text.indexOf('\'');
    String prefix = text.substring(0, quote);
    if (prefix.endsWith("q") || prefix.endsWith("Q")) {
      return text.substring(quote + 2, text.length() - 2);
    }
    boolean escapes =
        prefix.equalsIgnoreCase("E") || rules.have(LexicalRules.Feature.BACKSLASH_STRINGS);
    return unescaped(text, quote + 1, text.length() - 1, escapes);
  }

  private static String unescaped(String text, int from, int to, boolean escapes) {
    StringBuilder value = new StringBuilder(to - from);
    for (int at = from; at < to; at++) {
      char c = text.charAt(at);
      if (c == '\'') {
        at++;
      } else if (c == '\\' && escapes) {
        at++;
        c = escaped(text.charAt(at));
      }
      value.append(c);
    }
    return value.toString();
  }

  private static char escaped(char c) {
    return switch (c) {
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> c;
    };
  }
}
