package org.mview.cli.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** What can stand at the cursor, from what stands before it. */
final class Candidates {
  /** After these comes a table or a view. */
  private static final Set<String> BEFORE_A_RELATION =
      Set.of("FROM", "JOIN", "INTO", "UPDATE", "TABLE", "VIEW", "LOG");

  private Candidates() {}

  /**
   * The words that begin with what has been typed, without regard to case.
   *
   * @param previous the word before; empty when there is none
   * @param typed what stands there already; may be empty
   * @param names tables and views, quoted where SQL wants it
   */
  static List<String> of(String previous, String typed, Set<String> names) {
    if (typed.startsWith("\\")) {
      return starting(ShellCommands.NAMES, typed);
    }
    if (typed.startsWith("\"")) {
      return starting(names.stream().map(Candidates::quoted).sorted().toList(), typed);
    }
    List<String> candidates = starting(new TreeSet<>(names), typed);
    if (!BEFORE_A_RELATION.contains(previous.toUpperCase(Locale.ROOT)) || candidates.isEmpty()) {
      candidates.addAll(keywords(typed));
    }
    return candidates;
  }

  /** Keywords come in the case in which the first letters were typed. */
  private static List<String> keywords(String typed) {
    boolean lower = !typed.isEmpty() && Character.isLowerCase(typed.charAt(typed.length() - 1));
    return starting(SqlWords.ALL, typed).stream()
        .map(word -> lower ? word.toLowerCase(Locale.ROOT) : word)
        .toList();
  }

  private static List<String> starting(Iterable<String> words, String typed) {
    List<String> starting = new ArrayList<>();
    for (String word : words) {
      if (bare(word).regionMatches(true, 0, bare(typed), 0, bare(typed).length())) {
        starting.add(word);
      }
    }
    return starting;
  }

  private static String bare(String word) {
    return word.startsWith("\"") ? word.substring(1) : word;
  }

  private static String quoted(String name) {
    return name.startsWith("\"") ? name : '"' + name + '"';
  }
}
