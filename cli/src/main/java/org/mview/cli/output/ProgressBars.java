package org.mview.cli.output;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Bars on the standard error output, which goes to a terminal. */
final class ProgressBars implements Progress {
  private static final int WIDTH = 100;
  private static final int REDRAWN_EVERY_MILLIS = 100;

  private final PrintStream err =
      new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);

  @Override
  public Task begin(String title, long steps) {
    return new Bar(
        new ProgressBarBuilder()
            .setTaskName(title)
            .setInitialMax(steps)
            .setStyle(ProgressBarStyle.UNICODE_BLOCK)
            .setUpdateIntervalMillis(REDRAWN_EVERY_MILLIS)
            .setConsumer(new ConsoleProgressBarConsumer(err, WIDTH))
            .build());
  }

  private record Bar(ProgressBar bar) implements Task {
    @Override
    public void done(long steps) {
      bar.stepBy(steps);
    }

    @Override
    public void note(String what) {
      bar.setExtraMessage(what);
    }

    /** An estimate of the steps may have been a little off; what has ended is shown as whole. */
    @Override
    public void close() {
      bar.maxHint(bar.getCurrent());
      bar.setExtraMessage("");
      bar.close();
    }
  }
}
