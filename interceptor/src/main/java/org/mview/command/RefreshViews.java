package org.mview.command;

import static org.mview.error.MViewError.REFRESH_FAILED;
import static org.mview.error.MViewError.REFRESH_OF_LIST_FAILED;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mview.catalog.RefreshMethod;
import org.mview.catalog.RefreshRun;
import org.mview.catalog.State;
import org.mview.catalog.View;
import org.mview.dialect.Capability;
import org.mview.error.MViewException;
import org.mview.refresh.CompiledView;
import org.mview.refresh.Obstacles;
import org.mview.refresh.RefreshResult;
import org.mview.refresh.Refresher;
import org.mview.refresh.SessionValue;

/**
 * Refreshes views on demand: all in one transaction, so that they are of one moment and none is
 * changed when one fails, or each in its own.
 */
final class RefreshViews {
  private final Transactions transactions;

  RefreshViews(Transactions transactions) {
    this.transactions = transactions;
  }

  /**
   * What to refresh.
   *
   * @param methods the views in dependency order, and how each is refreshed
   * @param options among them, whether all are refreshed in one transaction, and whether, when each
   *     has its own, the others are refreshed after an error
   */
  record Request(Map<View, RefreshMethod> methods, RefreshRun.Options options) {
    Request {
      methods = new LinkedHashMap<>(methods);
    }
  }

  /**
   * Refreshes the views.
   *
   * @return those that failed; there are some only when that was to be tolerated
   */
  List<Exception> run(Request request) throws SQLException {
    RefreshHistory history = new RefreshHistory(transactions, request.options());
    return history.of(measures -> run(request, history, measures));
  }

  private List<Exception> run(Request request, RefreshHistory history, RefreshMeasures measures)
      throws SQLException {
    if (request.options().atomic()) {
      RefreshBeside.warnIfAtomic(request.options(), transactions.warnings());
      history.inOne(measures, (work, all) -> refresh(work, request.methods(), all));
      return List.of();
    }
    boolean goOn = request.options().afterErrors();
    Attempts attempts = new RefreshBeside(transactions, request).run(measures);
    attempts.check(goOn);
    for (Map.Entry<View, RefreshMethod> entry : request.methods().entrySet()) {
      if (!attempts.has(entry.getKey())) {
        attempts.add(entry.getKey(), alone(entry, history, measures));
        attempts.check(goOn);
      }
    }
    return attempts.failures();
  }

  /** Refreshes a view in its own transaction; answers why that has failed, if it has. */
  private static Optional<Exception> alone(
      Map.Entry<View, RefreshMethod> entry, RefreshHistory history, RefreshMeasures measures) {
    Map<View, RefreshMethod> alone = Map.of(entry.getKey(), entry.getValue());
    try {
      history.inOne(measures, (work, all) -> refresh(work, alone, all));
      return Optional.empty();
    } catch (SQLException | MViewException e) {
      return Optional.of(e);
    }
  }

  /** Refreshes the views inside a transaction that is open, without a word in the statistics. */
  static void refresh(Work work, Map<View, RefreshMethod> methods) throws SQLException {
    refresh(work, methods, new RefreshMeasures());
  }

  /** Refreshes the views inside a transaction that is open. */
  static void refresh(Work work, Map<View, RefreshMethod> methods, RefreshMeasures measures)
      throws SQLException {
    measures.begin(work, methods.keySet());
    keepMergingOut(work, methods);
    Refresher refresher =
        new Refresher(work.database(), work.registry(), work.catalog(), work.stages());
    List<CompiledView> filled = new ArrayList<>();
    refresher.lock(withInner(work, methods.keySet()));
    for (Map.Entry<View, RefreshMethod> entry : methods.entrySet()) {
      try {
        measures.measure(
            work,
            entry.getKey(),
            () -> refreshWithInner(work, refresher, entry.getKey(), entry.getValue(), filled));
      } catch (SQLException | MViewException e) {
        throw failed(work, entry.getKey(), methods.size() > 1, e);
      }
    }
    refresher.finish(SessionValue.none(work.database()));
    for (CompiledView view : filled) {
      try {
        new FilledViews(work).read(view);
      } catch (SQLException | MViewException e) {
        throw failed(work, work.catalog().outermost(view.view()), methods.size() > 1, e);
      }
    }
  }

  /**
   * Where a transaction cannot keep those out whose triggers merge into a view that may be filled
   * again, these log until the refresh is done.
   */
  private static void keepMergingOut(Work work, Map<View, RefreshMethod> methods)
      throws SQLException {
    if (work.database().dialect().can(Capability.TRANSACTIONAL_DDL)) {
      return;
    }
    for (Map.Entry<View, RefreshMethod> entry : methods.entrySet()) {
      View view = entry.getKey();
      boolean isRead =
          entry.getValue() == RefreshMethod.COMPLETE || !work.catalog().isMergedWholly(view);
      if (work.catalog().isMerged(view) && (isRead || hasObstacle(work, view))) {
        work.triggers().logAll(view);
      }
    }
  }

  private static boolean hasObstacle(Work work, View view) throws SQLException {
    return Obstacles.of(work.compiler().current(view, work), work.catalog()).isPresent();
  }

  private static List<View> withInner(Work work, Collection<View> views) {
    List<View> all = new ArrayList<>(views);
    views.forEach(view -> all.addAll(work.catalog().innerViews(view)));
    return all;
  }

  /** Answers how it was refreshed. */
  private static String refreshWithInner(
      Work work, Refresher refresher, View view, RefreshMethod method, List<CompiledView> filled)
      throws SQLException {
    if (method == RefreshMethod.PCT) {
      TrackedPartitions.check(view, work);
    }
    Optional<String> ofInner = Optional.empty();
    for (View inner : work.catalog().innerViews(view)) {
      Optional<String> why = refresh(work, refresher, inner, method, filled).fellBack();
      ofInner = ofInner.or(() -> why);
    }
    RefreshResult result = refresh(work, refresher, view, method, filled);
    Optional<String> fellBack = result.fellBack();
    if (fellBack.isPresent()) {
      warn(work, "%s was refreshed completely: %s", view, fellBack.get());
    } else if (ofInner.isPresent()) {
      warn(work, "groups inside %s were refreshed completely: %s", view, ofInner.get());
    }
    return result.type().measured();
  }

  private static void warn(Work work, String text, View view, String why) {
    work.warnings().add(text.formatted(view.name(), why), 12015);
  }

  /** Refreshes one container. */
  private static RefreshResult refresh(
      Work work, Refresher refresher, View view, RefreshMethod method, List<CompiledView> filled)
      throws SQLException {
    long start = System.nanoTime();
    CompiledView compiled = work.compiler().current(view, work);
    RefreshResult result = refresher.refresh(compiled, method);
    boolean complete = result.type() == RefreshResult.Type.COMPLETE;
    State state = complete ? view.filled() : view.state();
    work.registry()
        .refreshed(
            compiled.view().with(state), result.type().name(), (System.nanoTime() - start) / 1e9);
    if (complete) {
      filled.add(compiled);
    }
    return result;
  }

  /** The failure of one view, under what it means for all. */
  private static MViewException failed(Work work, View view, boolean ofList, Exception e) {
    Throwable cause = new Constraints(work.database(), view).named(e);
    MViewException failed = REFRESH_FAILED.of(view.name()).because(cause);
    return ofList ? REFRESH_OF_LIST_FAILED.of(view.name()).because(failed) : failed;
  }
}
