package org.mview.schedule;

import java.sql.SQLException;
import java.time.Duration;
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

  /** So long a job that is stopped may take to undo what it has done. */
  private static final Duration UNDOING = Duration.ofSeconds(10);

  /** Who is stopped between two statements goes on, and is stopped again. */
  private static final Duration BETWEEN_STOPS = Duration.ofMillis(100);

  private final ScheduledExecutorService executor;

  /** Not the workers': leases are renewed for as long as a job runs, also when no other begins. */
  private final ScheduledExecutorService renewals;

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
    this.executor = Executors.newScheduledThreadPool(threads, factory);
    this.renewals = Executors.newScheduledThreadPool(1, factory);
    this.wanted = wanted;
  }

  /**
   * Starts one.
   *
   * @param threads how many jobs it runs at a time
   * @param wanted whether it is to go on; asked each second
   */
  public static Scheduler start(Source source, int threads, BooleanSupplier wanted) {
    return start(source, threads, wanted, Worker.PATIENCE);
  }

  /**
   * Starts one with leases of another length.
   *
   * @param patience whole seconds
   */
  static Scheduler start(Source source, int threads, BooleanSupplier wanted, Duration patience) {
    Scheduler scheduler = new Scheduler(threads, wanted);
    for (int i = 0; i < threads; i++) {
      Worker worker = new Worker(source, scheduler.renewals, patience);
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
      while (!hasEnded(Duration.ofDays(1))) {
        // as long as it takes: somebody waits for this
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Takes no more jobs, waits for those that run, and stops those that take longer: what they have
   * done is undone, and they are given back.
   *
   * @param grace how long they may take
   * @return whether all have ended; if not, the database undoes one, and its lease runs out
   */
  public boolean close(Duration grace) {
    executor.shutdown();
    try {
      boolean ended = hasEnded(grace);
      long last = System.nanoTime() + UNDOING.toNanos();
      while (!ended && System.nanoTime() < last) {
        stopWorkers();
        ended = hasEnded(BETWEEN_STOPS);
      }
      return ended;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private boolean hasEnded(Duration patience) throws InterruptedException {
    boolean ended = executor.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
    if (ended) {
      closeWorkers();
    }
    return ended;
  }

  private void stopWorkers() {
    for (Worker worker : workers) {
      try {
        worker.stop();
      } catch (SQLException | RuntimeException e) {
        LOG.warn("a job was not stopped", e);
      }
    }
  }

  private void closeWorkers() {
    renewals.shutdown();
    for (Worker worker : workers) {
      try {
        worker.close();
      } catch (SQLException e) {
        LOG.warn("a connection was not closed", e);
      }
    }
  }
}
