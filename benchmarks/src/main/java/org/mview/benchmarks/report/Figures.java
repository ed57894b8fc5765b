package org.mview.benchmarks.report;

import java.util.Locale;
import org.mview.benchmarks.paired.Measurement;
import org.mview.benchmarks.paired.Spread;
import org.mview.benchmarks.paired.Target;

/** Numbers as a person reads them. */
final class Figures {
  private static final double MICRO = 1e3;
  private static final double MILLI = 1e6;

  private Figures() {}

  /** A time, given in nanoseconds, in a unit that fits. */
  static String time(double nanos) {
    if (nanos < 1_000 * MICRO) {
      return text("%.1f µs", nanos / MICRO);
    }
    return nanos < 1_000 * MILLI ? text("%.1f ms", nanos / MILLI) : text("%.2f s", nanos / 1e9);
  }

  /** A ratio; a small one as one part of many. */
  static String ratio(double ratio) {
    return ratio < 0.1 ? text("1/%.0f", 1 / ratio) : text("%.2f", ratio);
  }

  /** From where to where the middle half of the ratios is. */
  static String middle(Spread ratios) {
    return ratio(ratios.low()) + " – " + ratio(ratios.high());
  }

  static String target(Target target) {
    if (target instanceof Target.Ratio promise) {
      return "≤ " + ratio(promise.most());
    }
    return target instanceof Target.More promise
        ? "≤ " + promise.most().toMillis() + " ms more"
        : "";
  }

  /** What came out, in the words of its target. */
  static String outcome(Target target, Measurement way, Measurement first) {
    return target instanceof Target.More
        ? time(way.cpu().median() - first.cpu().median()) + " more"
        : ratio(way.ratio().median());
  }

  private static String text(String format, double number) {
    return String.format(Locale.ROOT, format, number);
  }
}
