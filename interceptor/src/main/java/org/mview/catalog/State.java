package org.mview.catalog;

/**
 * What a refresh must know of a view's rows.
 *
 * @param populated whether a complete refresh has filled it, or it was taken over with its rows
 * @param knowledge whether its rows are known to be those of the query
 */
public record State(boolean populated, Knowledge knowledge) {
  /** Filled by its query. */
  public static final State FILLED = new State(true, Knowledge.KNOWN);

  /** Filled by its query, and open to changes by hand from then on. */
  public static final State FILLED_FOR_UPDATE = new State(true, Knowledge.UPDATABLE);

  /** Still empty, since BUILD DEFERRED, or after a refresh that failed halfway. */
  public static final State UNUSABLE = new State(false, Knowledge.KNOWN);

  /** Whether the rows are known to be those of the query, apart from pending changes. */
  public enum Knowledge {
    /** They are. */
    KNOWN,
    /** Somebody else filled the table. */
    PREBUILT,
    /** Somebody said so. */
    CONSIDERED_FRESH,
    /** They were, and anybody may have changed them by hand since. */
    UPDATABLE
  }
}
