package org.mview.command;

import static java.sql.Connection.TRANSACTION_READ_COMMITTED;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mview.catalog.LogEntry;
import org.mview.catalog.MasterReference;
import org.mview.catalog.RefreshMethod;
import org.mview.catalog.View;
import org.mview.database.Database;
import org.mview.database.Savepoint;
import org.mview.dialect.Capability;
import org.mview.dialect.Dialect;
import org.mview.dialect.Functions;
import org.mview.error.MViewException;
import org.mview.refresh.CompiledView;
import org.mview.refresh.DirectMerges;
import org.mview.refresh.Trial;
import org.mview.sql.QualifiedName;

/**
 * Which logs need not be written, as the triggers can merge every change into all views that read
 * them: those are kept ON COMMIT, and nothing waits for their final state.
 */
final class MergingLogs {
  /** Names that mean something else in a statement that changes a container. */
  private static final Set<String> TAKEN = Set.of("excluded", "changes");

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
    if (!isEmpty(change.log())) {
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
      List<CompiledView> views = log.intact() ? merged(log) : List.of();
      if (log.intact() && log.merging() == views.isEmpty()) {
        changes.add(new Change(log, views));
      }
    }
    return changes;
  }

  /** The views that read a log, if its triggers can merge into all of them; none if not. */
  private List<CompiledView> merged(LogEntry log) throws SQLException {
    QualifiedName master = log.log().master();
    Set<Long> readers = work.catalog().readers().getOrDefault(log.log().id(), Set.of());
    List<CompiledView> views = new ArrayList<>();
    for (Long id : readers) {
      View view = work.catalog().view(id);
      Optional<CompiledView> compiled = mayMerge(view) ? compiled(view) : Optional.empty();
      Dialect dialect = work.database().dialect();
      if (compiled.filter(c -> DirectMerges.canBeMerged(master, c, dialect)).isEmpty()) {
        return List.of();
      }
      views.add(compiled.get());
    }
    boolean merged =
        !views.isEmpty()
            && work.database().table(master).isPresent()
            && (log.merging() ? mayGoOn(log) : mayBegin(log));
    for (CompiledView view : views) {
      merged = merged && !hasTriggersOfUser(view.view()) && (log.merging() || isExact(view));
    }
    return merged ? views : List.of();
  }

  /**
   * Whether nothing is in a log, as far as this transaction can see: where others write, too, it is
   * to see what they have committed. Rows of a partitioned table are shown to triggers one by one:
   * their groups would be locked in the order of the rows, and writers would end in deadlocks.
   */
  private boolean mayBegin(LogEntry log) throws SQLException {
    Database database = work.database();
    if (!database.dialect().can(Capability.MERGES_EXACTLY)) {
      return isEmpty(log);
    }
    boolean sees =
        !database.dialect().can(Capability.TRANSACTIONAL_DDL) // looks again, under a lock
            || database.connection().getTransactionIsolation() <= TRANSACTION_READ_COMMITTED;
    return sees && !database.isPartitioned(log.log().master()) && isEmpty(log);
  }

  /**
   * Whether triggers may go on to merge. Where who changes them and who writes are kept apart by a
   * lock alone, a transaction that was prepared before may have logged something: it is to be
   * refreshed from the log, as what follows it.
   */
  private boolean mayGoOn(LogEntry log) throws SQLException {
    return work.database().dialect().can(Capability.TRANSACTIONAL_DDL) || isEmpty(log);
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

  /** A row that is refreshed from the log must not have been taken off by merging before. */
  private boolean isEmpty(LogEntry log) throws SQLException {
    String table = work.database().name(log.log().table());
    return work.database().readOne("SELECT 1 FROM %s LIMIT 1".formatted(table), row -> 1).isEmpty();
  }

  /** Whether every sum that the view holds now is exact; one that is not stays so. */
  private boolean isExact(CompiledView view) throws SQLException {
    Optional<String> inexact = DirectMerges.inexact(view, work.database());
    return inexact.isEmpty() || work.database().readOne(inexact.get(), row -> 1).isEmpty();
  }

  private boolean mayMerge(View view) {
    return view.isInTransactions()
        && view.properties().method() != RefreshMethod.COMPLETE
        && view.properties().byTriggers()
        && !view.properties().additive()
        && view.constraints().isEmpty()
        && !view.isInner()
        && !TAKEN.contains(nameOfContainer(view))
        && view.masters().stream().allMatch(m -> m.kind() == MasterReference.Kind.TABLE)
        && work.catalog().logsOf(view).stream()
            .allMatch(log -> log.intact() && work.catalog().viewIn(log.log().master()).isEmpty());
  }

  private static String nameOfContainer(View view) {
    return view.container().table().name().text().toLowerCase(Locale.ROOT);
  }

  private Optional<CompiledView> compiled(View view) throws SQLException {
    try {
      return Optional.of(work.compiler().compile(view));
    } catch (MViewException e) {
      return Optional.empty(); // what is to be compiled anew says so elsewhere
    }
  }

  /** They are to see what a refresh does, and might change the master in turn. */
  private boolean hasTriggersOfUser(View view) throws SQLException {
    Database database = work.database();
    QualifiedName container = view.container().table();
    return database.dialect().tables().hasTriggersOfUser(database.connection(), container);
  }
}
