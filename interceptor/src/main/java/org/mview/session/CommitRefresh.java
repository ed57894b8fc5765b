package org.mview.session;

import static org.mview.error.MViewError.VIEWS_CHANGED_MEANWHILE;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mview.catalog.Marks;
import org.mview.catalog.Registry;
import org.mview.catalog.View;
import org.mview.command.FilledViews;
import org.mview.command.Work;
import org.mview.database.Database;
import org.mview.database.Disturbance;
import org.mview.dialect.Capability;
import org.mview.error.MViewException;
import org.mview.refresh.CommitLock;
import org.mview.refresh.CommitProbe;
import org.mview.refresh.CompiledView;
import org.mview.refresh.Refresher;
import org.mview.refresh.SessionValue;
import org.mview.refresh.Stages;

/**
 * Brings the views ON COMMIT up to date inside the application's transaction, before its commit,
 * and those ON STATEMENT behind each statement.
 *
 * <p>What the transaction has changed is read from the logs, once, not guessed from its statements.
 */
final class CommitRefresh {
  private static final String RECOMPUTED =
      "%s was refreshed completely inside the commit: its logs did not hold what has changed";

  private final Database database;
  private final Shared shared;
  private final Stages stages;

  private final ToldRefreshes told = new ToldRefreshes();

  /** Views whose triggers are lost, by their ids: those are made anew behind the commit. */
  private final Set<Long> deaf = new LinkedHashSet<>();

  /** What handlers of commands work with. */
  private final Function<Knowledge, Work> works;

  CommitRefresh(Database database, Shared shared, Stages stages, Function<Knowledge, Work> works) {
    this.database = database;
    this.works = works;
    this.shared = shared;
    this.stages = stages;
  }

  /**
   * Refreshes the views that this transaction concerns.
   *
   * @param occasion which views are refreshed
   * @return whether that is to be done by a transaction of its own, after this one: this one does
   *     not see what others have committed meanwhile
   * @throws MViewException COMMIT_REFRESH_FAILED …; the transaction, or the statement, is then to
   *     be undone
   */
  boolean run(Occasion occasion) throws SQLException {
    return run(occasion, database.dialect().can(Capability.TRANSACTIONAL_DDL));
  }

  /** The same, in a transaction of ours, which definitions may end. */
  void runInOwn() throws SQLException {
    run(Occasion.COMMIT, true);
  }

  private boolean run(Occasion occasion, boolean mayDefine) throws SQLException {
    Knowledge known = shared.known(database);
    if (occasion.due(known).isEmpty()) {
      return false;
    }
    CommitLock.Taken taken;
    try {
      taken = lock(occasion.due(known), known);
      while (taken.outcome() == CommitLock.Outcome.OUTDATED) {
        known = shared.current(database);
        taken = lock(occasion.due(known), known);
      }
    } catch (SQLException e) {
      if (Disturbance.isFailedBefore(e)) {
        return false; // the application's own commit says so
      }
      throw VIEWS_CHANGED_MEANWHILE.of().because(e);
    }
    if (taken.outcome() == CommitLock.Outcome.LOCKED) {
      refresh(occasion, known, taken, mayDefine);
    }
    return taken.later();
  }

  private CommitLock.Taken lock(Due due, Knowledge known) throws SQLException {
    return due.lock().isPresent()
        ? due.lock().get().take(database, due.probe(), known.version().number())
        : CommitLock.Taken.EVERYTHING;
  }

  private void refresh(
      Occasion occasion, Knowledge before, CommitLock.Taken first, boolean mayDefine)
      throws SQLException {
    Knowledge known = before;
    CommitLock.Taken taken = first;
    CommitProbe.Answer answer;
    try {
      answer = pending(first, occasion.due(known));
    } catch (SQLException e) {
      known = currentAfter(known, e);
      answer = occasion.due(known).probe().ask(database);
    }
    // While it waits for the lock, others may define something again.
    while (answer.number() != known.version().number()) {
      known = shared.current(database);
      taken = lock(occasion.due(known), known);
      answer = pending(taken, occasion.due(known));
    }
    if (answer.isPending()) {
      boolean settled = database.settle();
      try {
        List<CompiledView> unheard = refresh(occasion, known, taken, answer, mayDefine);
        unheard.forEach(view -> deaf.add(view.view().id()));
      } finally {
        if (settled) {
          database.restored();
        }
      }
    }
  }

