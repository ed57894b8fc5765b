package org.mview.refresh;

/**
 * What a view has not yet seen of a log in which something is pending for it.
 *
 * @param insertsOnly whether all of it is rows that appeared
 * @param whole whether the view has seen nothing of what is in the log
 */
public record LogState(boolean insertsOnly, boolean whole) {
  /**
   * The state of a log.
   *
   * @param least the least sign of the pending rows, which is not 0
   * @param position the number of the last row that the view has seen; 0 when it has seen none
   */
  static LogState of(int least, long position) {
    return new LogState(least > 0, position == 0);
  }
}
