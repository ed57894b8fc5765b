package org.mview.schedule;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.mview.catalog.Job;
import org.mview.database.Log;
import org.mview.session.JobSession;

/** Renews leases while jobs run, each time on a session of its own. */
final class Renewals {
  private static final Log LOG = Log.of(Renewals.class);

  /** Twice it may fail before the lease has run out. */
  private static final int EACH = 3;

  private final Source source;
  private final ScheduledExecutorService executor;
  private final Duration patience;

  /**
   * Renews leases of this length.
   *
   * @param executor goes on until the last job has ended
   */
  Renewals(Source source, ScheduledExecutorService executor, Duration patience) {
    this.source = source;
    this.executor = executor;
    this.patience = patience;
  }

  /**
   * Begins to renew the lease of a job; who has lost it is stopped.
   *
   * @return what ends it
   */
  Runnable begin(JobSession session, Job job, String owner) {
    if (!session.needsRenewal()) {
      return () -> {}; // it writes alone: nobody could take the job before it is done
    }
    long each = patience.dividedBy(EACH).toMillis();
    ScheduledFuture<?> renewal =
        executor.scheduleWithFixedDelay(
            () -> renew(session, job, owner), each, each, TimeUnit.MILLISECONDS);
    return () -> renewal.cancel(false);
  }

  void renew(JobSession session, Job job, String owner) {
    try (JobSession other = source.open()) {
      if (!other.renew(job, owner, patience)) {
        session.stop(job);
      }
    } catch (SQLException | RuntimeException e) {
      LOG.warn("the lease of job %s is not renewed".formatted(job.id()), e);
    }
  }
}
