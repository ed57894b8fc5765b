package org.mview.command;

/**
 * How a connection is to behave, from the properties of the URL.
 *
 * @param compatibility whose rules hold where Oracle's and ours differ
 * @param autoLog whether change logs are made and widened on demand
 * @param floatSums how sums of approximate numbers are kept
 * @param byTriggers whether triggers may keep views ON COMMIT, which then change before the commit
 *     for the transaction that makes them change; in Oracle they do not
 * @param autoIndex whether indexes are made by which refreshes find rows of the masters
 */
public record Options(
    Compatibility compatibility,
    boolean autoLog,
    FloatSums floatSums,
    boolean byTriggers,
    boolean autoIndex) {
  /** What holds when nothing is said. */
  public static final Options DEFAULT =
      new Options(Compatibility.EXTENDED, true, FloatSums.RECOMPUTE, true, false);

  public Options {
    byTriggers &= compatibility == Compatibility.EXTENDED;
  }

  /** Whose rules hold. */
  public enum Compatibility {
    /** Ours: nothing is silently suspended, no COUNT columns are asked for. */
    EXTENDED,
    /** The manual's restrictions and error numbers. */
    ORACLE
  }

  /** How sums of approximate numbers are kept. */
  public enum FloatSums {
    /** A group that changed is summed anew. */
    RECOMPUTE,
    /** The change is added, and rounding errors with it. */
    ADDITIVE
  }
}
