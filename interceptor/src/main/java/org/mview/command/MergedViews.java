package org.mview.command;

import static java.sql.Connection.TRANSACTION_READ_COMMITTED;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mview.catalog.LogEntry;
import org.mview.catalog.MasterReference;
import org.mview.catalog.RefreshMethod;
import org.mview.catalog.View;
import org.mview.database.Database;
import org.mview.delta.Reason;
import org.mview.dialect.Capability;
import org.mview.error.MViewException;
import org.mview.refresh.CompiledView;
import org.mview.refresh.DirectMerges;
import org.mview.sql.QualifiedName;

/** The views into which the triggers of a log can merge, or why they cannot. */
final class MergedViews {
  /** Names that mean something else in a statement that changes a container. */
  private static final Set<String> TAKEN = Set.of("excluded", "changes");

  private static final Reason INEXACT = new Reason("a sum in it is not exact now");

  private static final Reason LOGGED =
      new Reason(
          "rows are in the log, of which not every view knows; or others may still write some");

  private static final Reason LEFT_OVER =
      new Reason("something of a view reads it that is gone: the doctor takes it away");

  private static final Reason TRIGGERED =
      new Reason("it has triggers of yours, which are to see what a refresh does");

  private final Work work;

  MergedViews(Work work) {
    this.work = work;
  }

  /**
   * The views that read a log.
   *
   * @param views all of them, if its triggers can merge into each; else none
   * @param against why they cannot
   * @param about the view that this is about; empty if it is about all
   */
  record Readers(List<CompiledView> views, Optional<Reason> against, Optional<View> about) {
    static Readers not(Reason against) {
      return new Readers(List.of(), Optional.of(against), Optional.empty());
    }

    static Readers not(View view, Reason against) {
      return new Readers(List.of(), Optional.of(against), Optional.of(view));
    }
  }

  /** Those into which the triggers of a log can merge. */
  Readers of(LogEntry log) throws SQLException {
    List<CompiledView> views = new ArrayList<>();
    List<View> readers = work.catalog().readersOf(log);
    if (readers.size() < work.catalog().readers().getOrDefault(log.log().id(), Set.of()).size()) {
      return Readers.not(LEFT_OVER);
    }
    for (View view : readers) {
      Optional<Reason> against = against(view, log.log().master());
      if (against.isPresent()) {
        return Readers.not(view, against.get());
      }
      views.add(work.compiler().compile(view));
    }
    if (views.isEmpty() || work.database().table(log.log().master()).isEmpty()) {
      return Readers.not(new Reason("nobody reads the log, or its master is not there"));
    }
    return log.merging() ? goingOn(log, views) : beginning(log, views);
  }

  private Readers goingOn(LogEntry log, List<CompiledView> views) throws SQLException {
    return mayGoOn(log) ? withoutTriggers(views) : Readers.not(LOGGED);
  }

  private Readers beginning(LogEntry log, List<CompiledView> views) throws SQLException {
    if (!mayBegin(log)) {
      return Readers.not(LOGGED);
    }
    for (CompiledView view : views) {
      if (!isExact(view)) {
        return Readers.not(view.view(), INEXACT);
      }
    }
    return withoutTriggers(views);
  }

  private Readers withoutTriggers(List<CompiledView> views) throws SQLException {
    for (CompiledView view : views) {
      if (hasTriggersOfUser(view.view())) {
        return Readers.not(view.view(), TRIGGERED);
      }
    }
    return new Readers(views, Optional.empty(), Optional.empty());
  }

  /** Why triggers cannot merge the rows of a master into a view, as it is declared. */
  Optional<Reason> against(View view, QualifiedName master) throws SQLException {
    Optional<Reason> declared = declared(view);
    if (declared.isPresent()) {
      return declared;
    }
    try {
      CompiledView compiled = work.compiler().compile(view);
      return DirectMerges.against(master, compiled, work.database().dialect());
    } catch (MViewException e) {
      return Optional.of(new Reason("it is to be compiled anew")); // why, it says elsewhere
    }
  }

  /** What a view is declared to be, or what it reads, that keeps triggers from keeping it. */
  Optional<Reason> declared(View view) {
    View.Properties properties = view.properties();
    if (!view.isInTransactions()) {
      return because("it is not refreshed ON COMMIT or ON STATEMENT");
    } else if (properties.method() == RefreshMethod.COMPLETE) {
      return because("it is refreshed completely");
    } else if (!properties.byTriggers()) {
      return because("it was created where mview.byTriggers does not ask for it");
    } else if (properties.additive()) {
      return because("it was created where mview.floatSums adds to sums that are not exact");
    } else if (!view.constraints().isEmpty()) {
      return because("it has a constraint, which is to see the final state");
    } else if (view.isInner() || !readsTablesAlone(view)) {
      return because("it reads another view, or groups inside its query");
    } else if (TAKEN.contains(nameOfContainer(view))) {
      return because("its name means something else in a trigger");
    }
    boolean intact =
        work.catalog().logsOf(view).stream()
            .allMatch(log -> log.intact() && work.catalog().viewIn(log.log().master()).isEmpty());
    return intact ? Optional.empty() : because("a log that it reads has lost its triggers");
  }

  private static Optional<Reason> because(String text) {
    return Optional.of(new Reason(text));
  }

  private boolean readsTablesAlone(View view) {
    return view.masters().stream().allMatch(m -> m.kind() == MasterReference.Kind.TABLE);
  }

  private static String nameOfContainer(View view) {
    return view.container().table().name().text().toLowerCase(Locale.ROOT);
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

  /** A row that is refreshed from the log must not have been taken off by merging before. */
  boolean isEmpty(LogEntry log) throws SQLException {
    String table = work.database().name(log.log().table());
    return work.database().readOne("SELECT 1 FROM %s LIMIT 1".formatted(table), row -> 1).isEmpty();
  }

  /** Whether every sum that the view holds now is exact; one that is not stays so. */
  private boolean isExact(CompiledView view) throws SQLException {
    Optional<String> inexact = DirectMerges.inexact(view, work.database());
    return inexact.isEmpty() || work.database().readOne(inexact.get(), row -> 1).isEmpty();
  }

  /** They are to see what a refresh does, and might change the master in turn. */
  private boolean hasTriggersOfUser(View view) throws SQLException {
    Database database = work.database();
    QualifiedName container = view.container().table();
    return database.dialect().tables().hasTriggersOfUser(database.connection(), container);
  }
}
