package org.mview.statement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mview.statement.Token.Kind;

/**
 * Finds what stands in FROM, in the query blocks of a text whose SELECT has the hint FRESH_MV.
 *
 * <p>By its words alone: no database has to share a grammar with us for that, and whatever else
 * stands in the text stays as it is.
 */
final class FreshReads {
  /** What may stand before the name of a table. */
  private static final Set<String> BEFORE_NAME = Set.of("ONLY", "LATERAL");

  private static final Set<String> QUERY = Set.of("SELECT", "WITH", "VALUES", "TABLE");

  /** What ends FROM. */
  private static final Set<String> AFTER_FROM =
      Set.of(
          "WHERE",
          "GROUP",
          "HAVING",
          "WINDOW",
          "QUALIFY",
          "ORDER",
          "LIMIT",
          "OFFSET",
          "FETCH",
          "FOR",
          "UNION",
          "INTERSECT",
          "EXCEPT",
          "MINUS",
          "CONNECT",
          "START",
          "RETURNING",
          "LOCK");

  /** What may follow the name of a table, and is no other name for it. */
  private static final Set<String> AFTER_NAME =
      Set.of(
          "JOIN",
          "INNER",
          "LEFT",
          "RIGHT",
          "FULL",
          "CROSS",
          "NATURAL",
          "STRAIGHT_JOIN",
          "ON",
          "USING",
          "TABLESAMPLE",
          "INDEXED",
          "NOT",
          "USE",
          "FORCE",
          "IGNORE",
          "PARTITION",
          "SET");

  private final List<Token> tokens = new ArrayList<>();
  private final LexicalRules rules;
  private final List<FreshRead> found = new ArrayList<>();
  private final Set<String> ofWith = new HashSet<>();
  private int at;

  FreshReads(String sql, LexicalRules rules) {
    this.rules = rules;
    Lexer lexer = new Lexer(sql, rules);
    Token token;
    do {
      token = lexer.next();
      boolean hint = token.is(Kind.HINT) && !tokens.isEmpty() && last().is("SELECT");
      if (hint || !(token.is(Kind.COMMENT) || token.is(Kind.HINT))) {
        tokens.add(token);
      }
    } while (!token.is(Kind.END));
  }

  private Token last() {
    return tokens.get(tokens.size() - 1);
  }

  private Token token(int place) {
    return tokens.get(Math.max(0, Math.min(place, tokens.size() - 1)));
  }

  List<FreshRead> all() {
    namesOfWith();
    for (int i = 0; i < tokens.size(); i++) {
      if (token(i).is("SELECT") && token(i + 1).is(Kind.HINT)) {
        Optional<FreshHint> hint = FreshHint.in(token(i + 1), rules);
        if (hint.isPresent()) {
          at = i + 2;
          block(hint.get());
        }
      }
    }
    return found.stream().sorted(Comparator.comparing(FreshRead::start)).toList();
  }

  /** What WITH calls its queries: no table of the same name is meant where they are seen. */
  private void namesOfWith() {
    for (int i = 1; i < tokens.size(); i++) {
      boolean begins = token(i - 1).is("WITH") || token(i - 1).is("RECURSIVE");
      if ((begins || token(i - 1).is(",")) && isName(token(i)) && isOfWith(i + 1)) {
        ofWith.add(key(token(i)));
      }
    }
  }

  /** {@code (columns) AS [NOT] [MATERIALIZED] (query)}. */
  private boolean isOfWith(int place) {
    int next = token(place).is("(") ? behindParenthesis(place) : place;
    if (!token(next++).is("AS")) {
      return false;
    }
    next += token(next).is("NOT") ? 1 : 0;
    next += token(next).is("MATERIALIZED") ? 1 : 0;
    while (token(next).is("(")) {
      next++;
    }
    return QUERY.contains(token(next).keyword());
  }

