package org.mview.cli.output;

import org.jline.terminal.spi.SystemStream;

/** Shows that work goes on, and how much of it is left. */
public interface Progress {
  /** Nobody is looking. */
  Progress HIDDEN = (title, steps) -> new HiddenTask();

  /** Bars where the standard error output goes to a terminal. */
  static Progress toTerminal() {
    return Terminals.isTerminal(SystemStream.Error) ? new ProgressBars() : HIDDEN;
  }

  /** A task begins; it is closed when it ends, also by an error. */
  Task begin(String title, long steps);

  /** One piece of work. */
  interface Task extends AutoCloseable {
    /** So many more steps are done. */
    void done(long steps);

    /** What is being done now. */
    void note(String what);

    @Override
    void close();
  }

  /** Shows nothing. */
  final class HiddenTask implements Task {
    private HiddenTask() {}

    @Override
    public void done(long steps) {}

    @Override
    public void note(String what) {}

    @Override
    public void close() {}
  }
}
