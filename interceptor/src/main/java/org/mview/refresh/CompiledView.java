package org.mview.refresh;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mview.catalog.Catalog;
import org.mview.catalog.View;
import org.mview.delta.Kept;
import org.mview.delta.Reason;
import org.mview.delta.Way;
import org.mview.sql.Query;

/**
 * A view, ready to be refreshed: its query is understood, or it is known why not. Plans are made
 * once for each kind of change, and kept.
 */
public final class CompiledView {
  private final View view;
  private final Query content;
  private final Optional<Kept> kept;
  private final List<Reason> reasons;

  /** So many refreshes after an inexact value the exact way is not tried again. */
  private static final int PATIENCE = 1_000;

  private final Map<Map<Long, LogState>, RefreshTexts> plans = new ConcurrentHashMap<>();
  private final AtomicInteger inexact = new AtomicInteger();
  private volatile @Nullable Catalog clearIn;

  private CompiledView(View view, Query content, Optional<Kept> kept, List<Reason> reasons) {
    this.view = view;
    this.content = content;
    this.kept = kept;
    this.reasons = List.copyOf(reasons);
  }

  /** A view whose change can be derived. */
  public static CompiledView fast(View view, Query content, Kept kept) {
    return new CompiledView(view, content, Optional.of(kept), List.of());
  }

  /** A view that can only be refreshed completely, and why. */
  public static CompiledView complete(View view, Query content, List<Reason> reasons) {
    return new CompiledView(view, content, Optional.empty(), reasons);
  }

  /** The view. */
  public View view() {
    return view;
  }

  /** The query of all that the container holds. */
  public Query content() {
    return content;
  }

  /** How it is kept; empty when its change cannot be derived. */
  public Optional<Kept> kept() {
    return kept;
  }

  /** Why its change cannot be derived. */
  public List<Reason> reasons() {
    return reasons;
  }

  /** Whether it is known that nothing stands in the way of a fast refresh. */
  @SuppressWarnings(
      "ReferenceEquality") // what was found out holds for that reading, not for an equal one
  boolean isClearIn(Catalog other) {
    return clearIn == other;
  }

  void clearIn(Catalog catalog) {
    clearIn = catalog;
  }

  /** Whether inexact values have been found of late, so that more are to be expected. */
  boolean expectsInexact() {
    return inexact.get() > 0 && inexact.decrementAndGet() >= 0;
  }

  /** Whether a change makes the groups that it touches be read again from their masters. */
  boolean readsGroupsAgain() {
    return kept.map(Kept::way)
        .filter(way -> way instanceof Way.Groups groups && !groups.keys().isEmpty())
        .map(way -> ((Way.Groups) way).merge().isEmpty() || inexact.get() > 0)
        .orElse(false);
  }

  void foundInexact() {
    inexact.set(PATIENCE);
  }

  /** What to run when this is pending in these logs; they are named by their ids. */
  RefreshTexts plan(
      Map<Long, LogState> pending, Function<Map<Long, LogState>, RefreshTexts> maker) {
    RefreshTexts known = plans.get(pending);
    if (known == null) {
      known = maker.apply(pending);
      plans.put(Map.copyOf(pending), known);
    }
    return known;
  }
}
