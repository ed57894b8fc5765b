package org.mview.statement;

import org.mview.statement.Token.Kind;

/**
 * The query that stands at the end of CREATE MATERIALIZED VIEW: all the rest of the text.
 *
 * <p>Taken off are parentheses and comments around all of it and, as PostgreSQL has it, WITH [NO]
 * DATA behind it. The rest is not looked at; that takes another parser.
 */
final class DefiningQuery {
  private final Cursor cursor;
  private final GivenClauses given;

  /** The place of the first token. */
  private final int from;

  private DefiningQuery(Cursor cursor, GivenClauses given) {
    this.cursor = cursor;
    this.given = given;
    this.from = cursor.place();
  }

  /** Steps over the query; the cursor is at the end of the statement then. */
  static SourceText parse(Cursor cursor, GivenClauses given) {
    DefiningQuery query = new DefiningQuery(cursor, given);
    query.stepToEnd();
    return query.withoutParentheses(query.withoutData(cursor.place()));
  }

  private void stepToEnd() {
    while (!cursor.atEnd()) {
      if (cursor.at(";")) {
        throw cursor.unexpected("the end of the statement");
      }
      if (cursor.at(Kind.UNTERMINATED)) {
        throw cursor.unexpected("the end of the query");
      }
      cursor.next();
    }
    if (cursor.place() == from) {
      throw cursor.unexpected("a query");
    }
  }

  /** The place behind the query, without WITH [NO] DATA. */
  private int withoutData(int to) {
    if (ends(to, "WITH", "DATA")) {
      given.add(Clause.WITH_DATA);
      return to - 2;
    }
    if (ends(to, "WITH", "NO", "DATA")) {
      given.add(Clause.WITH_NO_DATA);
      return to - 3;
    }
    return to;
  }

  private boolean ends(int to, String... words) {
    int first = to - words.length;
    if (first <= from) {
      return false;
    }
    for (int i = 0; i < words.length; i++) {
      if (!cursor.token(first + i).is(words[i])) {
        return false;
      }
    }
    return true;
  }

  private SourceText withoutParentheses(int to) {
    int[] partners = partners(to - from);
    int first = from;
    int last = to - 1;
    while (first + 1 < last && partners[first - from] == last) {
      first++;
      last--;
    }
    return cursor.between(cursor.token(first).start(), cursor.token(last).end());
  }

  /** For each opening parenthesis the place of its closing one. */
  private int[] partners(int count) {
    int[] partners = new int[count];
    int[] open = new int[count];
    int depth = 0;
    for (int i = 0; i < count; i++) {
      Token token = cursor.token(from + i);
      if (token.is("(")) {
        open[depth] = i;
        depth++;
      } else if (token.is(")") && depth > 0) {
        depth--;
        partners[open[depth]] = from + i;
      }
    }
    return partners;
  }
}
