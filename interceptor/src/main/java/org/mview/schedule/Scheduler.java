package org.mview.schedule;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.mview.database.Log;

/** Looks each second whether something is due, and runs it, until it is closed. */
public final class Scheduler implements AutoCloseable {
  private static final Log LOG = Log.of(Scheduler.class);

  private final ScheduledExecutorService executor;
  private final List<Worker> workers = new ArrayList<>();
  private final BooleanSupplier wanted;

  /** Whether the database was there when it was looked at last: what is wrong is said once. */
  private volatile boolean answers = true;

  private Scheduler(int threads, BooleanSupplier wanted) {
    ThreadFactory factory =
        task -> {
          Thread thread = Executors.defaultThreadFactory().newThread(task);
          thread.setName("mview-scheduler");
          thread.setDaemon(true);
          return thread;
        };
    this.executor = Executors.newScheduledThreadPool(threads + 1, factory); // one renews leases
    this.wanted = wanted;
  }

  /**
   * Starts one.
   *
   * @param threads how many jobs it runs at a time
   * @param wanted whether it is to go on; asked each second
   */
  public static Scheduler start(Source source, int threads, BooleanSupplier wanted) {
    Scheduler scheduler = new Scheduler(threads, wanted);
    for (int i = 0; i < threads; i++) {
      Worker worker = new Worker(source, scheduler.executor);
      scheduler.workers.add(worker);
      var unused =
          scheduler.executor.scheduleWithFixedDelay(
              () -> scheduler.look(worker), 0, 1, TimeUnit.SECONDS);
    }
    return scheduler;
  }

  private void look(Worker worker) {
    if (!wanted.getAsBoolean()) {
      executor.shutdown();
      closeWorkers();
    }
    if (executor.isShutdown()) {
      return;
    }
    try {
      worker.runDue(() -> !executor.isShutdown());
      answers = true;
    } catch (SQLException | RuntimeException e) {
      if (answers) {
        LOG.warn("jobs do not run for now", e);
      }
      answers = false;
    }
  }

  /** Takes no more jobs, and waits until what runs is done. */
  @Override
  public void close() {
    executor.shutdown();
    try {
      boolean done = executor.awaitTermination(1, TimeUnit.DAYS);
      if (done) {
        closeWorkers();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void closeWorkers() {
    for (Worker worker : workers) {
      try {
        worker.close();
      } catch (SQLException e) {
        LOG.warn("a connection was not closed", e);
      }
    }
  }
}
