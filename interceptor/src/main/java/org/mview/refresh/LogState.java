package org.mview.refresh;

/**
 * What a view has not yet seen of a log.
 *
 * @param pending whether there is anything
 * @param insertsOnly whether all of it is rows that appeared
 * @param whole whether the view has seen nothing of what is in the log
 */
public record LogState(boolean pending, boolean insertsOnly, boolean whole) {
  /**
   * The state of a log.
   *
   * @param least the least sign of the pending rows; 0 when there is none
   */
  static LogState of(int least, boolean whole) {
    return new LogState(least != 0, least > 0, whole);
  }
}
