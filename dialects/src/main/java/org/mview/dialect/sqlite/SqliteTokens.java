package org.mview.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The words of a SQLite statement; comments are passed over, quotes taken off. */
final class SqliteTokens {
  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private SqliteTokens(String text) {
    this.text = text;
  }

  /**
   * A word, a quoted name, or a character that is neither.
   *
   * @param start offset of its first character
   * @param end offset behind it
   */
  record Token(String text, int start, int end) {
    boolean is(String word) {
      return text.equalsIgnoreCase(word);
    }
  }

  /** The words in lower case. */
  static List<String> of(String text) {
    return tokens(text).stream().map(token -> token.text().toLowerCase(Locale.ROOT)).toList();
  }

  static List<Token> tokens(String text) {
    SqliteTokens reader = new SqliteTokens(text);
    reader.read();
    return reader.tokens;
  }

  private void read() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (Character.isWhitespace(c)) {
        at++;
      } else if (text.startsWith("--", at)) {
        at = end("\n", at + 2);
      } else if (text.startsWith("/*", at)) {
        at = end("*/", at + 2);
      } else if (c == '"' || c == '`' || c == '\'') {
        quoted(c);
      } else if (c == '[') {
        int end = end("]", at);
        add(text.substring(at + 1, Math.max(at + 1, end - 1)), end);
      } else if (Character.isJavaIdentifierStart(c) || Character.isDigit(c)) {
        word();
      } else {
        add(String.valueOf(c), at + 1);
      }
    }
  }

  private void quoted(char quote) {
    StringBuilder name = new StringBuilder();
    int i = at + 1;
    while (i < text.length()) {
      if (text.charAt(i) != quote) {
        name.append(text.charAt(i++));
      } else if (i + 1 < text.length() && text.charAt(i + 1) == quote) {
        name.append(quote);
        i += 2;
      } else {
        break;
      }
    }
    add(name.toString(), Math.min(i + 1, text.length()));
  }

  private void word() {
    int end = at;
    while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
      end++;
    }
    add(text.substring(at, end), end);
  }

  private int end(String mark, int from) {
    int found = text.indexOf(mark, from);
    return found < 0 ? text.length() : found + mark.length();
  }

  private void add(String token, int end) {
    tokens.add(new Token(token, at, end));
    at = end;
  }
}
