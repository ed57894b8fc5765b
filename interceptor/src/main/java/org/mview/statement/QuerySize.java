package org.mview.statement;

import java.util.Optional;
import java.util.Set;

/**
 * Whether a query is of a size that is worth understanding. What is made of it is a tree, and
 * whoever walks a tree wants as much stack as it is deep: texts that no person has written, and
 * most databases refuse, would want more than a thread has.
 */
public final class QuerySize {
  private static final int LONGEST = 64 * 1024;
  private static final int DEEPEST = 60;
  private static final int MOST_TABLES = 200;
  private static final int MOST_OPERATORS = 1_000;

  /** What makes a tree one deeper, as often as it is repeated side by side. */
  private static final Set<String> OPERATORS =
      Set.of("AND", "OR", "NOT", "UNION", "INTERSECT", "EXCEPT", "MINUS", "CASE", "IS", "COLLATE");

  private QuerySize() {}

  /** What there is too much of; empty where the size is a usual one. */
  public static Optional<String> excess(String sql, LexicalRules rules) {
    if (sql.length() > LONGEST) {
      return Optional.of("the query is longer than %s characters".formatted(LONGEST));
    }
    int depth = 0;
    int tables = 0;
    int operators = 0;
    Lexer lexer = new Lexer(sql, rules);
    for (Token token = lexer.next(); !token.is(Token.Kind.END); token = lexer.next()) {
      depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
      tables += token.is("JOIN") ? 1 : 0;
      operators += isOperator(token) ? 1 : 0;
      if (depth > DEEPEST) {
        return Optional.of("parentheses are nested more than %s deep".formatted(DEEPEST));
      } else if (tables > MOST_TABLES) {
        return Optional.of("more than %s tables are joined".formatted(MOST_TABLES));
      } else if (operators > MOST_OPERATORS) {
        return Optional.of("it has more than %s operators".formatted(MOST_OPERATORS));
      }
    }
    return Optional.empty();
  }

  private static boolean isOperator(Token token) {
    return token.is(Token.Kind.SYMBOL)
        ? "+-*/%|&<>=!^~:".indexOf(token.source().charAt(token.start())) >= 0
        : OPERATORS.contains(token.keyword());
  }
}
