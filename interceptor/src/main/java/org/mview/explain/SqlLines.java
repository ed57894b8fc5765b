package org.mview.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Breaks the text of a statement into lines, outside of what is quoted; nothing else changes. */
final class SqlLines {
  /** A line begins before each of these. */
  private static final List<String> BEGINNINGS =
      List.of(
          "SELECT ", "FROM ", "CROSS JOIN ", "WHERE ", "GROUP BY ", "UNION ALL ", "ON CONFLICT ");

  /** What stands before a beginning that stays on the line of the one before it. */
  private static final Set<String> TOGETHER = Set.of("DELETE ", "UNION ALL ");

  private SqlLines() {}

  static List<String> of(String sql) {
    List<String> lines = new ArrayList<>();
    int from = 0;
    int at = 0;
    while (at < sql.length()) {
      char c = sql.charAt(at);
      if (c == '"' || c == '\'') {
        int end = sql.indexOf(c, at + 1);
        at = end < 0 ? sql.length() : end + 1;
      } else {
        if (isBeginning(sql, at) && !isTogether(sql.substring(from, at))) {
          add(sql.substring(from, at), lines);
          from = at;
        }
        at++;
      }
    }
    add(sql.substring(from), lines);
    return lines;
  }

  private static boolean isBeginning(String sql, int at) {
    boolean boundary = at > 0 && (sql.charAt(at - 1) == ' ' || sql.charAt(at - 1) == '(');
    return boundary && BEGINNINGS.stream().anyMatch(word -> sql.startsWith(word, at));
  }

  private static boolean isTogether(String before) {
    return TOGETHER.contains(before) || before.endsWith("(");
  }

  private static void add(String line, List<String> lines) {
    line.stripTrailing().lines().forEach(lines::add);
  }
}
