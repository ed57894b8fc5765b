package org.mview.generated;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Something that must not be.
 *
 * @param step the number of the step after which it was so, from 0
 */
record Finding(Kind kind, String what, int step) {
  Finding(Kind kind, String what) {
    this(kind, what, Integer.MAX_VALUE);
  }

  private static final Pattern PARTICULAR = Pattern.compile("(?s)'.*?'|\"[^\\n]*\"|[0-9]+");

  /** As an answer begins that is an error. */
  private static final Pattern ERROR = Pattern.compile("(?<=us {1,4})error -?\\d+ \\w+");

  /** What went wrong. */
  enum Kind {
    /** A view that is said to be fresh differs from its query. */
    ROWS,
    /** A view is not said to be fresh, although it must be. */
    STALE,
    /** A view was refreshed completely, although its change can be derived. */
    NOT_FAST,
    /** A view was refreshed otherwise than EXPLAIN_MVIEW had said. */
    EXPLAINED,
    /** A statement of ours failed, although nothing is wrong with it. */
    REFUSED,
    /** A commit failed for no reason of the application's. */
    COMMIT_FAILED,
    /** The application was answered otherwise than without us. */
    ANSWER,
    /** The application's tables are not as without us. */
    TABLES,
    /** A statement threw what JDBC does not allow. */
    THROWN
  }

  Finding at(int place) {
    return new Finding(kind, what, place);
  }

  /** The script without what comes after. */
  Script ending(Script script) {
    int steps = script.steps().size();
    return step < steps ? script.with(script.steps().subList(0, step + 1)) : script;
  }

  /** Whether a smaller script that ends in this shows the same as one that ended in the other. */
  boolean isLike(Finding other) {
    return kind == other.kind && essence().equals(other.essence());
  }

  /**
   * The error, without names and numbers; and which of two answers are errors, and of what kind.
   */
  private String essence() {
    int error = Math.max(what.indexOf("[SQLITE_"), what.indexOf("ERROR: "));
    String codes =
        kind == Kind.ANSWER
            ? ERROR.matcher(what).results().map(MatchResult::group).collect(Collectors.joining(" "))
            : "";
    return codes + (error < 0 ? "" : PARTICULAR.matcher(what.substring(error)).replaceAll("?"));
  }

  @Override
  public String toString() {
    return kind + ": " + what;
  }
}
