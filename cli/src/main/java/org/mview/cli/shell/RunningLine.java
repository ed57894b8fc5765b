package org.mview.cli.shell;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp.Capability;
import org.mview.cli.script.Waiting;

/**
 * A line that shows, while a statement runs, for how long it does, and that it can be ended. It is
 * drawn again each second, and gone before anything else is written.
 */
final class RunningLine implements Waiting {
  private final Terminal terminal;
  private final Ticks ticks;
  private final LongSupplier nanoTime;
  private final RefreshWatch refreshes;

  private RunningLine(
      Terminal terminal, Ticks ticks, LongSupplier nanoTime, RefreshWatch refreshes) {
    this.terminal = terminal;
    this.ticks = ticks;
    this.nanoTime = nanoTime;
    this.refreshes = refreshes;
  }

  /**
   * The line of a terminal; none where a line cannot be taken away again.
   *
   * @param nanoTime the time, as {@link System#nanoTime()} tells it
   */
  static Waiting of(Terminal terminal, Ticks ticks, LongSupplier nanoTime, RefreshWatch refreshes) {
    boolean canBeErased =
        terminal.getStringCapability(Capability.carriage_return) != null
            && terminal.getStringCapability(Capability.clr_eol) != null;
    return canBeErased ? new RunningLine(terminal, ticks, nanoTime, refreshes) : NOBODY;
  }

  @Override
  public Wait begin(String sql) {
    Line line = new Line();
    Runnable watching = refreshes.begin(sql);
    Runnable drawing = ticks.call(line::draw);
    return () -> {
      drawing.run();
      watching.run();
      line.erase();
    };
  }

  /** The line of one statement. */
  private final class Line {
    private final long begun = nanoTime.getAsLong();
    private boolean drawn;
    private boolean over;

    synchronized void draw() {
      if (!over) {
        String text = text();
        int width = terminal.getWidth() > 1 ? terminal.getWidth() - 1 : text.length();
        clear();
        terminal.writer().print(text.substring(0, Math.min(width, text.length())));
        terminal.flush();
        drawn = true;
      }
    }

    private String text() {
      long now = nanoTime.getAsLong();
      String time = Elapsed.text(Duration.ofNanos(now - begun));
      return refreshes.text(now).map(of -> of + ", ").orElse("") + time + ", Ctrl-C ends it";
    }

    synchronized void erase() {
      over = true;
      if (drawn) {
        clear();
        terminal.flush();
      }
    }

    private void clear() {
      terminal.puts(Capability.carriage_return);
      terminal.puts(Capability.clr_eol);
    }
  }
}
