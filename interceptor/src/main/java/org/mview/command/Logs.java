package org.mview.command;

import static org.mview.error.MViewError.CHANGE_LOG_MISSING;
import static org.mview.error.MViewError.CHANGE_LOG_NOT_POSSIBLE;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mview.capture.ChangeLog;
import org.mview.capture.trigger.TriggerCapture;
import org.mview.catalog.LogEntry;
import org.mview.catalog.Registry;
import org.mview.catalog.View;
import org.mview.database.Database;
import org.mview.delta.Kept;
import org.mview.dialect.TableInfo;
import org.mview.refresh.Masters;
import org.mview.refresh.Readers;
import org.mview.sql.Identifier;
import org.mview.sql.QualifiedName;

/** A log for each master that a view wants to be refreshed from. */
final class Logs {
  private final Work work;
  private final Database database;
  private final Registry registry;
  private final boolean automatic;
  private final TriggerCapture capture;
  private final Notes notes;
  private final LogReaders readers;
  private final LogTriggers triggers;

  Logs(Work work, Notes notes, LogReaders readers, LogTriggers triggers) {
    this.work = work;
    this.database = work.database();
    this.registry = work.registry();
    this.automatic = work.options().autoLog();
    this.capture = new TriggerCapture(database);
    this.notes = notes;
    this.readers = readers;
    this.triggers = triggers;
  }

  /**
   * Makes the logs hold what a view needs, where they may be made on demand.
   *
   * @throws org.mview.error.MViewException CHANGE_LOG_MISSING, where they may not
   */
  void prepare(Kept kept) throws SQLException {
    for (QualifiedName master : Masters.of(kept.content())) {
      Set<Identifier> needed = Masters.columns(kept.content(), master);
      Optional<LogEntry> log = work.catalog().log(master);
      if (log.isPresent()) {
        widen(log.get(), needed);
      } else if (mayCreate(master)) {
        create(master, List.copyOf(needed), Set.of(), List.of(), true);
      } else {
        throw CHANGE_LOG_MISSING.of(master.name());
      }
    }
  }

  /** Refuses a view that wants other logs than there are, and than may be made. */
  void check(Kept kept) {
    for (QualifiedName master : Masters.of(kept.content())) {
      if (!automatic && work.catalog().log(master).isEmpty()) {
        throw CHANGE_LOG_MISSING.of(master.name());
      }
    }
    LogRules.checkKinds(kept.content(), work.catalog());
    if (!automatic) {
      LogRules.checkColumns(kept.content(), work.catalog());
    }
  }

  /** Whether each master of a view has a log, or may get one. */
  boolean canPrepare(Kept kept) {
    return Masters.of(kept.content()).stream()
        .allMatch(m -> mayCreate(m) || work.catalog().log(m).isPresent());
  }

  /** The log of an inner view is nobody's to ask for. */
  private boolean mayCreate(QualifiedName master) {
    return automatic || work.catalog().viewIn(master).filter(View::isInner).isPresent();
  }

  private void widen(LogEntry entry, Set<Identifier> needed) throws SQLException {
    List<Identifier> added =
        needed.stream().filter(column -> !entry.log().columns().contains(column)).toList();
    if (!added.isEmpty()) {
      triggers.leaveIfMissed(entry);
      if (entry.merging()) {
        triggers.stopMerging(entry);
      }
      boolean marks = work.catalog().isReliedOn(entry);
      ChangeLog wider = capture.widen(work.table(entry.log().master()), entry.log(), added, marks);
      registry
          .logs()
          .update(LogEntry.of(wider, entry.options(), entry.listed(), entry.automatic()));
      registry.logs().captured(wider, false);
      work.reload();
    }
  }

  /** Makes a log. */
  LogEntry create(
      QualifiedName master,
      List<Identifier> columns,
      Set<LogEntry.Option> options,
      List<Identifier> listed,
      boolean onDemand)
      throws SQLException {
    TableInfo table = work.table(master);
    if (table.kind() == TableInfo.Kind.CASCADED) {
      throw CHANGE_LOG_NOT_POSSIBLE.of(
          master, "a foreign key of its own changes rows of it, which fires no triggers");
    } else if (table.kind() == TableInfo.Kind.MISREPORTED) {
      throw CHANGE_LOG_NOT_POSSIBLE.of(
          master,
          "its triggers hear of rows that UPDATE IGNORE leaves as they were: give it a primary key");
    } else if (table.kind() == TableInfo.Kind.PARTITIONED) {
      new PartedTable(table, database).learn();
    } else if (table.kind() != TableInfo.Kind.TABLE) {
      throw CHANGE_LOG_NOT_POSSIBLE.of(master, "it is not an ordinary table of this database");
    }
    if (table.rowIdentity().isEmpty()) {
      throw CHANGE_LOG_NOT_POSSIBLE.of(master, "all names of its row id are names of columns");
    }
    ChangeLog log = new ChangeLog(registry.newId(), table.name(), newName(table.name()), columns);
    capture.create(table, log);
    LogEntry entry = LogEntry.of(log, options, listed, onDemand);
    registry.logs().add(entry);
    registry.logs().captured(log, false);
    work.reload();
    registry.refreshDictionary();
    return entry;
  }

  /** A log becomes what its author asks for, and stays until somebody drops it. */
  void adopt(
      LogEntry entry,
      Set<Identifier> columns,
      Set<LogEntry.Option> options,
      List<Identifier> listed)
      throws SQLException {
    widen(entry, columns);
    LogEntry wide = work.catalog().log(entry.log().master()).orElseThrow();
    registry.logs().update(LogEntry.of(wide.log(), options, listed, false));
    work.reload();
  }

  /** Deletes what no view needs, and enters how much that was. */
  void purge(LogEntry entry) throws SQLException {
    long rows = Readers.of(database).purgeUnread(entry.log());
    registry.logs().purged(entry, work.now(), rows);
  }

  /** Removes a log, with the registration of its readers, who have to do without it. */
  void drop(LogEntry entry) throws SQLException {
    List<View> views = work.catalog().readersOf(entry);
    notes.watchBefore(views);
    triggers.suspendIfThere(
        entry); // then: who writes now is waited for, and what they wrote is pending
    notes.watchBehind(views);
    Set<Long> pending = registry.pending();
    boolean isGone = database.table(entry.log().master()).isEmpty();
    for (View view : views) {
      readers.unread(view, isGone || readers.isPending(view, pending));
    }
    new PurgeSchedule(work, entry).remove();
    registry.logs().remove(entry);
    registry.refreshDictionary(); // reads the log no more
    capture.drop(entry.log());
    work.reload();
  }

  private QualifiedName newName(QualifiedName master) throws SQLException {
    String base =
        work.catalog()
            .viewIn(master)
            .map(view -> view.name().name().text())
            .orElse(master.name().text());
    return new FreeNames(database).of("MLOG$_" + base);
  }
}
