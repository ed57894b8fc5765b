package org.mview.statement;

import org.mview.statement.LexicalRules.Feature;
import org.mview.statement.Token.Kind;

/**
 * Takes a text apart, one token at a time, each with its offsets, in time linear in its length.
 *
 * <p>Never fails: what is no SQL at all becomes symbols of one character, and what the text ends in
 * the middle of becomes UNTERMINATED. So any text may be given to it.
 */
final class Lexer {
  private final String source;
  private final LexicalRules rules;
  private int at;

  Lexer(String source, LexicalRules rules) {
    this(source, 0, rules);
  }

  /** Begins in the middle of a text, between two tokens. */
  Lexer(String source, int from, LexicalRules rules) {
    this.source = source;
    this.rules = rules;
    this.at = from;
  }

  /** The next token, comments included; after the last one END, again and again. */
  Token next() {
    at = Characters.skipBlanks(source, at);
    if (at == source.length()) {
      return new Token(Kind.END, source, at, at);
    }
    char c = source.charAt(at);
    if (beginsComment(c)) {
      return comment(c);
    }
    if (Ascii.isDigit(c) || (c == '.' && Ascii.isDigit(charAt(at + 1)))) {
      return token(Kind.NUMBER, numberEnd());
    }
    if (c == '$' && rules.have(Feature.DOLLAR_STRINGS)) {
      return dollarString();
    }
    if (Characters.beginsName(c)) {
      return wordOrPrefixedString(c);
    }
    return switch (c) {
      case '\'' -> terminated(Kind.STRING, stringEnd(at));
      // Where strings have backslashes, what stands in double quotes may be one.
      case '"' -> quotedName('"', rules.have(Feature.BACKSLASH_STRINGS));
      case '`' -> rules.have(Feature.BACKTICK_NAMES) ? quotedName('`', false) : symbol();
      case '[' -> rules.have(Feature.BRACKET_NAMES) ? quotedName(']', false) : symbol();
      case '?' -> token(Kind.PARAMETER, Characters.skipDigits(source, at + 1));
      case ':' ->
          Characters.isInName(charAt(at + 1)) ? token(Kind.PARAMETER, nameEnd(at + 1)) : symbol();
      default -> symbol();
    };
  }

  private boolean beginsComment(char c) {
    return switch (c) {
      case '-' ->
          charAt(at + 1) == '-' && (!rules.have(Feature.DASHES_NEED_BLANK) || blankAt(at + 2));
      case '/' -> charAt(at + 1) == '*';
      case '#' -> rules.have(Feature.HASH_COMMENTS);
      default -> false;
    };
  }

  private Token comment(char c) {
    if (c == '#') {
      return token(Kind.COMMENT, Quoted.lineEnd(source, at));
    }
    Kind kind = charAt(at + 2) == '+' ? Kind.HINT : Kind.COMMENT;
    if (c == '-') {
      return token(kind, Quoted.lineEnd(source, at));
    }
    return terminated(kind, Quoted.commentEnd(source, at + 2, rules.have(Feature.NESTED_COMMENTS)));
  }

  /** Digits, a fraction, an exponent; of {@code 1..9} only the first digit. */
  private int numberEnd() {
    int end = Characters.skipDigits(source, at);
    if (charAt(end) == '.' && charAt(end + 1) != '.') {
      end = Characters.skipDigits(source, end + 1);
    }
    if (Ascii.upper(charAt(end)) == 'E') {
      boolean signed = charAt(end + 1) == '+' || charAt(end + 1) == '-';
      int exponent = end + (signed ? 2 : 1);
      end = Ascii.isDigit(charAt(exponent)) ? Characters.skipDigits(source, exponent) : end;
    }
    return end;
  }

  private Token dollarString() {
    int tagEnd = Quoted.dollarTagEnd(source, at);
    return tagEnd == Quoted.NEVER
        ? token(Kind.WORD, nameEnd(at))
        : terminated(Kind.STRING, Quoted.dollarEnd(source, at, tagEnd));
  }

  /** A word, or N'…', Q'[…]', NQ'[…]' and, where there is such a thing, E'…'. */
  private Token wordOrPrefixedString(char c) {
    char first = Ascii.upper(c);
    int quote = first == 'N' && Ascii.upper(charAt(at + 1)) == 'Q' ? at + 2 : at + 1;
    if (charAt(quote) == '\'') {
      if ((first == 'Q' || quote == at + 2) && isDelimiter(charAt(quote + 1))) {
        return terminated(Kind.STRING, Quoted.alternativeEnd(source, quote + 1));
      }
      if (first == 'N' && quote == at + 1) {
        return terminated(Kind.STRING, stringEnd(quote));
      }
      if (first == 'E' && rules.have(Feature.ESCAPE_STRINGS)) {
        return terminated(Kind.STRING, Quoted.end(source, quote + 1, '\'', true));
      }
    }
    return token(Kind.WORD, nameEnd(at));
  }

  private int nameEnd(int from) {
    boolean hashEnds = rules.have(Feature.HASH_COMMENTS);
    int end = from;
    while (Characters.isInName(charAt(end)) && !(hashEnds && charAt(end) == '#')) {
      end++;
    }
    return end;
  }

  private boolean isDelimiter(char c) {
    return c != '\'' && c != 0 && !Characters.isBlank(c);
  }

  private int stringEnd(int quote) {
    return Quoted.end(source, quote + 1, '\'', rules.have(Feature.BACKSLASH_STRINGS));
  }

  private Token quotedName(char quote, boolean backslashes) {
    return terminated(Kind.NAME, Quoted.end(source, at + 1, quote, backslashes));
  }

  private Token symbol() {
    return token(Kind.SYMBOL, at + (isPair(charAt(at), charAt(at + 1)) ? 2 : 1));
  }

  /** Whether two characters are one symbol. */
  private static boolean isPair(char first, char second) {
    return switch (second) {
      case '=' -> ":<>!^~".indexOf(first) >= 0;
      case '>' -> first == '=' || first == '<';
      case '|', '*', '.', ':' -> first == second;
      default -> false;
    };
  }

  private Token terminated(Kind kind, int end) {
    return end == Quoted.NEVER ? token(Kind.UNTERMINATED, source.length()) : token(kind, end);
  }

  private Token token(Kind kind, int end) {
    Token token = new Token(kind, source, at, end);
    at = end;
    return token;
  }

  private boolean blankAt(int offset) {
    return offset >= source.length() || Characters.isBlank(source.charAt(offset));
  }

  /** NUL behind the end: no character of SQL. */
  private char charAt(int offset) {
    return offset < source.length() ? source.charAt(offset) : 0;
  }
}
