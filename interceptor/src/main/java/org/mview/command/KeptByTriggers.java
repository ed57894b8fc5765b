package org.mview.command;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.mview.catalog.LogEntry;
import org.mview.catalog.View;
import org.mview.delta.Reason;
import org.mview.dialect.Capability;
import org.mview.dialect.Dialect;

/**
 * Tells whether triggers keep a view, and if not, the one thing that is to be done away with first.
 */
final class KeptByTriggers {
  private static final Reason NOWHERE = new Reason("triggers keep no view on this database");

  private static final Reason MANY_NODES =
      new Reason("several servers write this database, and a lock of one does not stop the others");

  private static final Reason LOST = new Reason("a log that it reads has lost its triggers");

  private static final Reason NO_LOG = new Reason("it reads no log");

  private static final Reason UNTRIED =
      new Reason(
          "nothing is against it: it begins, if the database takes the statements in a trigger, behind the next one that creates, alters or completely refreshes a view");

  private static final Reason KEYS =
      new Reason("its keys may be NULL, or texts of which several are equal");

  private final Work work;
  private final MergedViews merged;

  KeptByTriggers(Work work) {
    this.work = work;
    this.merged = new MergedViews(work);
  }

  /** Why they do not keep a view; empty if they do. Nothing is tried, and nothing written. */
  Optional<Reason> against(View view) throws SQLException {
    Dialect dialect = work.database().dialect();
    if (!dialect.can(Capability.MERGES_BY_TRIGGERS)) {
      return Optional.of(NOWHERE);
    } else if (dialect.can(Capability.MANY_NODES)) {
      return Optional.of(MANY_NODES);
    }
    List<LogEntry> logs = work.catalog().logsOf(view);
    if (work.catalog().isMerged(view)) {
      return logs.stream().allMatch(LogEntry::intact) ? Optional.empty() : Optional.of(LOST);
    }
    Optional<Reason> declared = merged.declared(view);
    return declared.isPresent()
        ? declared
        : Optional.of(logs.isEmpty() ? NO_LOG : first(view, logs));
  }

  /** What is against the rows of that master which could be merged, or against all of them. */
  private Reason first(View view, List<LogEntry> logs) throws SQLException {
    Optional<Reason> first = Optional.empty();
    for (LogEntry log : logs) {
      Optional<Reason> against = merged.against(view, log.log().master());
      if (against.isEmpty()) {
        return ofReaders(view, log);
      }
      first = first.or(() -> against);
    }
    return first.orElse(UNTRIED);
  }

  private Reason ofReaders(View view, LogEntry log) throws SQLException {
    MergedViews.Readers readers = merged.of(log);
    if (readers.against().isPresent()) {
      Reason reason = readers.against().get();
      return readers
          .about()
          .filter(other -> other.id() != view.id())
          .map(
              other ->
                  new Reason("of %s, which reads the same log: %s".formatted(other.name(), reason)))
          .orElse(reason);
    }
    boolean keyed =
        !work.database().dialect().can(Capability.MERGES_EXACTLY)
            || new GroupKeys(work).canBe(readers.views());
    return keyed ? UNTRIED : KEYS;
  }
}
