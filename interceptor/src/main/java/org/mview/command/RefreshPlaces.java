package org.mview.command;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mview.catalog.Catalog;
import org.mview.catalog.LogEntry;
import org.mview.catalog.View;
import org.mview.database.Disturbance;
import org.mview.error.MViewException;
import org.mview.refresh.CompiledView;

/** Which views can be refreshed beside others, and what keeps two of them apart. */
final class RefreshPlaces {
  private final Transactions transactions;

  RefreshPlaces(Transactions transactions) {
    this.transactions = transactions;
  }

  /** The views that can be refreshed while no other session may define something, in order. */
  List<RefreshQueue.Place> of(Collection<View> views) throws SQLException {
    Set<Long> left = new HashSet<>();
    for (View view : views) {
      if (!isReady(view)) {
        left.add(view.id());
      }
    }
    return transactions.run(work -> places(work.catalog(), views, left));
  }

  /** A view that is filled for the first time gets its logs before. */
  private boolean isReady(View view) throws SQLException {
    try {
      return transactions.run(work -> isReady(view, work));
    } catch (MViewException e) {
      return false; // its refresh will say so
    } catch (SQLException e) {
      if (Disturbance.is(e)) {
        throw e; // the call is cancelled, or the connection lost
      }
      return false;
    }
  }

  private static boolean isReady(View view, Work work) throws SQLException {
    if (!view.properties().unstable().isEmpty()) {
      return false; // the caller's session is the one that is meant
    }
    for (View part : parts(view, work.catalog())) {
      CompiledView compiled = work.compiler().current(part, work);
      if (!work.hears(compiled)) {
        if (part.state().populated()) {
          return false; // what it has missed meanwhile is known by its not reading its logs
        }
        new FilledViews(work).willRead(compiled);
      }
    }
    return true;
  }

  private static List<View> parts(View view, Catalog catalog) {
    List<View> parts = new ArrayList<>(catalog.innerViews(view));
    parts.add(view);
    return parts;
  }

  private static List<RefreshQueue.Place> places(
      Catalog catalog, Collection<View> views, Set<Long> left) {
    List<RefreshQueue.Place> places = new ArrayList<>();
    for (View view : views) {
      Set<Long> behind = new HashSet<>();
      addParents(view, catalog, behind);
      if (left.contains(view.id()) || behind.stream().anyMatch(left::contains)) {
        left.add(view.id());
      } else {
        Set<Long> locks = new HashSet<>();
        addLocks(view, catalog, locks);
        places.add(new RefreshQueue.Place(view.id(), behind, locks));
      }
    }
    return places;
  }

  private static void addParents(View view, Catalog catalog, Set<Long> all) {
    for (View parent : catalog.parents(view)) {
      if (all.add(parent.id())) {
        addParents(parent, catalog, all);
      }
    }
  }

  /**
   * What its refresh locks, and those of the views ON COMMIT that read it, which follow at once.
   */
  private static void addLocks(View view, Catalog catalog, Set<Long> locks) {
    if (!locks.add(view.id())) {
      return;
    }
    for (View part : parts(view, catalog)) {
      catalog.logsOf(part).stream().map(LogEntry::log).forEach(log -> locks.add(log.id()));
      for (View dependent : catalog.dependents(part.name())) {
        if (dependent.isInTransactions()) {
          addLocks(dependent, catalog, locks);
        }
      }
    }
  }
}
