package org.mview.statement;

/**
 * The same text with each string in single quotes. Where strings may be in double quotes, too, as
 * in MySQL, names that we write ourselves would look like them.
 */
public final class PlainStrings {
  private PlainStrings() {}

  /** The text, which is left as it is where double quotes are those of names. */
  public static String of(String sql, LexicalRules rules) {
    if (!rules.have(LexicalRules.Feature.BACKSLASH_STRINGS) || sql.indexOf('"') < 0) {
      return sql;
    }
    StringBuilder text = new StringBuilder();
    int from = 0;
    Lexer lexer = new Lexer(sql, rules);
    for (Token token = lexer.next(); !token.is(Token.Kind.END); token = lexer.next()) {
      if (token.is(Token.Kind.NAME) && sql.charAt(token.start()) == '"') {
        text.append(sql, from, token.start()).append(inSingleQuotes(token.text()));
        from = token.end();
      }
    }
    return text.append(sql, from, sql.length()).toString();
  }

  /** A backslash takes the next character along, as it did before. */
  private static String inSingleQuotes(String string) {
    StringBuilder text = new StringBuilder("'");
    int at = 1;
    while (at < string.length() - 1) {
      char c = string.charAt(at);
      if (c == '\\') {
        text.append(c).append(string.charAt(at + 1));
        at++;
      } else if (c == '\'') {
        text.append("''");
      } else {
        text.append(c);
        at += c == '"' ? 1 : 0; // which is doubled
      }
      at++;
    }
    return text.append('\'').toString();
  }
}
