package org.mview.statement;

import java.util.Optional;

/** When a log is rid of the changes that no view needs any more. */
public sealed interface LogPurge {
  /**
   * Behind each refresh.
   *
   * @param asynchronous by a job of its own, so that the refresh does not wait for it
   */
  record Immediate(boolean asynchronous) implements LogPurge {}

  /**
   * By the clock.
   *
   * @param startWith the first time; empty when {@code next} or {@code interval} gives it
   * @param next an expression that gives the following time
   * @param interval an expression that is added to the last time
   */
  record Scheduled(
      Optional<SourceText> startWith, Optional<SourceText> next, Optional<SourceText> interval)
      implements LogPurge {
    public Scheduled {
      if (startWith.isEmpty() && next.isEmpty() && interval.isEmpty()) {
        throw new IllegalArgumentException("a schedule names a time");
      }
      if (next.isPresent() && interval.isPresent()) {
        throw new IllegalArgumentException("NEXT and REPEAT INTERVAL say the same");
      }
    }
  }
}
