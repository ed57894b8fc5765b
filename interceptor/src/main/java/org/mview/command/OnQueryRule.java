package org.mview.command;

import static org.mview.error.MViewError.MUST_BE_COMPLETELY_REFRESHED;
import static org.mview.error.MViewError.ON_QUERY_COMPUTATION_CONFLICTS;
import static org.mview.error.MViewError.ON_QUERY_NOT_POSSIBLE;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.mview.catalog.RefreshMode;
import org.mview.catalog.View;
import org.mview.error.MViewException;
import org.mview.refresh.CompiledView;
import org.mview.refresh.Obstacles;
import org.mview.refresh.OnQuery;
import org.mview.statement.Clause;

/** ENABLE ON QUERY COMPUTATION: only a view whose change is in logs, and waits there. */
final class OnQueryRule {
  private final Work work;

  OnQueryRule(Work work) {
    this.work = work;
  }

  /** Checks a view with the mode and the method that it is to have. */
  static void check(View view) {
    RefreshMode mode = view.properties().mode();
    if (mode.isInTransactions()) {
      throw ON_QUERY_COMPUTATION_CONFLICTS.of(Clause.ENABLE_ON_QUERY_COMPUTATION, "ON " + mode);
    } else if (!view.properties().method().readsChanges()) {
      throw ON_QUERY_NOT_POSSIBLE.of(
          view.name(), "REFRESH %s reads no change logs".formatted(view.properties().method()));
    }
  }

  /**
   * Checks a view, and how it is kept.
   *
   * @param parts its inner views, and the view
   */
  void check(View view, List<CompiledView> parts) {
    check(view);
    Optional<String> reason = OnQuery.against(parts);
    if (reason.isPresent()) {
      throw ON_QUERY_NOT_POSSIBLE.of(view.name(), reason.get());
    }
    for (CompiledView part : parts) {
      checkLogs(view, part);
    }
  }

  /**
   * Has the database look at the query by which the view is read, once its logs are there.
   *
   * @param parts its inner views, and the view
   */
  void check(List<CompiledView> parts) throws SQLException {
    View view = parts.get(parts.size() - 1).view();
    if (!parts.stream().allMatch(this::hasItsLogs)) {
      return;
    }
    try {
      OnQuery.onceFilled(parts, work.catalog(), work.database());
    } catch (SQLException e) {
      throw ON_QUERY_NOT_POSSIBLE.of(view.name(), e.getMessage()).because(e);
    }
  }

  /** Whether nothing stands in the way but that it has not been filled yet. */
  private boolean hasItsLogs(CompiledView part) {
    return Obstacles.all(part, work.catalog()).stream()
        .allMatch(o -> o.error().error().equals(MUST_BE_COMPLETELY_REFRESHED));
  }

  private void checkLogs(View view, CompiledView part) {
    try {
      work.logs().check(part.kept().orElseThrow());
    } catch (MViewException e) {
      throw ON_QUERY_NOT_POSSIBLE.of(view.name(), e.getMessage()).because(e);
    }
  }
}
