package org.mview.command;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import org.mview.catalog.RefreshMode;
import org.mview.dialect.Capability;
import org.mview.dialect.Dialect;

/**
 * How a connection is to behave, from the properties of the URL.
 *
 * @param compatibility whose rules hold where Oracle's and ours differ
 * @param autoLog whether change logs are made and widened on demand
 * @param floatSums how sums of approximate numbers are kept
 * @param byTriggers which views triggers may keep
 * @param autoIndex whether indexes are made by which refreshes find rows of the masters
 * @param scheduler whether this process runs the refreshes that are due by the clock
 * @param zone whose days and hours date expressions mean
 * @param clock tells the time instead of the clock of the database; empty but in tests
 */
public record Options(
    Compatibility compatibility,
    boolean autoLog,
    FloatSums floatSums,
    ByTriggers byTriggers,
    boolean autoIndex,
    boolean scheduler,
    ZoneId zone,
    Optional<InstantSource> clock) {
  /** What holds when nothing is said. */
  public static final Options DEFAULT =
      new Options(Compatibility.EXTENDED, true, FloatSums.RECOMPUTE, ByTriggers.AUTO, false);

  /** Options of a connection that runs no refreshes by the clock. */
  public Options(
      Compatibility compatibility,
      boolean autoLog,
      FloatSums floatSums,
      ByTriggers byTriggers,
      boolean autoIndex) {
    this(
        compatibility,
        autoLog,
        floatSums,
        byTriggers,
        autoIndex,
        false,
        ZoneId.of("UTC"),
        Optional.empty());
  }

  public Options {
    byTriggers = compatibility == Compatibility.ORACLE ? ByTriggers.FALSE : byTriggers;
  }

  /**
   * The same, for date expressions.
   *
   * @param runs whether this process runs the refreshes that are due
   */
  public Options with(boolean runs, ZoneId otherZone, Optional<InstantSource> otherClock) {
    return new Options(
        compatibility, autoLog, floatSums, byTriggers, autoIndex, runs, otherZone, otherClock);
  }

  /** Whether triggers may keep a view of this mode, where they can. */
  boolean keepsByTriggers(RefreshMode mode, Dialect dialect) {
    return switch (byTriggers) {
      case AUTO -> mode == RefreshMode.STATEMENT || !dialect.can(Capability.MERGES_EXACTLY);
      case TRUE -> true;
      case FALSE -> false;
    };
  }

  /** Whose rules hold. */
  public enum Compatibility {
    /** Ours: nothing is silently suspended, no COUNT columns are asked for. */
    EXTENDED,
    /** The manual's restrictions and error numbers. */
    ORACLE
  }

  /**
   * Which views triggers may keep. Those change before the commit for the transaction that makes
   * them change; in Oracle they do not.
   */
  public enum ByTriggers {
    /** All where one transaction writes at a time, those ON STATEMENT where others would wait. */
    AUTO,
    /** All. */
    TRUE,
    /** None. */
    FALSE
  }

  /** How sums of approximate numbers are kept. */
  public enum FloatSums {
    /** A group that changed is summed anew. */
    RECOMPUTE,
    /** The change is added, and rounding errors with it. */
    ADDITIVE
  }
}
