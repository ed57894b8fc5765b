package org.mview.statement;

import java.util.Optional;
import org.mview.statement.Token.Kind;

/** The table that an INSERT, UPDATE, DELETE or REPLACE changes. */
public final class Target {
  private Target() {}

  /** The name of the table, without its schema; empty when the text changes none. */
  public static Optional<String> of(String sql, LexicalRules rules) {
    Lexer lexer = new Lexer(sql, rules);
    int depth = 0;
    for (Token token = next(lexer); !token.is(Kind.END); token = next(lexer)) {
      depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
      if (depth == 0 && (token.is("INTO") || token.is("FROM") || token.is("UPDATE"))) {
        return name(lexer);
      }
    }
    return Optional.empty();
  }

  private static Optional<String> name(Lexer lexer) {
    Token token = next(lexer);
    if (token.is("OR")) {
      next(lexer);
      token = next(lexer);
    } else if (token.is("ONLY")) {
      token = next(lexer);
    }
    String name = text(token);
    Token after = next(lexer);
    if (after.is(".")) {
      name = text(next(lexer));
    }
    return Optional.of(name).filter(text -> !text.isEmpty());
  }

  private static String text(Token token) {
    return token.is(Kind.NAME) ? Names.unquoted(token) : token.is(Kind.WORD) ? token.text() : "";
  }

  private static Token next(Lexer lexer) {
    Token token = lexer.next();
    while (token.is(Kind.COMMENT) || token.is(Kind.HINT)) {
      token = lexer.next();
    }
    return token;
  }
}
