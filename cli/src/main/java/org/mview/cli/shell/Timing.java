package org.mview.cli.shell;

import java.io.PrintWriter;
import java.time.Duration;
import org.mview.cli.output.Summary;

/** What is said after a statement, with its time as long as that is wanted. */
final class Timing implements Summary {
  private final PrintWriter out;
  private boolean shown = true;

  Timing(PrintWriter out) {
    this.out = out;
  }

  /** Shows times from now on, or no longer; answers which. */
  boolean toggle() {
    shown = !shown;
    return shown;
  }

  @Override
  public void say(String what, Duration time) {
    out.println("(" + what + (shown ? ", " + Summary.text(time) : "") + ")");
    out.flush();
  }
}
