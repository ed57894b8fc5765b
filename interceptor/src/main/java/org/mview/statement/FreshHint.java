package org.mview.statement;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mview.statement.Token.Kind;

/**
 * The hint FRESH_MV: read the real-time views of this query block as a refresh would make them now.
 *
 * @param names of tables, or of what stands for them, in lower case; none for all of the block
 * @param start offset of its first character in the comment
 * @param end offset behind its last character
 */
record FreshHint(Set<String> names, int start, int end) {
  private static final String WORD = "FRESH_MV";

  /** What a comment with hints begins with is so long, in either form. */
  private static final int BEGINNING = "/*+".length();

  FreshHint {
    names = Set.copyOf(names);
  }

  /** Whether a text may have the hint. Costs next to nothing where it has no hint at all. */
  static boolean mayBeIn(String sql) {
    if (!sql.contains("/*+") && !sql.contains("--+")) {
      return false;
    }
    int last = sql.length() - WORD.length();
    for (int at = 0; at <= last; at++) {
      if (sql.regionMatches(true, at, WORD, 0, WORD.length())) {
        return true;
      }
    }
    return false;
  }

  /** The hint among those of a comment. */
  static Optional<FreshHint> in(Token comment, LexicalRules rules) {
    String text = comment.text().substring(BEGINNING);
    Cursor cursor = new Cursor(text.replace("*/", " "), rules);
    while (!cursor.at(Kind.END)) {
      int start = cursor.offset();
      if (cursor.next().is(WORD)) {
        Set<String> names = names(cursor);
        int end = start + cursor.since(start).text().length();
        return Optional.of(new FreshHint(names, BEGINNING + start, BEGINNING + end));
      }
    }
    return Optional.empty();
  }

  /** Puts blanks in its place, in a text, and makes the comment no hint if it has no other. */
  void blank(StringBuilder text, Token comment) {
    for (int i = start; i < end; i++) {
      text.setCharAt(comment.start() + i, ' ');
    }
    String rest = text.substring(comment.start() + BEGINNING, comment.end());
    if (rest.replace("*/", "").isBlank()) {
      text.setCharAt(comment.start() + BEGINNING - 1, ' ');
    }
  }

  private static Set<String> names(Cursor cursor) {
    Set<String> names = new HashSet<>();
    if (cursor.accept("(")) {
      while (Names.atName(cursor)) {
        names.add(Names.name(cursor).text().toLowerCase(Locale.ROOT));
        cursor.accept(",");
      }
      cursor.accept(")");
    }
    return names;
  }

  /** Whether it means a table that has this name, or is called so. */
  boolean means(String name) {
    return names.isEmpty() || names.contains(name.toLowerCase(Locale.ROOT));
  }
}
