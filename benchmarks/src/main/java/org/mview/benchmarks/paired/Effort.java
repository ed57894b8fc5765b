package org.mview.benchmarks.paired;

import java.time.Duration;

/**
 * How much is measured.
 *
 * @param forks how many JVMs measure, one after the other: each compiles the code differently
 * @param rounds slices of each way, in each JVM
 * @param warmUp time of the processor before the first round, in which Java compiles what is
 *     measured
 * @param slice about how long a slice of the first way is to take; zero for one operation a slice
 */
public record Effort(int forks, int rounds, Duration warmUp, Duration slice) {
  /** For what takes microseconds. */
  public static final Effort MANY = new Effort(3, 40, Duration.ofSeconds(6), Duration.ofMillis(30));

  /** For what takes milliseconds at least. */
  public static final Effort FEW = new Effort(1, 11, Duration.ofSeconds(4), Duration.ZERO);

  /** For what takes microseconds, most of them on a server. */
  public static final Effort SERVED =
      new Effort(1, 40, Duration.ofSeconds(2), Duration.ofMillis(30));

  /** For what a process does once. */
  public static final Effort FIRST = new Effort(15, 1, Duration.ZERO, Duration.ZERO);

  /** The same with other numbers; zero leaves one as it is. */
  public Effort with(int otherForks, int otherRounds) {
    return new Effort(
        otherForks == 0 ? forks : otherForks,
        otherRounds == 0 || rounds == 1 ? rounds : otherRounds,
        warmUp,
        slice);
  }
}
