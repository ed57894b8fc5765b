package org.mview.command;

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
import org.mview.dialect.Capability;
import org.mview.error.MViewException;
import org.mview.refresh.CompiledView;
import org.mview.refresh.DirectMerges;
import org.mview.sql.QualifiedName;

/**
 * Which logs need not be written, as the triggers can merge every change into all views that read
 * them: those are kept ON COMMIT, and nothing waits for their final state.
 */
final class MergingLogs {
  /** Names that mean something else in a statement that changes a container. */
  private static final Set<String> TAKEN = Set.of("excluded", "changes");

  private static final String OURS = "CREATE TRIGGER \"mview$";

  private final Work work;

  MergingLogs(Work work) {
    this.work = work;
  }

  /**
   * A log whose triggers are to be made anew.
   *
   * @param views those into which they are to merge; empty if they are to write all that changes
   */
  private record Change(LogEntry log, List<CompiledView> views) {}

  /** Makes the triggers of each log merge, or write all that changes, as its readers ask for. */
  void arrange() throws SQLException {
    List<Change> changes = changes();
    for (Change change : changes) {
      if (change.views().isEmpty()) {
        work.logs().logAll(change.log());
      } else {
        work.logs().merge(change.log(), change.views());
      }
    }
    if (!changes.isEmpty()) {
      work.reload();
    }
    List<LogEntry> marking = marking();
    for (LogEntry log : marking) {
      work.logs().mark(log);
    }
    if (!marking.isEmpty()) {
      work.reload();
    }
  }

  /** Whether the triggers of all logs are as their readers ask for; nothing is written. */
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
    if (!work.database().dialect().can(Capability.MERGES_BY_TRIGGERS)) {
      return changes;
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
      if (compiled.filter(c -> DirectMerges.canBeMerged(master, c)).isEmpty()) {
        return List.of();
      }
      views.add(compiled.get());
    }
    boolean merged =
        !views.isEmpty()
            && work.database().table(master).isPresent()
            && (log.merging() || isEmpty(log));
    for (CompiledView view : views) {
      merged = merged && !hasTriggersOfUser(view.view()) && (log.merging() || isExact(view));
    }
    return merged ? views : List.of();
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
    return database
        .dialect()
        .tables()
        .belongings(database.connection(), view.container().table())
        .stream()
        .anyMatch(text -> text.startsWith("CREATE TRIGGER") && !text.startsWith(OURS));
  }
}
