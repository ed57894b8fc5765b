package org.mview.command;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.mview.catalog.LogEntry;
import org.mview.catalog.Registry;
import org.mview.catalog.State;
import org.mview.catalog.View;
import org.mview.database.Database;
import org.mview.dialect.Capability;
import org.mview.refresh.CompiledView;
import org.mview.refresh.Masters;
import org.mview.refresh.Readers;
import org.mview.sql.QualifiedName;

/**
 * What a view learns of changes by: it reads the logs of its masters, or, where there can be none,
 * notes that they have changed.
 */
final class Subscriptions {
  private final Work work;
  private final Database database;
  private final Registry registry;
  private final Notes notes;
  private final LogReaders readers;
  private final LogTriggers triggers;
  private final Logs logs;

  Subscriptions(Work work, Notes notes, LogReaders readers, LogTriggers triggers, Logs logs) {
    this.work = work;
    this.database = work.database();
    this.registry = work.registry();
    this.notes = notes;
    this.readers = readers;
    this.triggers = triggers;
    this.logs = logs;
  }

  /**
   * A view has just been filled: from here on it reads the logs of its masters, or watches them.
   */
  void subscribe(CompiledView compiled) throws SQLException {
    View view = compiled.view();
    if (mayRead(compiled)) {
      logs.prepare(compiled.kept().get());
      for (QualifiedName master : Masters.of(compiled.kept().get().content())) {
        LogEntry log = work.catalog().log(master).orElseThrow();
        if (!log.intact()) {
          readers.leaveOthers(log, view);
          triggers.restore(log);
          registry.parts().know(log.log());
        }
        triggers.logAll(log);
        Readers.of(database).subscribe(view, log.log());
      }
    } else {
      if (!work.catalog().logsOf(view).isEmpty()) {
        readers.leaveAll(
            view, false); // what it reads can be logged no more, and what it has seen of it is past
      }
      notes.watch(view, false);
    }
    work.reload();
  }

  /** Lets a view read its logs, or watch its masters, that may do so already. */
  boolean subscribeIfNot(CompiledView compiled) throws SQLException {
    if (isSubscribed(compiled)) {
      return false;
    }
    notes.unwatch(compiled.view());
    subscribe(compiled);
    return true;
  }

  /** Whether the logs that a view reads, or the triggers that note changes for it, are there. */
  boolean isSubscribed(CompiledView compiled) throws SQLException {
    return reads(compiled) || (!mayRead(compiled) && notes.watches(compiled.view()));
  }

  /** Whether a view learns of each change of what it reads, once the triggers are right. */
  boolean hears(CompiledView compiled) throws SQLException {
    boolean readsAll =
        compiled.kept().isPresent()
            && Masters.of(compiled.kept().get().content()).stream()
                .map(work.catalog()::log)
                .allMatch(
                    log -> log.filter(l -> work.catalog().reads(compiled.view(), l)).isPresent());
    return readsAll || notes.has(compiled.view());
  }

  private boolean reads(CompiledView compiled) {
    return compiled.kept().isPresent()
        && Masters.of(compiled.kept().get().content()).stream()
            .map(work.catalog()::log)
            .allMatch(
                log ->
                    log.isPresent()
                        && log.get().intact()
                        && work.catalog().reads(compiled.view(), log.get()));
  }

  private boolean mayRead(CompiledView compiled) {
    return compiled.kept().isPresent()
        && wantsLogs(compiled.view())
        && logs.canPrepare(compiled.kept().get());
  }

  private static boolean wantsLogs(View view) {
    return view.properties().method().readsChanges() || view.isInTransactions();
  }

  /**
   * A view is to be refreshed from logs from its next complete refresh on. Until then it knows
   * whether a master has changed, and no less than it knows now.
   */
  void awaitFilling(View view) throws SQLException {
    List<LogEntry> read = work.catalog().logsOf(view);
    if (read.isEmpty() && notes.watches(view)) {
      return;
    }
    notes.watchBefore(List.of(view));
    triggers.suspendExclusive(read);
    notes.watchBehind(List.of(view));
    readers.unread(view, readers.isPending(view, registry.pending()));
    work.reload();
    dropUnread(read);
  }

  /**
   * A view that is about to go reads nothing any more: what was made for it alone goes. Where each
   * definition is committed by itself, who is cut off between them leaves a view that hears of
   * nothing, and must not call itself fresh.
   */
  void unsubscribe(View view) throws SQLException {
    if (!database.dialect().can(Capability.TRANSACTIONAL_DDL)) {
      registry.known(view.with(State.UNUSABLE));
    }
    List<LogEntry> read = work.catalog().logsOf(view);
    triggers.suspendExclusive(read);
    readers.unread(view, false);
    work.reload();
    dropUnread(read);
    notes.unwatch(view);
  }

  private void dropUnread(List<LogEntry> entries) throws SQLException {
    for (LogEntry log : entries) {
      triggers.logAll(log);
      if (log.automatic()
          && work.catalog().readers().getOrDefault(log.log().id(), Set.of()).isEmpty()) {
        logs.drop(log);
      }
    }
  }
}
