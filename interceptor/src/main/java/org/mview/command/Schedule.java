package org.mview.command;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.mview.catalog.Job;

/** The job of something that is done by the clock: made, given other times, taken out. */
final class Schedule {
  private static final String NOBODY =
      "the schedule is kept: ./mview worker runs it, or a connection with mview.scheduler=true";

  private final Work work;
  private final Job.Kind kind;
  private final long target;
  private final String what;

  /**
   * Of one target.
   *
   * @param target the id of a refresh group or of a log
   * @param what is done, in words
   */
  Schedule(Work work, Job.Kind kind, long target, String what) {
    this.work = work;
    this.kind = kind;
    this.target = target;
    this.what = what;
  }

  Optional<Job> job() throws SQLException {
    return work.registry().jobs().of(kind, target);
  }

  /**
   * Gives it times, as START WITH and NEXT say; what they leave open stays as it is. A job that has
   * its next run already keeps that, and works out by the new expression the one behind it.
   *
   * @throws org.mview.error.MViewException INTERVAL_NOT_IN_FUTURE, when NEXT is in the past
   */
  void set(Optional<String> startWith, Optional<String> next) throws SQLException {
    Times times = Times.of(work);
    Optional<Instant> following = times.next(next); // which is checked even if it is not used
    Optional<Instant> start =
        startWith.isPresent() ? times.start(startWith.get()) : Optional.empty();
    Optional<Job> known = job();
    if (known.isPresent() && startWith.isEmpty()) {
      change(known.get().next().or(() -> following), next, times);
    } else {
      change(startWith.isPresent() ? start : following, next, times);
    }
  }

  /** Gives it the time of its next run, and an expression for those behind it, if there is one. */
  void change(Optional<Instant> next, Optional<String> interval, Times times) throws SQLException {
    Optional<Job> known = job();
    if (known.isEmpty()) {
      long id = work.registry().newId();
      work.registry()
          .jobs()
          .add(new Job(id, kind, target, what, next, next, interval, times.zone(), 0, false));
    } else {
      Job job = known.get();
      Job changed =
          interval.isPresent()
              ? job.with(next, interval, times.zone())
              : job.with(next, job.interval(), job.zone());
      work.registry().jobs().update(changed.mended());
    }
    boolean runs =
        work.options().scheduler() && work.database().identity().isPresent(); // else it is alone
    if (!runs) {
      work.warnings().add(NOBODY);
    }
  }

  void remove() throws SQLException {
    Optional<Job> job = job();
    if (job.isPresent()) {
      work.registry().jobs().remove(job.get());
    }
  }
}
