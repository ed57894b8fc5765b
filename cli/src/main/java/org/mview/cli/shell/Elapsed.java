package org.mview.cli.shell;

import java.time.Duration;

/** A time that goes on, in whole seconds: "12 s", "3 min 5 s", "2 h 0 min". */
final class Elapsed {
  private Elapsed() {}

  static String text(Duration time) {
    if (time.toMinutes() == 0) {
      return time.toSeconds() + " s";
    }
    return time.toHours() == 0
        ? time.toMinutes() + " min " + time.toSecondsPart() + " s"
        : time.toHours() + " h " + time.toMinutesPart() + " min";
  }
}
