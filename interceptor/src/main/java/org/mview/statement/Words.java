package org.mview.statement;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The words of a text that may be names: unquoted words, and what stands in quotes. */
public final class Words {
  private Words() {}

  /** The words of a text in which quotes are those of SQLite. */
  public static Set<String> of(String sql) {
    return of(sql, LexicalRules.SQLITE, UnaryOperator.identity());
  }

  /**
   * Each word once, in order, quotes taken off; strings and comments are passed over.
   *
   * @param fold what the database does to a word without quotes
   */
  public static Set<String> of(String sql, LexicalRules rules, UnaryOperator<String> fold) {
    return new LinkedHashSet<>(inOrder(sql, rules, fold));
  }

  /** The same, each word as often as it stands there. */
  public static List<String> inOrder(String sql, LexicalRules rules, UnaryOperator<String> fold) {
    List<String> words = new ArrayList<>();
    Lexer lexer = new Lexer(sql, rules);
    for (Token token = lexer.next(); !token.is(Token.Kind.END); token = lexer.next()) {
      if (token.is(Token.Kind.WORD)) {
        words.add(fold.apply(token.text()));
      } else if (token.is(Token.Kind.NAME) && !Names.unquoted(token).isEmpty()) {
        words.add(Names.unquoted(token));
      }
    }
    return words;
  }

  /** The words that stand before a parenthesis, with it, in upper case. */
  public static Set<String> calls(String sql) {
    Set<String> calls = new LinkedHashSet<>();
    Lexer lexer = new Lexer(sql, LexicalRules.SQLITE);
    Token before = lexer.next();
    while (!before.is(Token.Kind.END)) {
      Token token = lexer.next();
      if (before.is(Token.Kind.WORD) && token.is("(")) {
        calls.add(Ascii.upper(before.text()) + "(");
      }
      before = token;
    }
    return calls;
  }
}
