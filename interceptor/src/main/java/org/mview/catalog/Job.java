package org.mview.catalog;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Work that is done by the clock.
 *
 * @param target the id of the refresh group or of the log
 * @param what the same in words
 * @param first when it was to run first
 * @param next when it is to run next; empty when it is not
 * @param interval an expression that gives the time of the run behind the next; empty when there is
 *     none
 * @param zone whose days and hours the interval means
 * @param failures in a row
 * @param broken whether it is not run any more, because it has failed so often
 */
public record Job(
    long id,
    Kind kind,
    long target,
    String what,
    Optional<Instant> first,
    Optional<Instant> next,
    Optional<String> interval,
    ZoneId zone,
    int failures,
    boolean broken) {
  /** After so many failures in a row it is not tried again. */
  public static final int MOST_FAILURES = 16;

  /** What kind of work it is. */
  public enum Kind {
    /** The refresh of a group. */
    REFRESH,
    /** The purge of a log. */
    PURGE
  }

  /** The same, at other times. */
  public Job with(Optional<Instant> otherNext, Optional<String> otherInterval, ZoneId otherZone) {
    return new Job(
        id, kind, target, what, first, otherNext, otherInterval, otherZone, failures, broken);
  }

  /** The same, without failures. */
  public Job mended() {
    return new Job(id, kind, target, what, first, next, interval, zone, 0, false);
  }

  /** The same, which is not run before somebody says so. */
  public Job withBroken(boolean other) {
    return new Job(
        id, kind, target, what, first, next, interval, zone, other ? failures : 0, other);
  }
}
