package org.mview.statement;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.mview.statement.Token.Kind;

/**
 * The tokens of a text without its comments, but with the hints that stand right behind SELECT.
 * Before the first one there is no other than it, and END behind the last one, again and again.
 */
final class HintedTokens {
  /** What a query begins with. */
  static final Set<String> QUERY = Set.of("SELECT", "WITH", "VALUES", "TABLE");

  private final List<Token> tokens = new ArrayList<>();

  HintedTokens(String sql, LexicalRules rules) {
    Lexer lexer = new Lexer(sql, rules);
    Token token;
    do {
      token = lexer.next();
      boolean hint = token.is(Kind.HINT) && at(size() - 1).is("SELECT");
      if (hint || !(token.is(Kind.COMMENT) || token.is(Kind.HINT))) {
        tokens.add(token);
      }
    } while (!token.is(Kind.END));
  }

  int size() {
    return tokens.size();
  }

  Token at(int place) {
    return tokens.isEmpty()
        ? new Token(Kind.END, "", 0, 0)
        : tokens.get(Math.max(0, Math.min(place, tokens.size() - 1)));
  }

  /** The place behind a parenthesis that begins at one. */
  int behindParenthesis(int place) {
    int depth = 0;
    int next = place;
    do {
      depth += at(next).is("(") ? 1 : at(next).is(")") ? -1 : 0;
      next++;
    } while (depth > 0 && !at(next).is(Kind.END));
    return next;
  }

  boolean isName(int place) {
    Token token = at(place);
    return token.is(Kind.WORD) || (token.is(Kind.NAME) && !Names.unquoted(token).isEmpty());
  }

  Name name(int place) {
    Token token = at(place);
    return token.is(Kind.WORD) ? Name.of(token.text()) : new Name(Names.unquoted(token), true);
  }

  /** Under this a name is compared, however it is written. */
  String key(int place) {
    return name(place).text().toLowerCase(Locale.ROOT);
  }

  /** What WITH calls its queries: no table of the same name is meant where they are seen. */
  Set<String> namesOfWith() {
    Set<String> names = new HashSet<>();
    for (int i = 1; i < tokens.size(); i++) {
      boolean begins = at(i - 1).is("WITH") || at(i - 1).is("RECURSIVE");
      if ((begins || at(i - 1).is(",")) && isName(i) && isOfWith(i + 1)) {
        names.add(key(i));
      }
    }
    return names;
  }

  /** {@code (columns) AS [NOT] [MATERIALIZED] (query)}. */
  private boolean isOfWith(int place) {
    int next = at(place).is("(") ? behindParenthesis(place) : place;
    if (!at(next++).is("AS")) {
      return false;
    }
    next += at(next).is("NOT") ? 1 : 0;
    next += at(next).is("MATERIALIZED") ? 1 : 0;
    if (!at(next).is("(")) {
      return false;
    }
    while (at(next).is("(")) {
      next++;
    }
    return QUERY.contains(at(next).keyword());
  }
}
