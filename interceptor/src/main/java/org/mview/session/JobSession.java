package org.mview.session;

import static org.mview.error.MViewError.NOT_SUPPORTED;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mview.catalog.Job;
import org.mview.catalog.JobRows;
import org.mview.catalog.Lease;
import org.mview.catalog.Registry;
import org.mview.command.Options;
import org.mview.command.RunJob;
import org.mview.command.Warnings;
import org.mview.database.Database;
import org.mview.dialect.Capability;

/** A session in which jobs run, on a connection of its own. */
public final class JobSession implements AutoCloseable {
  private final Connection real;
  private final Database database;
  private final LiveSession session;
  private final Options options;
  private final JobRows jobs;
  private volatile @Nullable RunningJob running;

  private JobSession(Connection real, Database database, LiveSession session, Options options) {
    this.real = real;
    this.database = database;
    this.session = session;
    this.options = options;
    this.jobs = new Registry(database).jobs();
  }

  /**
   * Opens one.
   *
   * @param real a connection of the real driver, in autocommit; it is closed with the session
   */
  static JobSession of(Connection real, Database database, LiveSession session, Options options)
      throws SQLException {
    if (database.identity().isEmpty()) {
      throw NOT_SUPPORTED.of(
          "mview.scheduler on a database of one connection", "use a database in a file");
    }
    return new JobSession(real, database, session, options);
  }

  /** A name that no other session of the database has, by which it holds jobs. */
  public String newOwner() throws SQLException {
    return session.transactions(new Warnings()).run(work -> work.newOwner());
  }

  /**
   * Takes a job that is due, if there is one.
   *
   * @param patience for how long nobody else may take it
   */
  public Optional<Job> take(String owner, Duration patience) throws SQLException {
    Instant now = now();
    for (Job job : jobs.due(now)) {
      if (jobs.take(job, new Lease(owner, now.plus(patience)), now)) {
        return Optional.of(job);
      }
    }
    return Optional.empty();
  }

  /** Whether a job is due that nobody runs. */
  public boolean hasDue() throws SQLException {
    return !jobs.due(now()).isEmpty();
  }

  private Instant now() throws SQLException {
    return options.clock().isPresent()
        ? options.clock().get().instant().truncatedTo(ChronoUnit.SECONDS)
        : database.now();
  }

  /**
   * Runs a job that has been taken. When it fails, it is tried again later; the failure is thrown.
   *
   * @return false when it was stopped: then nothing is changed, and anyone may take it
   */
  public boolean run(Job job, String owner) throws SQLException {
    RunJob run = new RunJob(session.transactions(new Warnings()));
    RunningJob now = new RunningJob(job, session);
    running = now;
    try {
      run.run(job, owner);
      return true;
    } catch (SQLException | RuntimeException e) {
      if (now.end()) {
        run.giveBack(job, owner);
        return false;
      }
      run.failed(job, owner, e);
      throw e;
    } finally {
      now.end();
      running = null;
    }
  }

  /**
   * Keeps a job that another session runs.
   *
   * @return false when it has been taken over
   */
  public boolean renew(Job job, String owner, Duration patience) throws SQLException {
    return jobs.renew(job.id(), new Lease(owner, now().plus(patience)));
  }

  /** Whether somebody else may write while a job runs, and could therefore take it over. */
  public boolean needsRenewal() {
    return !database.dialect().can(Capability.SINGLE_WRITER);
  }

  /** Stops the job that runs, if it is between its first and its last step; from any thread. */
  public void stop() throws SQLException {
    RunningJob now = running;
    if (now != null) {
      now.stop();
    }
  }

  /** The same, if it is this one that runs. */
  public void stop(Job job) throws SQLException {
    RunningJob now = running;
    if (now != null && now.isOf(job)) {
      now.stop();
    }
  }

  @Override
  public void close() throws SQLException {
    session.close();
    real.close();
  }
}
