package org.mview.statement;

import static org.mview.error.MViewError.SYNTAX;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.mview.error.MViewException;
import org.mview.statement.Token.Kind;

/**
 * A place in the tokens of one statement, comments left out: looks ahead, steps on, goes back.
 *
 * <p>A statement ends at the end of its text, or before one or more terminators there: {@code ;} or
 * a line that holds only {@code /}.
 */
final class Cursor {
  private final String source;
  private final LexicalRules rules;
  private final Lexer lexer;
  private final List<Token> seen = new ArrayList<>();
  private int at;

  /** Where the terminators end that begin here; known only when it is not before this place. */
  private int behindTerminators;

  Cursor(String source, LexicalRules rules) {
    this.source = source;
    this.rules = rules;
    this.lexer = new Lexer(source, rules);
  }

  String source() {
    return source;
  }

  LexicalRules rules() {
    return rules;
  }

  Token peek() {
    return peek(0);
  }

  /** The token so many places ahead; END behind the last one. */
  Token peek(int ahead) {
    return token(at + ahead);
  }

  /** The token at a place. */
  Token token(int place) {
    while (seen.size() <= place) {
      Token token = lexer.next();
      if (!token.is(Kind.COMMENT) && !token.is(Kind.HINT)) {
        seen.add(token);
      }
    }
    return seen.get(place);
  }

  /** Steps over a token; stays in front of END. */
  Token next() {
    Token token = peek();
    if (!token.is(Kind.END)) {
      at++;
    }
    return token;
  }

  /** A place to go back to. */
  int place() {
    return at;
  }

  void backTo(int place) {
    at = place;
    behindTerminators = place;
  }

  /** Whether this keyword or symbol comes next. */
  boolean at(String word) {
    return peek().is(word);
  }

  /** Whether these keywords or symbols come next, in this order. */
  boolean at(String... words) {
    for (int i = 0; i < words.length; i++) {
      if (!peek(i).is(words[i])) {
        return false;
      }
    }
    return true;
  }

  boolean at(Kind kind) {
    return peek().is(kind);
  }

  /** Whether one of these keywords comes next. */
  boolean atAny(Set<String> keywords) {
    return keywords.contains(peek().keyword());
  }

  /** Steps over this keyword or symbol, if it comes next. */
  boolean accept(String word) {
    boolean accepted = at(word);
    if (accepted) {
      at++;
    }
    return accepted;
  }

  /** Steps over these keywords or symbols, if all of them come next. */
  boolean accept(String... words) {
    if (!at(words)) {
      return false;
    }
    at += words.length;
    return true;
  }

  /** Steps over one of these keywords, if it comes next. */
  boolean acceptAny(Set<String> keywords) {
    if (!atAny(keywords)) {
      return false;
    }
    at++;
    return true;
  }

  /** Steps over these keywords or symbols; any other is a syntax error. */
  void expect(String... words) {
    for (String word : words) {
      if (!accept(word)) {
        throw unexpected(word);
      }
    }
  }

  Token expect(Kind kind, String expected) {
    if (!at(kind)) {
      throw unexpected(expected);
    }
    return next();
  }

  /** An integer without a sign, of at most nine digits. */
  int integer() {
    if (!peek().isInteger()) {
      throw unexpected("an integer");
    }
    return Integer.parseInt(next().text());
  }

  String string() {
    return StringLiteral.value(expect(Kind.STRING, "a string"), rules);
  }

  /** Steps over a parenthesis and all that is in it; the text in between is not looked at. */
  void parenthesis() {
    if (!at("(")) {
      throw unexpected("(");
    }
    if (!acceptParenthesis()) {
      throw unexpected(")");
    }
  }

  /** The same; false, and the cursor where it fails, if there is none or it does not end. */
  boolean acceptParenthesis() {
    if (!accept("(")) {
      return false;
    }
    int depth = 1;
    while (depth > 0 && !at(Kind.END) && !at(Kind.UNTERMINATED)) {
      Token token = next();
      depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
    }
    return depth == 0;
  }

  boolean atEnd() {
    behindTerminators = Math.max(behindTerminators, at);
    while (isTerminator(token(behindTerminators))) {
      behindTerminators++;
    }
    return token(behindTerminators).is(Kind.END);
  }

  void expectEnd() {
    if (!atEnd()) {
      throw unexpected("the end of the statement");
    }
  }

  /** Steps over all the rest; false, and the cursor there, if another statement follows. */
  boolean acceptRest() {
    while (!atEnd()) {
      if (at(";") || at(Kind.END)) {
        return false;
      }
      next();
    }
    return true;
  }

  private static boolean isTerminator(Token token) {
    return token.is(";") || (token.is("/") && Terminators.isAloneOnItsLine(token));
  }

  /** Offset of the next token. */
  int offset() {
    return peek().start();
  }

  /** The source from an offset to the end of the token stepped over last. */
  SourceText since(int offset) {
    return new SourceText(source.substring(offset, seen.get(at - 1).end()), offset);
  }

  /** The source between two offsets. */
  SourceText between(int from, int to) {
    return new SourceText(source.substring(from, to), from);
  }

  /** The same without the blanks at both ends; comments stay. */
  SourceText trimmed(int from, int to) {
    int first = Characters.skipBlanks(source, from);
    int last = to;
    while (last > first && Characters.isBlank(source.charAt(last - 1))) {
      last--;
    }
    return between(first, last);
  }

  /** The next token is not what the grammar wants. */
  MViewException unexpected(String expected) {
    return unexpected(expected, peek().shown());
  }

  /** The same, for where the text itself must not be shown. */
  MViewException unexpectedSecret(String expected) {
    return unexpected(expected, "***");
  }

  private MViewException unexpected(String expected, String near) {
    TextPosition position = TextPosition.of(source, offset());
    return SYNTAX.of(position.line(), position.column(), near, expected);
  }
}
