package org.mview.command;

import static org.mview.error.MViewError.CLAUSES_CONFLICT;
import static org.mview.error.MViewError.VIEW_IN_OTHER_GROUP;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.mview.catalog.RefreshGroup;
import org.mview.catalog.RefreshMode;
import org.mview.catalog.View;
import org.mview.statement.RefreshClause;
import org.mview.statement.SourceText;

/** START WITH and NEXT of a view: a refresh group of its own, with a job. */
final class ViewSchedule {
  private final Work work;
  private final Groups groups;

  ViewSchedule(Work work) {
    this.work = work;
    this.groups = new Groups(work);
  }

  /** Fails when the times cannot be worked out, before anything is made. */
  void check(RefreshClause refresh) throws SQLException {
    if (refresh.isScheduled()) {
      Times times = Times.of(work);
      refresh.startWith().map(SourceText::text).ifPresent(times::start);
      times.next(refresh.next().map(SourceText::text));
    }
  }

  /** A view is made. */
  void create(View view, RefreshClause refresh) throws SQLException {
    if (refresh.isScheduled()) {
      set(ofItsOwn(view), refresh);
    }
  }

  /** A view is altered: one that is refreshed in transactions has no schedule. */
  void alter(View view, RefreshClause refresh, RefreshMode mode) throws SQLException {
    Optional<RefreshGroup> group = work.registry().groups().of(view);
    Optional<RefreshGroup> own = group.filter(RefreshGroup::implicitDestroy);
    if (!refresh.isScheduled()) {
      if (mode.isInTransactions() && own.isPresent()) {
        groups.destroy(own.get());
      }
    } else if (mode.isInTransactions()) {
      throw CLAUSES_CONFLICT.of(
          "ON " + mode,
          (refresh.startWith().isPresent() ? "START WITH" : "NEXT") + ": say ON DEMAND, too");
    } else if (group.isPresent() && own.isEmpty()) {
      throw VIEW_IN_OTHER_GROUP.of(view.name(), group.get().name());
    } else {
      set(own.isPresent() ? own.get() : ofItsOwn(view), refresh);
    }
  }

  private void set(RefreshGroup group, RefreshClause refresh) throws SQLException {
    groups
        .schedule(group)
        .set(refresh.startWith().map(SourceText::text), refresh.next().map(SourceText::text));
  }

  private RefreshGroup ofItsOwn(View view) throws SQLException {
    RefreshGroup group = groups.make(view.name(), true, RefreshGroup.Options.DEFAULT);
    groups.add(group, List.of(view), false);
    return group;
  }
}
