package org.mview.statement;

import org.mview.statement.Token.Kind;

/** MERGE … WHEN MATCHED THEN DELETE. */
public final class DeletingMerge {
  private DeletingMerge() {}

  /** Whether a text is one. */
  public static boolean is(String sql, LexicalRules rules) {
    Lexer lexer = new Lexer(sql, rules);
    Token token = next(lexer);
    if (!token.is("MERGE")) {
      return false;
    }
    boolean then = false;
    for (; !token.is(Kind.END); token = next(lexer)) {
      if (then && token.is("DELETE")) {
        return true;
      }
      then = token.is("THEN");
    }
    return false;
  }

  private static Token next(Lexer lexer) {
    Token token = lexer.next();
    while (token.is(Kind.COMMENT) || token.is(Kind.HINT)) {
      token = lexer.next();
    }
    return token;
  }
}
