package org.mview.benchmarks.paired;

import java.sql.SQLException;

/**
 * The time that one operation took, on the average of a slice.
 *
 * @param wall nanoseconds on the wall
 * @param cpu nanoseconds that the thread had a processor, and a server that worked for it
 */
public record Slice(double wall, double cpu) {
  /** Measures a slice of so many operations. */
  static Slice of(Subject subject, int operations, Clock clock) throws SQLException {
    subject.prepare();
    long wall = clock.wall();
    long cpu = subject.cpu(clock);
    subject.run(operations);
    long cpuAfter = subject.cpu(clock);
    long wallAfter = clock.wall();
    return new Slice(
        (wallAfter - wall) / (double) operations, (cpuAfter - cpu) / (double) operations);
  }
}
