package org.mview.benchmarks.paired;

import java.time.Duration;

/** What we promise of a way, compared with the first one of its comparison. */
public sealed interface Target {
  /** Nothing: the way is only shown. */
  record None() implements Target {
    @Override
    public boolean isReached(Measurement way, Measurement first) {
      return true;
    }
  }

  /** It takes at most so many times as long. */
  record Ratio(double most) implements Target {
    @Override
    public boolean isReached(Measurement way, Measurement first) {
      return way.ratio().median() <= most;
    }
  }

  /** It takes at most so much longer. */
  record More(Duration most) implements Target {
    @Override
    public boolean isReached(Measurement way, Measurement first) {
      return way.cpu().median() - first.cpu().median() <= most.toNanos();
    }
  }

  /** Whether the figures keep the promise. */
  boolean isReached(Measurement way, Measurement first);
}
