package org.mview.command;

import static org.mview.error.MViewError.CHANGE_LOG_MISSING;
import static org.mview.error.MViewError.CHANGE_LOG_NOT_POSSIBLE;
import static org.mview.error.MViewError.TABLE_MISSING;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mview.capture.ChangeLog;
import org.mview.capture.trigger.TriggerCapture;
import org.mview.catalog.LogEntry;
import org.mview.catalog.MasterReference;
import org.mview.catalog.Registry;
import org.mview.catalog.State;
import org.mview.catalog.View;
import org.mview.database.Database;
import org.mview.delta.Kept;
import org.mview.dialect.Capability;
import org.mview.dialect.TableInfo;
import org.mview.refresh.CompiledView;
import org.mview.refresh.DirectMerges;
import org.mview.refresh.Masters;
import org.mview.refresh.Readers;
import org.mview.sql.Identifier;
import org.mview.sql.QualifiedName;

/**
 * Which changes are captured: a log for each master that a view wants to be refreshed from, a note
 * that something has changed for the others.
 */
final class Logs {
  private final Work work;
  private final Database database;
  private final Registry registry;
  private final boolean automatic;
  private final TriggerCapture capture;

  Logs(Work work) {
    this.work = work;
    this.database = work.database();
    this.registry = work.registry();
    this.automatic = work.options().autoLog();
    this.capture = new TriggerCapture(database);
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
      leaveIfMissed(entry);
      if (entry.merging()) {
        stopMerging(entry);
      }
      boolean marks = work.catalog().isReliedOn(entry);
      ChangeLog wider = capture.widen(table(entry.log().master()), entry.log(), added, marks);
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
    TableInfo table = table(master);
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

  /** Deletes what no view needs, and enters how much that was. */
  void purge(LogEntry entry) throws SQLException {
    long rows = Readers.of(database).purgeUnread(entry.log());
    registry.logs().purged(entry, work.now(), rows);
  }

  /** Removes a log, with the registration of its readers, who have to do without it. */
  void drop(LogEntry entry) throws SQLException {
    List<View> readers = work.catalog().readersOf(entry);
    watchBefore(readers);
    suspendIfThere(entry); // then: who writes now is waited for, and what they wrote is pending
    watchBehind(readers);
    Set<Long> pending = registry.pending();
    boolean isGone = database.table(entry.log().master()).isEmpty();
    for (View view : readers) {
      unread(view, isGone || isPending(view, pending));
    }
    new PurgeSchedule(work, entry).remove();
    registry.logs().remove(entry);
    registry.refreshDictionary(); // reads the log no more
    capture.drop(entry.log());
    work.reload();
  }

  /**
   * A view has just been filled: from here on it reads the logs of its masters, or watches them.
   */
  void subscribe(CompiledView compiled) throws SQLException {
    View view = compiled.view();
    if (mayRead(compiled)) {
      prepare(compiled.kept().get());
      for (QualifiedName master : Masters.of(compiled.kept().get().content())) {
        LogEntry log = work.catalog().log(master).orElseThrow();
        if (!log.intact()) {
          leaveOthers(log, view);
          restore(log);
          registry.parts().know(log.log());
        }
        logAll(log);
        Readers.of(database).subscribe(view, log.log());
      }
    } else {
      if (!work.catalog().logsOf(view).isEmpty()) {
        leaveAll(
            view, false); // what it reads can be logged no more, and what it has seen of it is past
      }
      watchAll(view, false);
    }
    work.reload();
  }

  private static boolean wantsLogs(View view) {
    return view.properties().method().readsChanges() || view.isInTransactions();
  }

  /** The tables whose changes can be noted for a view. */
  List<QualifiedName> watchable(View view) {
    List<QualifiedName> tables = new ArrayList<>();
    for (MasterReference master : view.masters()) {
      if (master.kind().isWatched()) {
        tables.add(master.name());
      }
    }
    work.catalog().parents(view).forEach(parent -> tables.add(parent.container().table()));
    return tables;
  }

  /**
   * A table that was created anew is watched again by those who have watched the one before. It is
   * noted before, for databases where the triggers stay and a rollback takes the note away, and
   * behind, for those who have written and refreshed meanwhile.
   */
  void watchAgain(QualifiedName table) throws SQLException {
    noteChange(table);
    capture.touch(table, registry.notes().table());
    noteChange(table);
  }

  private void noteChange(QualifiedName table) throws SQLException {
    noteChanges(registry.notes().watching(table));
  }

  private void noteChanges(Collection<Long> views) throws SQLException {
    for (long view : views) {
      registry.notes().touched(view);
    }
  }

  /** Lets a view read its logs, or watch its masters, that may do so already. */
  boolean subscribeIfNot(CompiledView compiled) throws SQLException {
    if (isSubscribed(compiled)) {
      return false;
    }
    unwatch(compiled.view());
    subscribe(compiled);
    return true;
  }

  /** Whether the logs that a view reads, or the triggers that note changes for it, are there. */
  boolean isSubscribed(CompiledView compiled) throws SQLException {
    return reads(compiled) || (!mayRead(compiled) && watches(compiled.view()));
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

  /** Whether a view learns of each change of what it reads, once the triggers are right. */
  boolean hears(CompiledView compiled) throws SQLException {
    boolean readsAll =
        compiled.kept().isPresent()
            && Masters.of(compiled.kept().get().content()).stream()
                .map(work.catalog()::log)
                .allMatch(
                    log -> log.filter(l -> work.catalog().reads(compiled.view(), l)).isPresent());
    return readsAll || hasNotes(compiled.view());
  }

  private boolean hasNotes(View view) throws SQLException {
    for (QualifiedName master : watchable(view)) {
      if (!registry.notes().watching(master).contains(view.id())) {
        return false;
      }
    }
    return true;
  }

  private boolean watches(View view) throws SQLException {
    List<QualifiedName> masters = watchable(view);
    return !masters.isEmpty() && registry.notes().watches(view, masters);
  }

  private boolean mayRead(CompiledView compiled) {
    return compiled.kept().isPresent()
        && wantsLogs(compiled.view())
        && canPrepare(compiled.kept().get());
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
    List<LogEntry> logs = work.catalog().logsOf(view);
    suspendExclusive(logs);
    unread(view, false);
    work.reload();
    dropUnread(logs);
    unwatch(view);
  }

  private void suspendExclusive(List<LogEntry> logs) throws SQLException {
    for (LogEntry log : logs) {
      if (log.automatic() && work.catalog().isExclusive(log)) {
        suspendIfThere(log); // before the log is locked, for which those wait who have changed it
      }
    }
  }

  private void dropUnread(List<LogEntry> logs) throws SQLException {
    for (LogEntry log : logs) {
      logAll(log);
      if (log.automatic()
          && work.catalog().readers().getOrDefault(log.log().id(), Set.of()).isEmpty()) {
        drop(log);
      }
    }
  }

  /** No changes are noted for a view any more. */
  void unwatch(View view) throws SQLException {
    registry.notes().unwatch(view);
    for (QualifiedName master : watchable(view)) {
      if (!registry.notes().isWatched(master)) {
        capture.untouch(master);
      }
    }
  }

  /** What is pending for a view is dropped. */
  void skip(View view) throws SQLException {
    for (LogEntry log : work.catalog().logsOf(view)) {
      Readers.of(database).subscribe(view, log.log());
    }
    registry.notes().untouched(view);
  }

  /**
   * A view is to be refreshed from logs from its next complete refresh on. Until then it knows
   * whether a master has changed, and no less than it knows now.
   */
  void awaitFilling(View view) throws SQLException {
    List<LogEntry> logs = work.catalog().logsOf(view);
    if (logs.isEmpty() && watches(view)) {
      return;
    }
    watchBefore(List.of(view));
    suspendExclusive(logs);
    watchBehind(List.of(view));
    unread(view, isPending(view, registry.pending()));
    work.reload();
    dropUnread(logs);
  }

  /**
   * Where each definition is committed by itself, others write between them: what notes changes is
   * there before that goes which logs them.
   */
  private void watchBefore(List<View> views) throws SQLException {
    if (!database.dialect().can(Capability.TRANSACTIONAL_DDL)) {
      watchAll(views);
    }
  }

  /** Elsewhere behind: who takes the triggers of a log away wants the table for himself at once. */
  private void watchBehind(List<View> views) throws SQLException {
    if (database.dialect().can(Capability.TRANSACTIONAL_DDL)) {
      watchAll(views);
    }
  }

  private void watchAll(List<View> views) throws SQLException {
    for (View view : views) {
      watchAll(view, false);
    }
  }

  /** What is pending for a part of a user's view is known of the whole only. */
  private boolean isPending(View view, Set<Long> pending) {
    return pending.contains(work.catalog().outermost(view).id());
  }

  private void unread(View view, boolean isStale) throws SQLException {
    for (LogEntry log : work.catalog().logsOf(view)) {
      Readers.of(database).unsubscribe(view, log.log());
    }
    if (isStale) {
      registry.notes().touched(view.id());
    }
  }

  /**
   * A view that is not refreshed from logs is to know at least when a master changes. Of one that
   * may have missed something by now that is noted before the triggers are made, which may commit
   * what was done until then, and behind, for those who have refreshed it meanwhile. So it is of
   * others whose triggers were lost: it must not look as if they had always been there.
   */
  private void watchAll(View view, boolean isStale) throws SQLException {
    List<QualifiedName> masters = watchable(view);
    Set<Long> missed = new LinkedHashSet<>();
    for (QualifiedName master : masters) {
      missed.addAll(missedBy(master));
      // First: who writes when the triggers are there is to see for whom a note is wanted.
      registry.notes().watch(view, master);
    }
    if (isStale) {
      missed.add(view.id());
    }
    noteChanges(missed);
    for (QualifiedName master : masters) {
      if (database.table(master).isPresent()) {
        capture.touch(master, registry.notes().table());
      }
    }
    noteChanges(missed);
  }

  /** Those who miss what is written by now, or will be while the triggers are being made. */
  private List<Long> missedBy(QualifiedName master) throws SQLException {
    return database.dialect().can(Capability.MANY_NODES) // a lock keeps the writers of one node out
        ? registry.notes().watching(master)
        : registry.notes().watchingInVain(master);
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

  private void suspendIfThere(LogEntry entry) throws SQLException {
    Optional<TableInfo> master = database.table(entry.log().master());
    if (master.isPresent()) {
      suspend(master.get(), entry);
    }
  }

  /** Takes the triggers of a log away while its master is being changed. */
  void suspend(LogEntry entry) throws SQLException {
    suspend(table(entry.log().master()), entry);
  }

  private void suspend(TableInfo master, LogEntry entry) throws SQLException {
    capture.suspend(master, entry.log());
    if (entry.merging()) {
      for (View view : work.catalog().readersOf(entry)) {
        if (registry.marks().isDoubtful(view)) {
          forget(view); // no refresh from its logs would make it exact
        }
      }
    }
  }

  /** Makes a log hold all changes, where its triggers have merged them into views until now. */
  void logAll(LogEntry entry) throws SQLException {
    Optional<LogEntry> now = work.catalog().log(entry.log().master()).filter(this::mayBeMergedNow);
    if (now.isPresent() && database.table(entry.log().master()).isPresent()) {
      stopMerging(now.get());
      resume(now.get());
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
  private void stopMerging(LogEntry entry) throws SQLException {
    if (database.dialect().can(Capability.TRANSACTIONAL_DDL)) {
      suspend(entry);
    } else {
      registry.logs().changing(entry.log());
    }
  }

  /** The same for the logs of other tables whose rows are merged with those of this one. */
  void logAllMergingWith(LogEntry entry) throws SQLException {
    for (LogEntry other : work.catalog().mergingWith(entry).toList()) {
      logAll(other);
    }
  }

  /** The same for the logs that a view reads: its container is about to be another table. */
  void logAll(View view) throws SQLException {
    for (LogEntry log : work.catalog().logsOf(view)) {
      logAll(log);
    }
  }

  /**
   * Waits for those who are changing a master, or views of it, until nobody does: what they have
   * logged can be seen then, and nobody logs or refreshes until this transaction ends.
   */
  void keepWritersOut(LogEntry entry, List<CompiledView> views) throws SQLException {
    List<QualifiedName> tables = new ArrayList<>();
    tables.add(entry.log().master());
    views.forEach(view -> tables.add(view.view().container().table()));
    capture.keepWritersOut(tables);
  }

  /**
   * Makes the triggers of a log merge what changes into the views that read it. What is in the logs
   * by now stays to be seen at the next commit.
   */
  void merge(LogEntry entry, List<CompiledView> views) throws SQLException {
    capture.merge(table(entry.log().master()), entry.log(), merges(entry, views));
    registry.logs().captured(entry.log(), true);
    registry.marks().learn();
    registry.marks().put(work.catalog().logsBeside(entry));
    registry.marks().put(List.of(entry));
    registry.refreshDictionary();
  }

  private DirectMerges merges(LogEntry entry, List<CompiledView> views) {
    return DirectMerges.of(entry, views, work.catalog(), database);
  }

  /**
   * The same where each definition is committed by itself, if nothing is in the log when nobody
   * writes; answers whether. Until all is done, or if it never is, the log is not intact: its
   * readers are filled again.
   */
  boolean mergeIfNothingIsLogged(LogEntry entry, List<CompiledView> views) throws SQLException {
    new GroupKeys(work).make(views);
    registry.marks().learn();
    registry.logs().changing(entry.log());
    boolean merged =
        capture.mergeIfEmpty(table(entry.log().master()), entry.log(), merges(entry, views));
    registry.logs().captured(entry.log(), merged);
    registry.refreshDictionary();
    return merged;
  }

  /** Whether the triggers of a log see what it holds as a refresh does. */
  boolean sees(LogEntry entry) throws SQLException {
    return capture.sees(table(entry.log().master()), entry.log());
  }

  /** The statements that the triggers of a log are to run then. */
  List<String> trial(LogEntry entry, List<CompiledView> views) throws SQLException {
    return capture.trial(table(entry.log().master()), entry.log(), merges(entry, views));
  }

  /** Makes the triggers of a log put a mark before rows change, if others rely on it. */
  void mark(LogEntry entry) throws SQLException {
    capture.restore(table(entry.log().master()), entry.log(), work.catalog().isReliedOn(entry));
    registry.logs().captured(entry.log(), false);
  }

  /** The same, and whoever reads it is filled again, where it has missed something by now. */
  void resume(LogEntry entry) throws SQLException {
    leaveIfMissed(entry);
    restore(entry);
  }

  /** Before its triggers are made anew: it must not look as if they had always been there. */
  private void leaveIfMissed(LogEntry entry) throws SQLException {
    if (!entry.intact() || registry.logs().hasMoved(entry.log())) {
      leave(entry);
      noteChange(entry.log().master());
      work.reload();
    }
  }

  /** Gives a log its triggers again, for those of its columns that the master still has. */
  private void restore(LogEntry entry) throws SQLException {
    TableInfo master = table(entry.log().master());
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
      leave(entry);
    }
    registry.logs().captured(log, false);
    work.reload();
  }

  /**
   * The readers of a log that holds less than before read no log any more, until they are filled
   * again, and only know whether a master has changed.
   */
  private void leave(LogEntry entry) throws SQLException {
    for (View view : work.catalog().readersOf(entry)) {
      forget(view);
    }
  }

  /** The other readers of a log have missed what it has missed, too. */
  private void leaveOthers(LogEntry entry, View view) throws SQLException {
    for (View other : work.catalog().readersOf(entry)) {
      if (other.id() != view.id()) {
        forget(other);
      }
    }
    work.reload();
  }

  private void leaveAll(View view, boolean isStale) throws SQLException {
    unread(view, false);
    watchAll(view, isStale);
  }

  /**
   * A view does without logs until it is filled again. What others write just now may be in no log
   * that it reads, so that it is stale.
   */
  void forget(View view) throws SQLException {
    leaveAll(view, true);
  }

  /** Logs the rows of a partition, which come to the master of a log or go from it. */
  void movePartition(LogEntry entry, QualifiedName partition, boolean appear) throws SQLException {
    capture.movePartition(table(entry.log().master()), entry.log(), partition, appear);
    noteChange(entry.log().master());
  }

  /** Changes were made of which a log knows nothing: its readers are to be filled again. */
  void missed(LogEntry entry) throws SQLException {
    leave(work.catalog().log(entry.log().master()).orElse(entry));
    work.reload();
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
      missed(entry);
    }
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

  private TableInfo table(QualifiedName name) throws SQLException {
    return database.table(name).orElseThrow(() -> TABLE_MISSING.of(name));
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
