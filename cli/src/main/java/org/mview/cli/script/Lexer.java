package org.mview.cli.script;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mview.cli.script.Token.Kind;

/**
 * Cuts lines of SQL into tokens, and knows from line to line which quotation or comment is open.
 *
 * <p>It reads the SQL of all databases at once, so far as that goes: {@code [name]} is a quotation
 * unless it follows what could be an array, {@code $tag$} unless it is part of a name.
 */
final class Lexer {
  private static final Pattern NEXT =
      Pattern.compile(
          """
          (?<space>\\s+)\
          |(?<dashes>--.*)|(?<hash>\\#.*)|(?<comment>/\\*!?)\
          |(?<escapes>[eE]')|(?<quote>['"`])|(?<dollar>\\$(?:[\\p{L}_][\\p{L}\\p{Nd}_]*)?\\$)\
          |(?<bracket>\\[)\
          |(?<word>[\\p{L}\\p{Nd}_$@#]+)\
          |(?<semicolon>;)|(?<symbol>.)""",
          Pattern.DOTALL);

  private final boolean mySql;

  /** What ends the quotation or comment that is open; empty when none is. */
  private String closing = "";

  private Kind open = Kind.SYMBOL;
  private boolean backslashEscapes;

  private Lexer(boolean mySql) {
    this.mySql = mySql;
  }

  /** A backslash is a character like any other, except in {@code E'…'}. */
  static Lexer ofStandardSql() {
    return new Lexer(false);
  }

  /** A backslash escapes the next character of a string; a hash begins a comment. */
  static Lexer ofMySql() {
    return new Lexer(true);
  }

  boolean isInsideQuotationOrComment() {
    return !closing.isEmpty();
  }

  List<Token> tokens(String line) {
    List<Token> tokens = new ArrayList<>();
    for (int at = 0; at < line.length(); ) {
      Token token = isInsideQuotationOrComment() ? rest(line, at, at) : next(line, at, tokens);
      tokens.add(token);
      at += token.text().length();
    }
    return tokens;
  }

  private Token next(String line, int at, List<Token> before) {
    Matcher next = NEXT.matcher(line).region(at, line.length());
    if (!next.lookingAt()) {
      throw new IllegalStateException("no token at column " + at);
    }
    if (next.start("comment") >= 0) {
      return opened(Kind.BLOCK_COMMENT, "*/", false, line, next);
    }
    if (next.start("escapes") >= 0) {
      return opened(Kind.QUOTATION, "'", true, line, next);
    }
    if (next.start("quote") >= 0) {
      return opened(Kind.QUOTATION, next.group(), mySql && !next.group().equals("`"), line, next);
    }
    if (next.start("dollar") >= 0) {
      return opened(Kind.QUOTATION, next.group(), false, line, next);
    }
    if (next.start("bracket") >= 0 && !followsArray(before)) {
      return opened(Kind.QUOTATION, "]", false, line, next);
    }
    return simple(line, next);
  }

  private Token simple(String line, Matcher next) {
    if (next.start("hash") >= 0 && !mySql) {
      // The character alone: what follows it is SQL.
      return new Token(Kind.WORD, line.substring(next.start(), next.start() + 1));
    }
    return new Token(kind(next), next.group());
  }

  private static Kind kind(Matcher next) {
    if (next.start("space") >= 0) {
      return Kind.SPACE;
    }
    if (next.start("dashes") >= 0 || next.start("hash") >= 0) {
      return Kind.LINE_COMMENT;
    }
    if (next.start("word") >= 0) {
      return Kind.WORD;
    }
    return next.start("semicolon") >= 0 ? Kind.SEMICOLON : Kind.SYMBOL;
  }

  private static boolean followsArray(List<Token> before) {
    if (before.isEmpty()) {
      return false;
    }
    Token last = before.get(before.size() - 1);
    return last.kind() == Kind.WORD || last.text().equals("]") || last.text().equals(")");
  }

  private Token opened(Kind kind, String end, boolean escapes, String line, Matcher next) {
    open = kind;
    closing = end;
    backslashEscapes = escapes;
    return rest(line, next.start(), next.end());
  }

  /** What is open, from here to its end or the end of the line. */
  private Token rest(String line, int start, int from) {
    int at = from;
    while (at < line.length() && isInsideQuotationOrComment()) {
      if (backslashEscapes && line.charAt(at) == '\\') {
        at += 2;
      } else if (isDoubledQuote(line, at)) {
        at += 2;
      } else if (line.startsWith(closing, at)) {
        at += closing.length();
        closing = "";
      } else {
        at++;
      }
    }
    return new Token(open, line.substring(start, Math.min(at, line.length())));
  }

  private boolean isDoubledQuote(String line, int at) {
    return closing.length() == 1 && line.startsWith(closing + closing, at);
  }
}
