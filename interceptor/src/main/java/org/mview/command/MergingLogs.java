package org.mview.command;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.mview.catalog.LogEntry;
import org.mview.database.Database;
import org.mview.database.Savepoint;
import org.mview.dialect.Capability;
import org.mview.dialect.Dialect;
import org.mview.dialect.Functions;
import org.mview.refresh.CompiledView;
import org.mview.refresh.Trial;

/**
 * Which logs need not be written, as the triggers can merge every change into all views that read
 * them: those are kept ON COMMIT, and nothing waits for their final state.
 */
final class MergingLogs {
  private final Work work;
  private final MergingTriggers triggers;

  MergingLogs(Work work) {
    this.work = work;
    this.triggers = new MergingTriggers(work);
  }

  /**
   * A log whose triggers are to be made anew.
   *
   * @param views those into which they are to merge; empty if they are to write all that changes
   */
  private record Change(LogEntry log, List<CompiledView> views) {}

  /** Makes the triggers of each log merge, or write all that changes, as its readers ask for. */
  void arrange() throws SQLException {
    boolean changed = false;
    for (Change change : changes()) {
      changed |= isCarriedOut(change);
    }
    if (changed) {
      work.reload();
    }
    List<LogEntry> marking = marking();
    for (LogEntry log : marking) {
      work.triggers().mark(log);
    }
    if (!marking.isEmpty()) {
      work.reload();
    }
  }

  private boolean isCarriedOut(Change change) throws SQLException {
    if (change.views().isEmpty()) {
      work.triggers().logAll(change.log());
      return true;
    }
    if (work.database().dialect().can(Capability.MERGES_EXACTLY) && !isTaken(change)) {
      return false;
    }
    if (!work.database().dialect().can(Capability.TRANSACTIONAL_DDL)) {
      return triggers.mergeIfNothingIsLogged(change.log(), change.views());
    }
    triggers.keepWritersOut(change.log(), change.views());
    if (!new MergedViews(work).isEmpty(change.log())) {
      return false; // it was logged while others were waited for, and is not in the views
    }
    triggers.merge(change.log(), change.views());
    return true;
  }

  /**
   * Whether the triggers of all logs are as their readers ask for; nothing is written. If not, it
   * may turn out that they cannot be.
   */
  boolean isArranged() throws SQLException {
    return changes().isEmpty() && marking().isEmpty();
  }

  /** All logs, the oldest first. */
  private List<LogEntry> logs() {
    return work.catalog().logs().values().stream()
        .sorted(Comparator.comparing(entry -> entry.log().id()))
        .toList();
  }

  /** The logs whose triggers put marks for nobody, or do not where others rely on them. */
  private List<LogEntry> marking() {
    return logs().stream()
        .filter(log -> log.intact() && log.marking() != work.catalog().isReliedOn(log))
        .toList();
  }

  private List<Change> changes() throws SQLException {
    List<Change> changes = new ArrayList<>();
    Dialect dialect = work.database().dialect();
    if (!dialect.can(Capability.MERGES_BY_TRIGGERS) || dialect.can(Capability.MANY_NODES)) {
      return changes; // a lock keeps the writers of one node out
    }
    for (LogEntry log : logs()) {
      List<CompiledView> views = log.intact() ? new MergedViews(work).of(log).views() : List.of();
      if (log.intact() && log.merging() == views.isEmpty()) {
        changes.add(new Change(log, views));
      }
    }
    return changes;
  }

  /** Whether the database takes the statements where triggers run, and they mean the same. */
  private boolean isTaken(Change change) throws SQLException {
    Database database = work.database();
    if (!triggers.sees(change.log()) || !new GroupKeys(work).canBe(change.views())) {
      return false;
    }
    List<String> statements = triggers.trial(change.log(), change.views());
    Savepoint before = Savepoint.set(database, "mview$trial");
    boolean taken = true;
    try {
      for (CompiledView view : change.views()) {
        String query = database.text(view.content());
        Functions functions = database.dialect().functions();
        taken &= functions.meansTheSameInTriggers(database.connection(), query, statements);
      }
      before.release();
    } catch (SQLException e) {
      before.undo(e);
      Trial.against(e);
      taken = false;
    }
    return taken;
  }
}
