package org.mview.benchmarks.paired;

import java.sql.SQLException;

/** Something to be measured, set up and ready. Used by one thread. */
public interface Subject extends AutoCloseable {
  /** Makes ready for a slice; its time is not taken. */
  default void prepare() throws SQLException {}

  /**
   * A slice: does the work so many times.
   *
   * @param operations the same number for all ways of a comparison
   */
  void run(int operations) throws SQLException;

  /**
   * For how long processors have worked for this, in nanoseconds since some moment: this thread,
   * unless others do a part.
   */
  default long cpu(Clock clock) {
    return clock.cpu();
  }

  @Override
  default void close() throws SQLException {}
}
