package org.mview.benchmarks.paired;

import java.sql.SQLException;

/**
 * The time that one operation took, on the average of a slice.
 *
 * @param wall nanoseconds on the wall
 * @param cpu nanoseconds that the thread had a processor
 */
public record Slice(double wall, double cpu) {
  /** Measures a slice of so many operations. */
  static Slice of(Subject subject, int operations, Clock clock) throws SQLException {
    subject.prepare();
    long wall = clock.wall();
    long cpu = clock.cpu();
    subject.run(operations);
    long cpuAfter = clock.cpu();
    long wallAfter = clock.wall();
    return new Slice(
        (wallAfter - wall) / (double) operations, (cpuAfter - cpu) / (double) operations);
  }
}