  private int behindParenthesis(int place) {
    int depth = 0;
    int next = place;
    do {
      depth += token(next).is("(") ? 1 : token(next).is(")") ? -1 : 0;
      next++;
    } while (depth > 0 && !token(next).is(Kind.END));
    return next;
  }

  private void block(FreshHint hint) {
    while (!isEnd() && !AFTER_FROM.contains(token(at).keyword())) {
      if (token(at).is("(")) {
        at = behindParenthesis(at);
      } else if (token(at).is("FROM") && !isComparison()) {
        at++;
        from(hint);
        return;
      } else {
        at++;
      }
    }
  }

  /** {@code IS [NOT] DISTINCT FROM}. */
  private boolean isComparison() {
    return token(at - 1).is("DISTINCT") && (token(at - 2).is("IS") || token(at - 2).is("NOT"));
  }

  private boolean isEnd() {
    return token(at).is(Kind.END) || token(at).is(")") || token(at).is(";");
  }

  /** Tables, joined or with commas between; those in parentheses as well, unless it is a query. */
  private void from(FreshHint hint) {
    boolean table = true;
    while (!isEnd() && !AFTER_FROM.contains(token(at).keyword()) && !isOfInsert()) {
      if (table && token(at).is("(") && !QUERY.contains(token(at + 1).keyword())) {
        at++;
        from(hint);
        skipTo(")");
        table = false;
      } else if (token(at).is("(")) {
        at = behindParenthesis(at);
        table = false;
      } else if (table && isName(token(at)) && !BEFORE_NAME.contains(token(at).keyword())) {
        name(hint);
        table = false;
      } else {
        boolean begins = token(at).is(",") || token(at).is("JOIN") || token(at).is("STRAIGHT_JOIN");
        table = begins || (table && BEFORE_NAME.contains(token(at).keyword()));
        at++;
      }
    }
  }

  /** {@code ON CONFLICT …}, {@code ON DUPLICATE KEY …}, of the INSERT around the query. */
  private boolean isOfInsert() {
    return token(at).is("ON") && (token(at + 1).is("CONFLICT") || token(at + 1).is("DUPLICATE"));
  }

  private void skipTo(String end) {
    while (!token(at).is(Kind.END) && !token(at).is(end)) {
      at = token(at).is("(") ? behindParenthesis(at) : at + 1;
    }
    at++;
  }

  private void name(FreshHint hint) {
    Token first = token(at);
    List<Name> parts = new ArrayList<>();
    do {
      parts.add(name(token(at++)));
    } while (token(at).is(".") && isName(token(++at)) && parts.size() < 3);
    Token last = token(at - 1);
    if (token(at).is("(")) {
      return; // a function
    }
    QualifiedName name =
        new QualifiedName(parts.subList(0, parts.size() - 1), parts.get(parts.size() - 1));
    Optional<Token> called = called();
    boolean meant =
        hint.means(name.name().text()) || called.filter(c -> hint.means(key(c))).isPresent();
    boolean ofWith = parts.size() == 1 && this.ofWith.contains(key(last));
    if (meant && !ofWith) {
      found.add(new FreshRead(name, first.start(), last.start(), last.end(), called.isPresent()));
    }
  }

  /** What the table is called from here on. */
  private Optional<Token> called() {
    Token next = token(at).is("AS") ? token(at + 1) : token(at);
    boolean ends =
        AFTER_NAME.contains(next.keyword()) || AFTER_FROM.contains(next.keyword()) || !isName(next);
    return ends ? Optional.empty() : Optional.of(next);
  }

  private static boolean isName(Token token) {
    return token.is(Kind.WORD) || (token.is(Kind.NAME) && !Names.unquoted(token).isEmpty());
  }

  private static Name name(Token token) {
    return token.is(Kind.WORD) ? Name.of(token.text()) : new Name(Names.unquoted(token), true);
  }

  private static String key(Token token) {
    return name(token).text().toLowerCase(Locale.ROOT);
  }
}
