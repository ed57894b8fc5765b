package org.mview.command;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.mview.capture.ChangeLog;
import org.mview.capture.trigger.TriggerCapture;
import org.mview.catalog.LogEntry;
import org.mview.catalog.Registry;
import org.mview.catalog.View;
import org.mview.database.Database;
import org.mview.dialect.Capability;
import org.mview.dialect.TableInfo;
import org.mview.refresh.CompiledView;
import org.mview.sql.Identifier;
import org.mview.sql.QualifiedName;

/**
 * The triggers that fill logs: taken away while their tables are being changed, given again, and
 * made to merge what changes into views instead.
 */
final class LogTriggers {
  private final Work work;
  private final Database database;
  private final Registry registry;
  private final Notes notes;
  private final LogReaders readers;
  private final TriggerCapture capture;

  LogTriggers(Work work, Notes notes, LogReaders readers) {
    this.work = work;
    this.database = work.database();
    this.registry = work.registry();
    this.notes = notes;
    this.readers = readers;
    this.capture = new TriggerCapture(database);
  }

  /** Takes the triggers of a log away while its master is being changed. */
  void suspend(LogEntry entry) throws SQLException {
    suspend(work.table(entry.log().master()), entry);
  }

  /** The same, if the master is still there. */
  void suspendIfThere(LogEntry entry) throws SQLException {
    Optional<TableInfo> master = database.table(entry.log().master());
    if (master.isPresent()) {
      suspend(master.get(), entry);
    }
  }

  /** The same of those logs that go with the view that reads them. */
  void suspendExclusive(List<LogEntry> logs) throws SQLException {
    for (LogEntry log : logs) {
      if (log.automatic() && work.catalog().isExclusive(log)) {
        suspendIfThere(log); // before the log is locked, for which those wait who have changed it
      }
    }
  }

  private void suspend(TableInfo master, LogEntry entry) throws SQLException {
    capture.suspend(master, entry.log());
    if (entry.merging()) {
      for (View view : work.catalog().readersOf(entry)) {
        if (registry.marks().isDoubtful(view)) {
          readers.forget(view); // no refresh from its logs would make it exact
        }
      }
    }
  }

  /** Makes the triggers of a log put a mark before rows change, if others rely on it. */
  void mark(LogEntry entry) throws SQLException {
    capture.restore(
        work.table(entry.log().master()), entry.log(), work.catalog().isReliedOn(entry));
    registry.logs().captured(entry.log(), false);
  }

  /** The same, and whoever reads it is filled again, where it has missed something by now. */
  void resume(LogEntry entry) throws SQLException {
    leaveIfMissed(entry);
    restore(entry);
  }

  /** A view was compiled anew: the logs that it reads hold what it needs, by triggers that work. */
  void restore(CompiledView compiled) throws SQLException {
    for (LogEntry log : work.catalog().logsOf(compiled.view())) {
      resume(log);
    }
  }

  /**
   * Gives a log its triggers again, which has been told what has come and gone with parts of its
   * master. What it has missed before stays missed.
   */
  void resumeMoved(LogEntry entry) throws SQLException {
    restore(entry);
    if (!entry.intact()) {
      readers.missed(entry);
    }
  }

  /** Before its triggers are made anew: it must not look as if they had always been there. */
  void leaveIfMissed(LogEntry entry) throws SQLException {
    if (!entry.intact() || registry.logs().hasMoved(entry.log())) {
      readers.leave(entry);
      notes.noteChange(entry.log().master());
      work.reload();
    }
  }

  /** Gives a log its triggers again, for those of its columns that the master still has. */
  void restore(LogEntry entry) throws SQLException {
    TableInfo master = work.table(entry.log().master());
    List<Identifier> left =
        entry.log().columns().stream()
            .filter(c -> master.table().columns().stream().anyMatch(t -> t.name().equals(c)))
            .toList();
    ChangeLog log =
        new ChangeLog(entry.log().id(), entry.log().master(), entry.log().table(), left);
    capture.restore(master, log, work.catalog().isReliedOn(entry));
    if (left.size() < entry.log().columns().size()) {
      List<Identifier> listed = entry.listed().stream().filter(left::contains).toList();
      registry.logs().update(LogEntry.of(log, entry.options(), listed, entry.automatic()));
      readers.leave(entry);
    }
    registry.logs().captured(log, false);
    work.reload();
  }

  /**
   * Makes the triggers of a log fire before those of the user. A log that is not intact stays so:
   * it must not look as if it had always been.
   */
  void fireFirst(LogEntry entry) throws SQLException {
    if (entry.intact()) {
      suspend(entry);
      resume(entry);
    }
  }

  /** Logs the rows of a partition, which come to the master of a log or go from it. */
  void movePartition(LogEntry entry, QualifiedName partition, boolean appear) throws SQLException {
    capture.movePartition(work.table(entry.log().master()), entry.log(), partition, appear);
    notes.noteChange(entry.log().master());
  }

  /** Makes a log hold all changes, where its triggers have merged them into views until now. */
  void logAll(LogEntry entry) throws SQLException {
    Optional<LogEntry> now = work.catalog().log(entry.log().master()).filter(this::mayBeMergedNow);
    if (now.isPresent() && database.table(entry.log().master()).isPresent()) {
      stopMerging(now.get());
      resume(now.get());
    }
  }

  /** The same for the logs that a view reads: its container is about to be another table. */
  void logAll(View view) throws SQLException {
    for (LogEntry log : work.catalog().logsOf(view)) {
      logAll(log);
    }
  }

  /** The same for the logs of other tables whose rows are merged with those of this one. */
  void logAllMergingWith(LogEntry entry) throws SQLException {
    for (LogEntry other : work.catalog().mergingWith(entry).toList()) {
      logAll(other);
    }
  }

  /**
   * Whether triggers merge what changes, or some may, of a log that is not intact: where each
   * definition is committed by itself, some may be left of a program that has ended between.
   */
  private boolean mayBeMergedNow(LogEntry log) {
    boolean isGoing = log.automatic() && work.catalog().readersOf(log).isEmpty();
    return log.merging()
        && (log.intact() || !(isGoing || database.dialect().can(Capability.TRANSACTIONAL_DDL)));
  }

  /**
   * Takes triggers away that merge. Where each definition is committed by itself they stay until
   * others are there, while nobody writes; until that is entered, the log is not intact.
   */
  void stopMerging(LogEntry entry) throws SQLException {
    if (database.dialect().can(Capability.TRANSACTIONAL_DDL)) {
      suspend(entry);
    } else {
      registry.logs().changing(entry.log());
    }
  }
}
