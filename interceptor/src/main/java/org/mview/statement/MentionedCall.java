package org.mview.statement;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A word of a text that may call a function, with or without parentheses.
 *
 * @param name as it is written
 * @param arguments their texts; none where there are no parentheses
 * @param hasParentheses whether there are any
 */
public record MentionedCall(String name, List<String> arguments, boolean hasParentheses) {
  public MentionedCall {
    arguments = List.copyOf(arguments);
  }

  /** All of a text; some of them may be keywords, or names of tables and columns. */
  public static List<MentionedCall> of(String sql, LexicalRules rules) {
    List<MentionedCall> calls = new ArrayList<>();
    Cursor cursor = new Cursor(sql, rules);
    Deque<Open> open = new ArrayDeque<>();
    Token before = cursor.peek();
    boolean isName = false;
    while (!cursor.at(Token.Kind.END)) {
      Token token = cursor.next();
      if (token.is("(")) {
        open.push(new Open(before, cursor.offset()));
      } else if (token.is(",") && !open.isEmpty()) {
        open.peek().argument(cursor, token);
      } else if (token.is(")") && !open.isEmpty()) {
        open.pop().close(cursor, token, calls);
      } else if (token.is(Token.Kind.WORD) && !isName && !cursor.at(".") && !cursor.at("(")) {
        calls.add(new MentionedCall(token.text(), List.of(), false));
      }
      isName = token.is(".") || token.is("AS");
      before = token;
    }
    return calls;
  }

  /** A parenthesis that has not been closed yet. */
  private static final class Open {
    private final Token before;
    private final List<String> arguments = new ArrayList<>();
    private int start;

    Open(Token before, int start) {
      this.before = before;
      this.start = start;
    }

    void argument(Cursor cursor, Token end) {
      arguments.add(cursor.trimmed(start, Math.max(start, end.start())).text());
      start = cursor.offset();
    }

    void close(Cursor cursor, Token end, List<MentionedCall> calls) {
      if (before.is(Token.Kind.WORD)) {
        if (end.start() > start || !arguments.isEmpty()) {
          argument(cursor, end);
        }
        calls.add(new MentionedCall(before.text(), arguments, true));
      }
    }
  }
}
