package org.mview.statement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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

  /** What ends FROM: words that no database takes for a name. */
  private static final Set<String> ENDS =
      Set.of(
          "WHERE", "GROUP", "HAVING", "ORDER", "LIMIT", "UNION", "INTERSECT", "EXCEPT", "SELECT");

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
          "SET",
          "WINDOW",
          "QUALIFY",
          "OFFSET",
          "FETCH",
          "FOR",
          "MINUS",
          "CONNECT",
          "START",
          "RETURNING",
          "LOCK");

  private final LexicalRules rules;
  private final HintedTokens tokens;
  private final Set<String> ofWith;
  private final List<FreshRead> found = new ArrayList<>();
  private int at;

  FreshReads(String sql, LexicalRules rules) {
    this.rules = rules;
    this.tokens = new HintedTokens(sql, rules);
    this.ofWith = tokens.namesOfWith();
  }

  /** The text with blanks in the place of the hints: to some databases they are none. */
  String withoutHints(String sql) {
    StringBuilder text = new StringBuilder(sql);
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.at(i);
      if (token.is(Kind.HINT)) {
        FreshHint.in(token, rules).ifPresent(hint -> hint.blank(text, token));
      }
    }
    return text.toString();
  }

  /** All of them, in the order of the text. */
  List<FreshRead> all() {
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.at(i).is("SELECT") && tokens.at(i + 1).is(Kind.HINT)) {
        at = i + 2;
        FreshHint.in(tokens.at(i + 1), rules).ifPresent(this::block);
      }
    }
    return found.stream().sorted(Comparator.comparing(FreshRead::start)).toList();
  }

  private boolean at(String word) {
    return tokens.at(at).is(word);
  }

  private void block(FreshHint hint) {
    while (!isEnd()) {
      if (at("(")) {
        at = tokens.behindParenthesis(at);
      } else if (at("FROM") && !isComparison()) {
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
    return tokens.at(at - 1).is("DISTINCT")
        && (tokens.at(at - 2).is("IS") || tokens.at(at - 2).is("NOT"));
  }

  /** The end of what may stand in a block up to the end of FROM. */
  private boolean isEnd() {
    Token token = tokens.at(at);
    return token.is(Kind.END)
        || token.is(")")
        || token.is(";")
        || (ENDS.contains(token.keyword()) && !tokens.at(at - 1).is("."));
  }

  /** Tables, joined or with commas between; those in parentheses as well, unless it is a query. */
  private void from(FreshHint hint) {
    boolean table = true;
    while (!isEnd() && !isOfInsert()) {
      String keyword = tokens.at(at).keyword();
      if (at("(") && table && !HintedTokens.QUERY.contains(tokens.at(at + 1).keyword())) {
        at++;
        from(hint);
        leaveParenthesis();
        table = false;
      } else if (at("(")) {
        at = tokens.behindParenthesis(at);
        table = false;
      } else if (table && tokens.isName(at) && !BEFORE_NAME.contains(keyword)) {
        table(hint);
        table = false;
      } else {
        boolean begins = at(",") || at("JOIN") || at("STRAIGHT_JOIN");
        table = begins || (table && BEFORE_NAME.contains(keyword));
        at++;
      }
    }
  }

  /** {@code ON CONFLICT …}, {@code ON DUPLICATE KEY …}, of the INSERT around the query. */
  private boolean isOfInsert() {
    Token next = tokens.at(at + 1);
    return at("ON") && (next.is("CONFLICT") || next.is("DUPLICATE"));
  }

  private void leaveParenthesis() {
    while (!tokens.at(at).is(Kind.END) && !at(")")) {
      at = at("(") ? tokens.behindParenthesis(at) : at + 1;
    }
    at++;
  }

  private void table(FreshHint hint) {
    int first = at;
    List<Name> parts = new ArrayList<>();
    do {
      parts.add(tokens.name(at++));
    } while (at(".") && tokens.isName(++at) && parts.size() < 3);
    int last = at - 1;
    if (at("(")) {
      return; // a function
    }
    Optional<String> called = called();
    boolean meant = hint.means(tokens.key(last)) || called.filter(hint::means).isPresent();
    boolean isOfWith = first == last && ofWith.contains(tokens.key(last));
    if (meant && !isOfWith) {
      found.add(
          new FreshRead(
              new QualifiedName(parts.subList(0, parts.size() - 1), parts.get(parts.size() - 1)),
              tokens.at(first).start(),
              tokens.at(last).start(),
              tokens.at(last).end(),
              called.isPresent()));
    }
  }

  /** What the table is called from here on, in lower case. */
  private Optional<String> called() {
    int next = at("AS") ? at + 1 : at;
    String keyword = tokens.at(next).keyword();
    boolean ends = AFTER_NAME.contains(keyword) || ENDS.contains(keyword) || !tokens.isName(next);
    return ends ? Optional.empty() : Optional.of(tokens.key(next));
  }
}
