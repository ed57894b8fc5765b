package org.mview.date;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words, numbers, texts and signs of an expression, read one after the other. */
final class DateTokens {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:--[^\\n]*|/\\*.*?\\*/|(?<text>'(?:[^']|'')*')"
              + "|(?<number>\\d+(?:\\.\\d*)?|\\.\\d+)|(?<word>[A-Za-z_][\\w$#]*)"
              + "|(?<sign><=|>=|<>|!=|\\|\\||[-+*/(),=<>.]))",
          Pattern.DOTALL);

  /** The end of the expression. */
  private static final String END = "";

  private final List<String> tokens = new ArrayList<>();
  private int next;

  DateTokens(String expression) {
    Matcher matcher = TOKEN.matcher(expression.strip());
    int at = 0;
    String whole = expression.strip();
    while (at < whole.length()) {
      if (!matcher.find(at) || matcher.start() != at) {
        throw new NotADate("%s is not understood".formatted(shortened(whole.substring(at))));
      }
      String token = matcher.group().strip();
      boolean isComment = matcher.start("text") < 0 && token.matches("(?s)--.*|/\\*.*");
      if (!isComment) {
        tokens.add(token);
      }
      at = matcher.end();
    }
    tokens.add(END);
  }

  private static String shortened(String text) {
    return text.length() > 20 ? text.substring(0, 20) + "…" : text;
  }

  String peek() {
    return tokens.get(next);
  }

  boolean atEnd() {
    return peek().equals(END);
  }

  /** Whether the next is a word or a sign, in any case. */
  boolean at(String word) {
    return peek().equalsIgnoreCase(word);
  }

  boolean atText() {
    return peek().startsWith("'");
  }

  boolean atNumber() {
    return !atEnd() && (Character.isDigit(peek().charAt(0)) || peek().matches("\\.\\d+"));
  }

  boolean atWord() {
    return !atEnd() && (Character.isLetter(peek().charAt(0)) || peek().charAt(0) == '_');
  }

  boolean accept(String word) {
    boolean there = at(word);
    if (there) {
      next++;
    }
    return there;
  }

  void expect(String word) {
    if (!accept(word)) {
      throw unexpected(word);
    }
  }

  NotADate unexpected(String expected) {
    return new NotADate(
        atEnd()
            ? "it ends where %s is expected".formatted(expected)
            : "%s stands where %s is expected".formatted(peek(), expected));
  }

  String take() {
    String token = peek();
    next++;
    return token;
  }

  String word() {
    if (!atWord()) {
      throw unexpected("a word");
    }
    return take().toUpperCase(Locale.ROOT);
  }

  String text() {
    if (!atText()) {
      throw unexpected("a text");
    }
    String token = take();
    return token.substring(1, token.length() - 1).replace("''", "'");
  }
}
