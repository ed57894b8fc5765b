package org.mview.benchmarks.paired;

/** Something to be measured, set up and ready. Used by one thread. */
public interface Subject extends AutoCloseable {
  /** Makes ready for a slice; its time is not taken. */
  default void prepare() throws Exception {}

  /**
   * A slice: does the work so many times.
   *
   * @param operations the same number for all ways of a comparison
   */
  void run(int operations) throws Exception;

  @Override
  default void close() throws Exception {}
}
