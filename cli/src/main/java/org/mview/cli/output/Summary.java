package org.mview.cli.output;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** What is said after a statement. */
@FunctionalInterface
public interface Summary {
  /** Nothing: the output is for a program. */
  Summary NONE = (what, time) -> {};

  /** Says what a statement did, and how long it took until its last row was read. */
  void say(String what, Duration time);

  /** Says it in parentheses, with the time. */
  static Summary to(PrintWriter out) {
    return (what, time) -> {
      out.println("(" + what + ", " + text(time) + ")");
      out.flush();
    };
  }

  /** A time as people say it: "0.12 ms", "12 ms", "1.23 s". */
  static String text(Duration time) {
    double millis = time.toNanos() / 1e6;
    if (millis < 10) {
      return String.format(Locale.ROOT, "%.2f ms", millis);
    }
    if (millis < 1000) {
      return String.format(Locale.ROOT, "%.0f ms", millis);
    }
    return String.format(Locale.ROOT, "%.2f s", millis / 1000);
  }
}
