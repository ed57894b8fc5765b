package org.mview.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The same query, spelt so that the parser library reads it as the database does.
 *
 * <table>
 *   <caption>What the library would not take, or would take for something else</caption>
 *   <tr><td>{@code "a.b"}</td><td>one name: its dot is hidden until the name is looked up</td></tr>
 *   <tr><td>{@code a IS b}</td><td>{@code a IS NOT DISTINCT FROM b}</td></tr>
 *   <tr><td>{@code a IS NOT b}</td><td>{@code a IS DISTINCT FROM b}</td></tr>
 *   <tr><td>{@code a GLOB b}</td><td>{@code a RLIKE b}, which SQLite does not have</td></tr>
 *   <tr><td>{@code Total}, where such a name becomes {@code total}</td><td>{@code total}</td></tr>
 *   <tr><td>{@code 'it\'s'}, {@code 'a' 'b'}, where that is one string</td><td>{@code 'it''s'},
 *       {@code 'ab'}</td></tr>
 *   <tr><td>{@code a NOT NULL}</td><td>{@code a NOTNULL}</td></tr>
 *   <tr><td>{@code a ~~ b}, {@code !~~}, {@code ~~*}, {@code !~~*}, as PostgreSQL writes them in the
 *       text of a view</td><td>{@code a LIKE b}, {@code NOT LIKE}, {@code ILIKE}, {@code NOT
 *       ILIKE}</td></tr>
 * </table>
 */
public final class ParserSpelling {
  private static final char DOT = '\uE000';

  /** What the library takes behind IS and IS NOT. */
  private static final Set<String> TAKEN =
      Set.of("NULL", "TRUE", "FALSE", "DISTINCT", "UNKNOWN", "JSON");

  private static final Map<String, String> LIKES =
      Map.of("~~", "LIKE", "!~~", "NOT LIKE", "~~*", "ILIKE", "!~~*", "NOT ILIKE");

  /** What may end the right side of LIKE. */
  private static final Set<String> ENDS = Set.of(")", ",", "AND", "OR", "THEN");

  private final String sql;
  private final UnaryOperator<String> fold;
  private final boolean backslashes;
  private final List<Token> tokens = new ArrayList<>();

  private ParserSpelling(String sql, LexicalRules rules, UnaryOperator<String> fold) {
    this.sql = sql;
    this.fold = fold;
    this.backslashes = rules.have(LexicalRules.Feature.BACKSLASH_STRINGS);
    Lexer lexer = new Lexer(sql, rules);
    Token token = lexer.next();
    while (!token.is(Token.Kind.END)) {
      tokens.add(token);
      token = lexer.next();
    }
    tokens.add(token);
    tokens.removeIf(t -> t.is(Token.Kind.COMMENT) || t.is(Token.Kind.HINT));
    for (int i = 0; i < tokens.size(); i++) {
      join(i);
    }
  }

  /**
   * The text for the library.
   *
   * @param fold what the database does to a word without quotes
   */
  public static String of(String sql, LexicalRules rules, UnaryOperator<String> fold) {
    return new ParserSpelling(sql, rules, fold).text();
  }

  /** A name as the user wrote it. */
  public static String original(String name) {
    return name.replace(DOT, '.');
  }

  /** Makes one symbol of those that are PostgreSQL's LIKE together. */
  private void join(int first) {
    for (int last = Math.min(first + 3, tokens.size() - 1); last > first; last--) {
      Token joined =
          new Token(Token.Kind.SYMBOL, sql, tokens.get(first).start(), tokens.get(last).end());
      if (LIKES.containsKey(joined.text())) {
        tokens.set(first, joined);
        tokens.subList(first + 1, last + 1).clear();
      }
    }
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    int from = 0;
    for (int i = 0; i + 1 < tokens.size(); i++) {
      Token token = tokens.get(i);
      text.append(goesOn(i) ? "" : sql.substring(from, token.start())).append(spelling(i));
      from = token.end();
    }
    return text.append(sql, from, sql.length()).toString();
  }