  private CommitProbe.Answer pending(CommitLock.Taken taken, Due due) throws SQLException {
    return taken.pending().isPresent() ? taken.pending().get() : due.probe().ask(database);
  }

  /** What is known now, when the probe has failed because a log that it asks is gone. */
  private Knowledge currentAfter(Knowledge before, SQLException failure) throws SQLException {
    if (!database.dialect().can(Capability.GOES_ON_AFTER_ERRORS)) {
      throw VIEWS_CHANGED_MEANWHILE.of().because(failure);
    }
    Knowledge now = shared.current(database);
    if (now.version().equals(before.version())) {
      throw failure;
    }
    return now;
  }

  /** Answers the views that would not hear of the next change. */
  private List<CompiledView> refresh(
      Occasion occasion,
      Knowledge known,
      CommitLock.Taken taken,
      CommitProbe.Answer answer,
      boolean mayDefine)
      throws SQLException {
    Refresher refresher = new Refresher(database, new Registry(database), known.catalog(), stages);
    RefreshRound round = new RefreshRound(occasion, known, answer, refresher, database, told);
    for (View view : occasion.due(known).views()) {
      if (taken.covers(view, known.catalog())) {
        round.refresh(view);
      }
    }
    refresher.finish(new SessionValue(database, answer.session()));
    if (answer.marked() && occasion == Occasion.COMMIT) {
      database.runOften(Marks.CLEAR); // every view has been brought up to date
    }
    List<CompiledView> unheard = deaf(round, known);
    if (!mayDefine) {
      return unheard;
    }
    if (!unheard.isEmpty() || !refresher.doubted().isEmpty()) {
      rearrange(round, unheard, refresher.doubted(), known);
      new SessionValue(database, answer.session()).restore(stages);
    }
    return List.of();
  }

  /** Those that were refreshed completely, and would not hear of the next change. */
  private List<CompiledView> deaf(RefreshRound round, Knowledge known) throws SQLException {
    if (round.filled().isEmpty()) {
      return round.recomputed();
    }
    List<CompiledView> deaf = new ArrayList<>(round.recomputed());
    Work work = works.apply(known);
    for (CompiledView compiled : round.filled()) {
      if (!work.hears(compiled)) {
        deaf.add(compiled);
      }
    }
    return deaf;
  }

  /** What cannot be added up is logged from here on. */
  private void rearrange(
      RefreshRound round, List<CompiledView> deaf, Set<View> doubted, Knowledge known)
      throws SQLException {
    Work work = works.apply(known);
    for (View view : doubted) {
      work.logsAll(view);
    }
    readLogs(round, deaf, work, known);
    works.apply(shared.current(database)).arrangeLogs();
  }

  /** What was refreshed completely for want of its logs reads them again from here on. */
  private void readLogs(RefreshRound round, List<CompiledView> deaf, Work work, Knowledge known)
      throws SQLException {
    Set<View> views = new LinkedHashSet<>();
    for (CompiledView compiled : deaf) {
      try {
        new FilledViews(work).read(compiled);
      } catch (SQLException | MViewException e) {
        throw round.failed(Occasion.COMMIT, compiled.view(), e);
      }
      views.add(known.catalog().outermost(compiled.view()));
    }
    views.forEach(view -> warn(view, work));
  }

  private static void warn(View view, Work work) {
    work.warnings().add(RECOMPUTED.formatted(view.name()), 12015);
  }

  /**
   * Whether triggers are to be made anew behind the commit: here, a definition would have committed
   * a transaction that could still fail.
   */
  boolean isDeaf() {
    return !deaf.isEmpty();
  }

  /** Lets the views hear again of what changes: work for a transaction of ours. */
  @Nullable Void hear(Work work) throws SQLException {
    new FilledViews(work).readAgain(deaf).forEach(view -> warn(view, work));
    return null;
  }

  /** The commit has succeeded. */
  void committed() {
    told.committed();
  }

  /** The registry may have been told something else meanwhile. */
  void forget() {
    deaf.clear();
    told.forget();
  }
}
