package org.mview.command;

import static org.mview.error.MViewError.INTERVAL_NOT_IN_FUTURE;

import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.mview.catalog.Job;
import org.mview.date.DateExpression;

/** When something is to be done next, by expressions that are worked out now. */
final class Times {
  private final Instant now;
  private final ZoneId zone;

  private Times(Instant now, ZoneId zone) {
    this.now = now;
    this.zone = zone;
  }

  /** By the clock, in the zone of this connection. */
  static Times of(Work work) throws SQLException {
    return new Times(work.now(), work.zone());
  }

  /** By the clock, in the zone in which a job was given its times. */
  static Times of(Work work, Job job) throws SQLException {
    return new Times(work.now(), job.zone());
  }

  Instant now() {
    return now;
  }

  ZoneId zone() {
    return zone;
  }

  /** A time that may have passed: what is due then is due at once. */
  Optional<Instant> start(String expression) {
    return DateExpression.of(expression).at(now, zone);
  }

  /**
   * The time of the next run; empty when there is none.
   *
   * @throws org.mview.error.MViewException INTERVAL_NOT_IN_FUTURE, when it is not in the future
   */
  Optional<Instant> next(Optional<String> interval) {
    if (interval.isEmpty()) {
      return Optional.empty();
    }
    Optional<Instant> next = DateExpression.of(interval.get()).at(now, zone);
    if (next.filter(time -> !time.isAfter(now)).isPresent()) {
      throw INTERVAL_NOT_IN_FUTURE.of(interval.get());
    }
    return next;
  }
}