  private String spelling(int i) {
    Token token = tokens.get(i);
    if (token.is(Token.Kind.STRING) && backslashes) {
      return string(i);
    } else if (token.is(Token.Kind.NAME)) {
      return token.text().replace('.', DOT);
    } else if (token.is("GLOB") && !isName(i)) {
      return "RLIKE";
    } else if (token.is("IS")) {
      return is(i);
    } else if (token.is("NOT") && i > 0 && tokens.get(i - 1).is("IS")) {
      return takes(i + 1) ? token.text() : "";
    } else if (token.is("NOT") && tokens.get(i + 1).is("NULL") && endsOperand(i - 1)) {
      return "NOTNULL";
    } else if (token.is("NULL") && i > 1 && spelling(i - 1).equals("NOTNULL")) {
      return "";
    }
    boolean like = LIKES.containsKey(token.text()) && endsOperand(i - 1) && isLast(i);
    if (like) {
      return " " + LIKES.get(token.text()) + " ";
    }
    return token.is(Token.Kind.WORD) ? fold.apply(token.text()) : token.text();
  }

  /** Whether no other operator follows: LIKE would be taken after it. */
  private boolean isLast(int operator) {
    int depth = 0;
    for (int i = operator + 1; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (depth == 0 && (ENDS.stream().anyMatch(token::is) || token.is(Token.Kind.END))) {
        return true;
      } else if (token.is("(")) {
        depth++;
      } else if (token.is(")")) {
        depth--;
      } else if (depth == 0 && token.is(Token.Kind.SYMBOL) && !token.is("::")) {
        return false;
      }
    }
    return true;
  }

  /** Whether a string is part of the one before it. */
  private boolean goesOn(int i) {
    return backslashes
        && i > 0
        && tokens.get(i).is(Token.Kind.STRING)
        && tokens.get(i - 1).is(Token.Kind.STRING);
  }

  /** Strings behind each other are one: it stands at the first of them. */
  private String string(int i) {
    StringBuilder text = new StringBuilder();
    if (i == 0 || !tokens.get(i - 1).is(Token.Kind.STRING)) {
      text.append('\'');
    }
    String string = tokens.get(i).text();
    for (int at = string.indexOf('\'') + 1; at < string.length() - 1; at++) {
      boolean escapes = string.charAt(at) == '\\';
      if (escapes && string.charAt(at + 1) == '\'') {
        text.append("''");
      } else {
        text.append(string.charAt(at)).append(escapes ? string.charAt(at + 1) : "");
      }
      at += escapes ? 1 : 0;
    }
    return tokens.get(i + 1).is(Token.Kind.STRING) ? text.toString() : text.append('\'').toString();
  }

  private String is(int i) {
    boolean not = tokens.get(i + 1).is("NOT");
    if (takes(not ? i + 2 : i + 1)) {
      return tokens.get(i).text();
    }
    return not ? "IS DISTINCT FROM" : "IS NOT DISTINCT FROM";
  }

  private boolean takes(int i) {
    return i < tokens.size() && TAKEN.contains(tokens.get(i).keyword());
  }

  /** A function or a qualified column may be called so. */
  private boolean isName(int i) {
    return tokens.get(i + 1).is("(") && !endsOperand(i - 1);
  }

  /** Whether an operand may end here, so that an operator follows. */
  private boolean endsOperand(int i) {
    if (i < 0) {
      return false;
    }
    Token token = tokens.get(i);
    return switch (token.kind()) {
      case NAME, NUMBER, STRING, PARAMETER -> true;
      case WORD -> !BEFORE_OPERAND.contains(token.keyword());
      case SYMBOL -> token.is(")");
      default -> false;
    };
  }

  private static final Set<String> BEFORE_OPERAND =
      Set.of("SELECT", "WHERE", "AND", "OR", "NOT", "ON", "HAVING", "WHEN", "THEN", "ELSE", "CASE");
}
