package org.mview.cli.shell;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Calls somebody each second, until that is ended. */
@FunctionalInterface
interface Ticks {
  /** Begins, a second from now; answers what ends it. */
  Runnable call(Runnable task);

  /** Those of an executor; a call that takes long delays only its own next one. */
  static Ticks of(ScheduledExecutorService executor) {
    return task -> {
      ScheduledFuture<?> calls = executor.scheduleWithFixedDelay(task, 1, 1, TimeUnit.SECONDS);
      return () -> calls.cancel(false);
    };
  }
}
