package org.mview.schedule;

/**
 * What a worker has done.
 *
 * @param done how many jobs ended well
 * @param failed how many did not
 */
public record Report(int done, int failed) {
  static final Report NOTHING = new Report(0, 0);

  Report plus(Report other) {
    return new Report(done + other.done, failed + other.failed);
  }
}
