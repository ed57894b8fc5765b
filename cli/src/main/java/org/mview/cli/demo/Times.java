package org.mview.cli.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Times that the same thing took, in the order in which they were measured. */
final class Times {
  private final List<Long> nanos = new ArrayList<>();

  void add(long nanoseconds) {
    nanos.add(nanoseconds);
  }

  int count() {
    return nanos.size();
  }

  Duration total() {
    return Duration.ofNanos(nanos.stream().mapToLong(Long::longValue).sum());
  }

  Duration median() {
    return percentile(50);
  }

  /**
   * The time that so many percent did not exceed.
   *
   * @param percent from 0 to 100
   * @throws IllegalStateException when nothing was measured
   */
  Duration percentile(int percent) {
    if (nanos.isEmpty()) {
      throw new IllegalStateException("nothing was measured");
    }
    List<Long> sorted = nanos.stream().sorted().toList();
    return Duration.ofNanos(sorted.get((sorted.size() - 1) * percent / 100));
  }

  /** Without the first third, in which Java was still compiling what is measured. */
  Times warm() {
    Times warm = new Times();
    warm.nanos.addAll(nanos.subList(nanos.size() / 3, nanos.size()));
    return warm;
  }
}
