package org.mview.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Connections that are being opened, of which some may never come. For any number of threads. */
final class Openings {
  /** Who has waited for so long may be waiting for this very call to end. */
  private static final Duration LONG = Duration.ofSeconds(5);

  private final long begin = System.nanoTime();
  private final List<String> failures = new ArrayList<>();
  private int open;

  synchronized void begun() {
    open++;
  }

  synchronized void done() {
    open--;
  }

  synchronized void failed(Exception why) {
    open--;
    failures.add(String.valueOf(why.getMessage()));
  }

  /** Why one is not there; empty if all are, or may be in a moment. */
  synchronized Optional<String> missing() {
    boolean isLong = System.nanoTime() - begin > LONG.toNanos();
    return failures.stream()
        .findFirst()
        .or(() -> open > 0 && isLong ? Optional.of("it has not come so far") : Optional.empty());
  }
}
