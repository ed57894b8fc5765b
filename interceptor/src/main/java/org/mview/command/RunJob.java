package org.mview.command;

import static org.mview.error.MViewError.JOB_MISSING;
import static org.mview.error.MViewError.JOB_TAKEN_OVER;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.mview.catalog.Job;
import org.mview.catalog.JobRows;
import org.mview.catalog.LogEntry;
import org.mview.catalog.RefreshGroup;
import org.mview.catalog.RefreshRun;
import org.mview.error.MViewException;

/**
 * Does what a job is for. That it is done is entered in the transaction that does it, so that it is
 * done once, whatever happens to who does it.
 */
public final class RunJob {
  private static final Duration FIRST_RETRY = Duration.ofMinutes(1);

  private final Transactions transactions;

  /** Jobs that run in these transactions. */
  public RunJob(Transactions transactions) {
    this.transactions = transactions;
  }

  /**
   * Runs a job that has been taken. When it fails, nothing is changed, and it is still taken.
   *
   * @param owner who has taken it
   * @throws MViewException JOB_TAKEN_OVER, when it is another one's meanwhile
   */
  public void run(Job taken, String owner) throws SQLException {
    measured((work, measures) -> run(work, taken, owner, measures));
  }

  /**
   * A job has been stopped, which is no failure of its own: it is due as it was, for anyone.
   *
   * @throws MViewException JOB_TAKEN_OVER, when it is another one's meanwhile
   */
  public void giveBack(Job taken, String owner) throws SQLException {
    if (!transactions.run(work -> work.registry().jobs().giveBack(taken, owner))) {
      throw gone(taken);
    }
  }

  private static void run(Work work, Job taken, String owner, RefreshMeasures measures)
      throws SQLException {
    Job job = work.registry().jobs().job(taken.id()).orElseThrow(() -> gone(taken));
    Times times = Times.of(work, job);
    Optional<Instant> next = times.next(job.interval());
    double seconds = does(work, job, measures);
    if (!work.registry().jobs().done(job.id(), owner, times.now(), next, seconds)) {
      throw gone(job);
    }
    endIfLast(work, job, next);
  }

  private void measured(RefreshHistory.InOne doing) throws SQLException {
    new RefreshHistory(transactions, RefreshRun.Options.DEFAULT).ofOne(doing);
  }

  private static MViewException gone(Job job) {
    return JOB_TAKEN_OVER.of(job.id());
  }

  private static void endIfLast(Work work, Job job, Optional<Instant> next) throws SQLException {
    if (next.isEmpty()) {
      work.registry().jobs().remove(job);
    }
  }

  private static double does(Work work, Job job, RefreshMeasures measures) throws SQLException {
    long start = System.nanoTime();
    if (job.kind() == Job.Kind.PURGE) {
      purge(work, job);
    } else {
      Optional<RefreshGroup> group =
          work.registry().groups().all().stream().filter(g -> g.id() == job.target()).findFirst();
      if (group.isPresent()) {
        RefreshViews.refresh(work, new Groups(work).members(group.get()), measures);
      }
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private static void purge(Work work, Job job) throws SQLException {
    LogEntry log = work.catalog().log(job.target());
    work.logs().purge(log);
  }

  /**
   * A job has failed: it is tried again, later each time, but not later than it is due anyway.
   *
   * @param failure is told, too, when that cannot be entered; the lease then runs out
   */
  public void failed(Job job, String owner, Exception failure) {
    try {
      transactions.run(
          work -> {
            JobRows jobs = work.registry().jobs();
            Times times = Times.of(work, job);
            Duration patience = FIRST_RETRY.multipliedBy(1L << Math.min(job.failures(), 20));
            Instant retry = times.now().plus(patience);
            Optional<Instant> next = nextOrNever(times, job).filter(retry::isAfter);
            jobs.failed(job, owner, next.orElse(retry), text(failure));
            return true;
          });
    } catch (SQLException | RuntimeException e) {
      failure.addSuppressed(e);
    }
  }

  private static Optional<Instant> nextOrNever(Times times, Job job) {
    try {
      return times.next(job.interval());
    } catch (MViewException e) {
      return Optional.empty(); // perhaps it has failed because of that
    }
  }

  private static String text(Exception failure) {
    String text = String.valueOf(failure.getMessage());
    Throwable cause = failure.getCause();
    return cause == null ? text : text + ": " + cause.getMessage();
  }

  /** Runs a job now, whether it is due, broken, or neither, in the caller's own transaction. */
  void runNow(long id) throws SQLException {
    measured(
        (work, measures) -> {
          Job job = work.registry().jobs().job(id).orElseThrow(() -> JOB_MISSING.of(id));
          Times times = Times.of(work, job);
          Optional<Instant> next = times.next(job.interval());
          does(work, job, measures);
          work.registry().jobs().update(job.with(next, job.interval(), job.zone()).mended());
          endIfLast(work, job, next);
        });
  }
}
