package org.mview.session;

/**
 * How often something is done that may take long: at most once a second, and for no more than a
 * hundredth of the time.
 */
final class Pace {
  static final long INTERVAL_NANOS = 1_000_000_000;
  private static final long SHARE = 100;

  private volatile long next;

  /**
   * It has just been done.
   *
   * @param now a time of {@link System#nanoTime}, as all others here
   */
  Pace(long now) {
    this.next = now + INTERVAL_NANOS;
  }

  boolean isDue(long now) {
    return now - next >= 0;
  }

  /** It was done from one time to another. */
  void done(long began, long ended) {
    next = ended + Math.max(INTERVAL_NANOS, (ended - began) * SHARE);
  }
}
