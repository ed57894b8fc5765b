package org.mview.command;

import java.sql.SQLException;
import java.util.Optional;
import org.mview.catalog.Job;
import org.mview.catalog.LogEntry;
import org.mview.statement.LogPurge;
import org.mview.statement.SourceText;

/** PURGE START WITH and NEXT of a log: a job. */
final class PurgeSchedule {
  private static final String PURGED_ANYWAY =
      "a refresh purges what all views have read; the schedule purges what no view reads";

  private final Work work;
  private final Schedule schedule;

  PurgeSchedule(Work work, LogEntry log) {
    this.work = work;
    String what = "purge of the log on " + log.log().master().name();
    this.schedule = new Schedule(work, Job.Kind.PURGE, log.log().id(), what);
  }

  /** Fails when the times cannot be worked out, before anything is made. */
  static void check(Work work, LogPurge.Scheduled purge) throws SQLException {
    Times times = Times.of(work);
    purge.startWith().map(SourceText::text).ifPresent(times::start);
    times.next(next(purge));
  }

  /** NEXT; or an interval, which is the time from one run to the next. */
  private static Optional<String> next(LogPurge.Scheduled purge) {
    return purge
        .next()
        .map(SourceText::text)
        .or(() -> purge.interval().map(interval -> "SYSDATE + " + interval.text()));
  }

  void set(LogPurge.Scheduled purge) throws SQLException {
    work.warnings().add(PURGED_ANYWAY);
    schedule.set(purge.startWith().map(SourceText::text), next(purge));
  }

  void remove() throws SQLException {
    schedule.remove();
  }
}
