package org.mview.dialect.sqlite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mview.dialect.TableInfo.Unique;
import org.mview.dialect.sqlite.SqliteTokens.Token;

/** Reads from the text of a CREATE statement what no pragma tells. */
final class SqliteDefinition {
  private static final Pattern DIRECTION =
      Pattern.compile("\\s+(asc|desc)\\s*$", Pattern.CASE_INSENSITIVE);

  private SqliteDefinition() {}

  /** The collation of each column that has one; names in lower case, without quotes. */
  static Map<String, String> collations(String definition) {
    Map<String, String> collations = new HashMap<>();
    for (List<Token> column : columns(definition)) {
      place(column, "collate")
          .filter(at -> at + 1 < column.size())
          .ifPresent(at -> collations.put(lower(column.get(0)), lower(column.get(at + 1))));
    }
    return collations;
  }

  /** The expression of each generated column, in its parentheses; names in lower case. */
  static Map<String, String> generated(String definition) {
    Map<String, String> expressions = new HashMap<>();
    for (List<Token> column : columns(definition)) {
      place(column, "as")
          .filter(at -> at + 1 < column.size() && column.get(at + 1).is("("))
          .ifPresent(
              at ->
                  expressions.put(
                      lower(column.get(0)),
                      definition.substring(
                          column.get(at + 1).start(), closing(column, at + 1).end())));
    }
    return expressions;
  }

  /** The definitions between the commas of a CREATE TABLE: columns first, then constraints. */
  private static List<List<Token>> columns(String definition) {
    List<List<Token>> columns = new ArrayList<>();
    List<Token> column = new ArrayList<>();
    int depth = 0;
    for (Token token : SqliteTokens.tokens(definition)) {
      boolean opens = depth == 0 && token.is("(");
      depth += depth(token);
      boolean ends = (depth == 1 && token.is(",")) || (depth == 0 && token.is(")"));
      if (ends && !column.isEmpty()) {
        columns.add(column);
        column = new ArrayList<>();
      } else if (depth >= 1 && !opens) {
        column.add(token);
      }
    }
    return columns;
  }

  /** Where a word stands outside parentheses, behind the name. */
  private static Optional<Integer> place(List<Token> column, String word) {
    int depth = 0;
    for (int i = 1; i < column.size(); i++) {
      depth += depth(column.get(i));
      if (depth == 0 && column.get(i).is(word)) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  private static Token closing(List<Token> column, int open) {
    int depth = 0;
    for (Token token : column.subList(open, column.size())) {
      depth += depth(token);
      if (depth == 0) {
        return token;
      }
    }
    return column.get(column.size() - 1);
  }

  private static String lower(Token token) {
    return token.text().toLowerCase(Locale.ROOT);
  }

  /** The query of a view: what stands behind the first AS outside parentheses. */
  static Optional<String> query(String definition) {
    int depth = 0;
    for (Token token : SqliteTokens.tokens(definition)) {
      depth += depth(token);
      if (depth == 0 && token.is("as")) {
        return Optional.of(definition.substring(token.end()).strip());
      }
    }
    return Optional.empty();
  }

  /** What an index compares: its terms, without their direction, and its WHERE. */
  static Unique unique(String definition) {
    List<Token> tokens = SqliteTokens.tokens(definition);
    List<String> terms = new ArrayList<>();
    int depth = 0;
    int from = 0;
    for (Token token : tokens) {
      depth += depth(token);
      boolean opens = depth == 1 && token.is("(");
      if (opens) {
        from = token.end();
      } else if ((depth == 1 && token.is(",")) || (depth == 0 && token.is(")"))) {
        terms.add(DIRECTION.matcher(definition.substring(from, token.start())).replaceFirst(""));
        from = token.end();
      } else if (depth == 0 && token.is("where")) {
        return new Unique(terms, Optional.of(definition.substring(token.end()).strip()));
      }
    }
    return new Unique(terms, Optional.empty());
  }

  private static int depth(Token token) {
    return token.is("(") ? 1 : token.is(")") ? -1 : 0;
  }
}
