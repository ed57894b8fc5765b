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
    boolean deletes = false;
    for (Token token = next(lexer); !token.is(Kind.END); token = next(lexer)) {
      depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
      deletes |= depth == 0 && token.is("DELETE");
      boolean names = token.is("INTO") || token.is("UPDATE") || (deletes && token.is("FROM"));
      if (depth == 0 && names) {
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
