package org.mview.command;

import java.sql.SQLException;
import java.util.Set;
import org.mview.catalog.LogEntry;
import org.mview.catalog.Registry;
import org.mview.catalog.View;
import org.mview.database.Database;
import org.mview.refresh.Readers;

/** Who reads which log, when they are to read less than before. */
final class LogReaders {
  private final Work work;
  private final Database database;
  private final Registry registry;
  private final Notes notes;

  LogReaders(Work work, Notes notes) {
    this.work = work;
    this.database = work.database();
    this.registry = work.registry();
    this.notes = notes;
  }

  /** What is pending for a view is dropped. */
  void skip(View view) throws SQLException {
    for (LogEntry log : work.catalog().logsOf(view)) {
      Readers.of(database).subscribe(view, log.log());
    }
    registry.notes().untouched(view);
  }

  /** A view reads no log any more, and is stale if it missed something. */
  void unread(View view, boolean isStale) throws SQLException {
    for (LogEntry log : work.catalog().logsOf(view)) {
      Readers.of(database).unsubscribe(view.id(), log.log());
    }
    if (isStale) {
      registry.notes().touched(view.id());
    }
  }

  /** What is pending for a part of a user's view is known of the whole only. */
  boolean isPending(View view, Set<Long> pending) {
    return pending.contains(work.catalog().outermost(view).id());
  }

  /**
   * A view does without logs until it is filled again. What others write just now may be in no log
   * that it reads, so that it is stale.
   */
  void forget(View view) throws SQLException {
    leaveAll(view, true);
  }

  /**
   * The readers of a log that holds less than before read no log any more, until they are filled
   * again, and only know whether a master has changed.
   */
  void leave(LogEntry entry) throws SQLException {
    for (View view : work.catalog().readersOf(entry)) {
      forget(view);
    }
  }

  /** The other readers of a log have missed what it has missed, too. */
  void leaveOthers(LogEntry entry, View view) throws SQLException {
    for (View other : work.catalog().readersOf(entry)) {
      if (other.id() != view.id()) {
        forget(other);
      }
    }
    work.reload();
  }

  /** Changes were made of which a log knows nothing: its readers are to be filled again. */
  void missed(LogEntry entry) throws SQLException {
    leave(work.catalog().log(entry.log().master()).orElse(entry));
    work.reload();
  }

  /** A view reads no log any more, and only knows whether a master has changed. */
  void leaveAll(View view, boolean isStale) throws SQLException {
    unread(view, false);
    notes.watch(view, isStale);
  }
}
