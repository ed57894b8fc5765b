package org.mview.statement;

import java.util.ArrayList;
import java.util.List;
import org.mview.statement.Token.Kind;

/**
 * A statement that begins or ends a transaction, or a branch of a distributed one, or has to do
 * with a savepoint.
 *
 * @param savepoint its name; empty where there is none
 */
public record TransactionText(Does kind, String savepoint) {

  /** Two words, and a name. */
  private static final int BY_NAME = 3;

  /** What it does. */
  public enum Does {
    BEGIN,
    COMMIT,
    /** COMMIT AND CHAIN: the next transaction begins at once. */
    COMMIT_AND_BEGIN,
    ROLLBACK,
    /** ROLLBACK AND CHAIN. */
    ROLLBACK_AND_BEGIN,
    SAVEPOINT,
    RELEASE,
    ROLLBACK_TO,
    /** XA START: what follows is part of a branch of a distributed transaction. */
    BEGIN_BRANCH,
    /** XA PREPARE, PREPARE TRANSACTION: how it ends is said elsewhere, or later. */
    PREPARE,
    /** XA COMMIT, COMMIT PREPARED: a branch is committed, of whatever connection it was. */
    COMMIT_BRANCH,
    /** PREPARE COMMIT and a name: prepares the transaction, where there is such a statement. */
    PREPARE_BY_NAME,
    /** COMMIT TRANSACTION and a name: commits what was prepared by it, or just commits. */
    COMMIT_BY_NAME,
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
    Token second = tokens.size() > 1 ? tokens.get(1) : first;
    Does branch = tokens.size() == BY_NAME ? byName(first, second) : branch(first, second);
    if (branch != Does.OTHER) {
      return new TransactionText(branch, "");
    }
    String last = name(tokens.get(tokens.size() - 1));
    if (first.is("BEGIN") || first.is("START")) {
      return new TransactionText(Does.BEGIN, "");
    } else if (first.is("COMMIT") || first.is("END")) {
      return new TransactionText(chains(tokens) ? Does.COMMIT_AND_BEGIN : Does.COMMIT, "");
    } else if (first.is("SAVEPOINT")) {
      return new TransactionText(Does.SAVEPOINT, last);
    } else if (first.is("RELEASE")) {
      return new TransactionText(Does.RELEASE, last);
    } else if (first.is("ROLLBACK") && tokens.stream().anyMatch(token -> token.is("TO"))) {
      return new TransactionText(Does.ROLLBACK_TO, last);
    } else if (first.is("ROLLBACK") || first.is("ABORT")) {
      return new TransactionText(chains(tokens) ? Does.ROLLBACK_AND_BEGIN : Does.ROLLBACK, "");
    }
    return new TransactionText(Does.OTHER, "");
  }

  /** What it does to a branch: the words of H2, and of the others. */
  private static Does byName(Token first, Token second) {
    if (first.is("PREPARE") && second.is("COMMIT")) {
      return Does.PREPARE_BY_NAME;
    }
    return first.is("COMMIT") && second.is("TRANSACTION")
        ? Does.COMMIT_BY_NAME
        : branch(first, second);
  }

  /** What it does to a branch: the words of MySQL, MariaDB and PostgreSQL. */
  private static Does branch(Token first, Token second) {
    if (first.is("XA")) {
      return branchByXa(second);
    } else if (first.is("PREPARE") && second.is("TRANSACTION")) {
      return Does.PREPARE;
    }
    return first.is("COMMIT") && second.is("PREPARED") ? Does.COMMIT_BRANCH : Does.OTHER;
  }

  private static Does branchByXa(Token verb) {
    if (verb.is("START") || verb.is("BEGIN")) {
      return Does.BEGIN_BRANCH;
    } else if (verb.is("PREPARE")) {
      return Does.PREPARE;
    } else if (verb.is("ROLLBACK")) {
      return Does.ROLLBACK;
    }
    return verb.is("COMMIT") ? Does.COMMIT_BRANCH : Does.OTHER;
  }

  private static boolean chains(List<Token> tokens) {
    return tokens.get(tokens.size() - 1).is("CHAIN")
        && tokens.stream().noneMatch(token -> token.is("NO"));
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
