package org.mview.explain;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks the text of a statement into lines, before its clauses, and indents what is in
 * parentheses. What is quoted, and what is short and in parentheses, stays on its line.
 */
final class SqlLines {
  private static final List<String> CLAUSES =
      List.of(
          "SELECT ", "FROM ", "CROSS JOIN ", "WHERE ", "GROUP BY ", "UNION ALL ", "ON CONFLICT ");

  /** In characters: parentheses that hold no more than this stay on their line. */
  private static final int SHORT = 100;

  private final String sql;
  private final List<String> lines = new ArrayList<>();
  private int from;
  private int at;
  private int depth;

  /** The depth at which the line that is being read began. */
  private int indent;

  private SqlLines(String sql) {
    this.sql = sql;
  }

  static List<String> of(String sql) {
    return new SqlLines(sql).broken();
  }

  private List<String> broken() {
    while (at < sql.length()) {
      char c = sql.charAt(at);
      if (c == '"' || c == '\'') {
        at = quotedEnd(at);
      } else if (c == '(' && parenthesisEnd(at) - at <= SHORT) {
        at = parenthesisEnd(at);
      } else {
        if (isClause()) {
          endLine();
        }
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        at++;
      }
    }
    endLine();
    return lines;
  }

  /** A SELECT behind UNION ALL stays there, as does the FROM of a DELETE. */
  private boolean isClause() {
    String before = sql.substring(from, at);
    return (before.endsWith(" ") || before.endsWith("("))
        && !before.equals("UNION ALL ")
        && !before.equals("DELETE ")
        && CLAUSES.stream().anyMatch(clause -> sql.startsWith(clause, at));
  }

  private void endLine() {
    if (at > from) {
      String margin = "  ".repeat(indent);
      sql.substring(from, at).strip().lines().forEach(line -> lines.add(margin + line));
      from = at;
      indent = depth;
    }
  }

  private int quotedEnd(int start) {
    int end = sql.indexOf(sql.charAt(start), start + 1);
    return end < 0 ? sql.length() : end + 1;
  }

  /** Behind the parenthesis that closes the one here. */
  private int parenthesisEnd(int start) {
    int open = 0;
    int place = start;
    while (place < sql.length()) {
      char c = sql.charAt(place);
      if (c == '"' || c == '\'') {
        place = quotedEnd(place);
      } else {
        open += c == '(' ? 1 : c == ')' ? -1 : 0;
        place++;
        if (open == 0) {
          return place;
        }
      }
    }
    return place;
  }
}
