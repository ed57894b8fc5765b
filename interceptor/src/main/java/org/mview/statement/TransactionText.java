package org.mview.statement;

import java.util.ArrayList;
import java.util.List;
import org.mview.statement.Token.Kind;

/**
 * A statement that begins or ends a transaction, or has to do with a savepoint.
 *
 * @param savepoint its name; empty where there is none
 */
public record TransactionText(Does kind, String savepoint) {

  /** What it does. */
  public enum Does {
    BEGIN,
    COMMIT,
    ROLLBACK,
    /** Ends a transaction, and begins the next one of the same kind. */
    COMMIT_AND_CHAIN,
    ROLLBACK_AND_CHAIN,
    SAVEPOINT,
    RELEASE,
    ROLLBACK_TO,
    /** Nothing of that. */
    OTHER
  }

  /** What a text does. */
  public static TransactionText of(String sql, LexicalRules rules) {
    List<Token> tokens = tokens(sql, rules);
    if (tokens.isEmpty()) {
      return new TransactionText(Does.OTHER, "");
    }
    Token first = tokens.get(0);
    String last = name(tokens.get(tokens.size() - 1));
    if (first.is("BEGIN") || first.is("START")) {
      return new TransactionText(Does.BEGIN, "");
    } else if (first.is("COMMIT") || first.is("END")) {
      return new TransactionText(chains(tokens) ? Does.COMMIT_AND_CHAIN : Does.COMMIT, "");
    } else if (first.is("SAVEPOINT")) {
      return new TransactionText(Does.SAVEPOINT, last);
    } else if (first.is("RELEASE")) {
      return new TransactionText(Does.RELEASE, last);
    } else if (first.is("ROLLBACK") || first.is("ABORT")) {
      boolean partial = tokens.stream().anyMatch(token -> token.is("TO"));
      return partial
          ? new TransactionText(Does.ROLLBACK_TO, last)
          : new TransactionText(chains(tokens) ? Does.ROLLBACK_AND_CHAIN : Does.ROLLBACK, "");
    }
    return new TransactionText(Does.OTHER, "");
  }

  /** AND CHAIN, and not AND NO CHAIN. */
  private static boolean chains(List<Token> tokens) {
    int last = tokens.size() - 1;
    return last > 1 && tokens.get(last).is("CHAIN") && tokens.get(last - 1).is("AND");
  }

  private static String name(Token token) {
    return token.is(Kind.NAME) ? Names.unquoted(token) : token.text();
  }

  private static List<Token> tokens(String sql, LexicalRules rules) {
    List<Token> tokens = new ArrayList<>();
    Lexer lexer = new Lexer(sql, rules);
    for (Token token = lexer.next(); !token.is(Kind.END); token = lexer.next()) {
      if (!token.is(Kind.COMMENT) && !token.is(Kind.HINT) && !token.is(";")) {
        tokens.add(token);
      }
    }
    return tokens;
  }
}
