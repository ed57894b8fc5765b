package org.mview.schedule;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.mview.catalog.Job;
import org.mview.database.Log;
import org.mview.session.JobSession;

/**
 * Runs jobs, one after the other, on a session that it keeps. For as long as one runs, its lease is
 * renewed from another thread: a worker that is gone holds it no longer than that.
 */
public final class Worker implements AutoCloseable {
  /** So long a job stays with a worker that is not heard of. */
  static final Duration PATIENCE = Duration.ofMinutes(1);

  private static final Log LOG = Log.of(Worker.class);

  private final Source source;
  private final Renewals renewals;
  private final Duration patience;
  private volatile @Nullable JobSession session;
  private String owner = "";

  /**
   * A worker.
   *
   * @param renewals what renews leases while jobs run
   */
  public Worker(Source source, ScheduledExecutorService renewals) {
    this(source, renewals, PATIENCE);
  }

  /**
   * One with leases of another length.
   *
   * @param patience whole seconds
   */
  Worker(Source source, ScheduledExecutorService renewals, Duration patience) {
    this.source = source;
    this.renewals = new Renewals(source, renewals, patience);
    this.patience = patience;
  }

  /**
   * Runs everything that is due, and what becomes due meanwhile.
   *
   * @param goesOn whether to take another job
   * @throws SQLException when the database does not answer, or not as it should
   */
  public synchronized Report runDue(BooleanSupplier goesOn) throws SQLException {
    Report report = Report.NOTHING;
    try {
      JobSession open = open();
      while (goesOn.getAsBoolean() && open.hasDue()) {
        if (owner.isEmpty()) {
          owner = open.newOwner();
        }
        Optional<Job> job = open.take(owner, patience);
        if (job.isEmpty()) {
          break;
        }
        report = report.plus(run(open, job.get()));
      }
      return report;
    } catch (SQLException | RuntimeException e) {
      close();
      throw e;
    }
  }

  private JobSession open() throws SQLException {
    JobSession open = session;
    if (open == null) {
      open = source.open();
      session = open;
    }
    return open;
  }

  private Report run(JobSession open, Job job) {
    Runnable end = renewals.begin(open, job, owner);
    try {
      return open.run(job, owner) ? new Report(1, 0) : Report.NOTHING;
    } catch (SQLException | RuntimeException e) {
      LOG.warn("job %s failed: %s".formatted(job.id(), job.what()), e);
      return new Report(0, 1);
    } finally {
      end.run();
    }
  }

  /** Stops the job that runs, which is undone and given back; from any thread. */
  void stop() throws SQLException {
    JobSession open = session;
    if (open != null) {
      open.stop();
    }
  }

  @Override
  public synchronized void close() throws SQLException {
    JobSession open = session;
    session = null;
    if (open != null) {
      open.close();
    }
  }
}
