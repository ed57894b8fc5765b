package org.mview.session;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mview.catalog.RefreshMethod;
import org.mview.catalog.View;
import org.mview.command.Constraints;
import org.mview.database.Database;
import org.mview.error.MViewException;
import org.mview.refresh.CommitProbe;
import org.mview.refresh.CompiledView;
import org.mview.refresh.RefreshResult;
import org.mview.refresh.Refresher;

/** One view after the other, inside a transaction that has changed what they read. */
final class RefreshRound {
  private final Occasion occasion;
  private final Knowledge known;
  private final CommitProbe.Answer answer;
  private final Refresher refresher;
  private final Database database;
  private final ToldRefreshes told;
  private final Set<Long> refreshed = new HashSet<>();
  private final List<CompiledView> recomputed = new ArrayList<>();
  private final List<CompiledView> filled = new ArrayList<>();

  /**
   * Nothing is refreshed yet.
   *
   * @param answer what the transaction has changed
   */
  RefreshRound(
      Occasion occasion,
      Knowledge known,
      CommitProbe.Answer answer,
      Refresher refresher,
      Database database,
      ToldRefreshes told) {
    this.occasion = occasion;
    this.known = known;
    this.answer = answer;
    this.refresher = refresher;
    this.database = database;
    this.told = told;
  }

  /** Refreshes a view, if it reads something that has changed; those that it reads come before. */
  void refresh(View view) throws SQLException {
    boolean readsRefreshed =
        known.catalog().parents(view).stream().anyMatch(p -> refreshed.contains(p.id()));
    if (!readsRefreshed && !answer.concerns(view)) {
      return;
    }
    try {
      refresh(view, readsRefreshed);
    } catch (SQLException | MViewException e) {
      throw failed(occasion, view, e);
    }
  }

  private void refresh(View view, boolean readsRefreshed) throws SQLException {
    long start = System.nanoTime();
    CompiledView compiled = known.compiled(view, database);
    RefreshMethod wanted = view.properties().method();
    RefreshMethod method = refresher.possible(compiled, wanted);
    if (occasion == Occasion.STATEMENT && method != wanted) {
      return; // the commit fills it, and lets it read logs again
    }
    RefreshResult result =
        readsRefreshed
            ? refresher.refresh(compiled, method)
            : refresher.refresh(compiled, method, answer.of(view));
    refreshed.add(view.id());
    if (method != wanted) {
      recomputed.add(compiled);
    } else if (result.type() == RefreshResult.Type.COMPLETE) {
      filled.add(compiled);
    }
    told.tell(result, start, database);
  }

  /** Those that were refreshed completely for want of their logs. */
  List<CompiledView> recomputed() {
    return List.copyOf(recomputed);
  }

  /** Those that were refreshed completely, as their method allows. */
  List<CompiledView> filled() {
    return List.copyOf(filled);
  }

  /** What the application is told when the refresh of a view fails. */
  MViewException failed(Occasion when, View view, Exception e) {
    View outermost = known.catalog().outermost(view);
    Throwable cause = new Constraints(database, outermost).named(e);
    return when.failed(cause != e).of(outermost.name()).because(cause);
  }
}
