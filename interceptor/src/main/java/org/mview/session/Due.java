package org.mview.session;

import java.util.List;
import java.util.Optional;
import org.mview.catalog.Catalog;
import org.mview.catalog.View;
import org.mview.database.Database;
import org.mview.refresh.CommitLock;
import org.mview.refresh.CommitProbe;

/**
 * The views that are refreshed on one {@link Occasion}, and what is asked before that.
 *
 * @param views each behind those that it reads
 * @param lock what keeps others from refreshing them meanwhile; empty where nobody can
 * @param probe what is pending for them
 */
record Due(List<View> views, Optional<CommitLock> lock, CommitProbe probe) {
  Due {
    views = List.copyOf(views);
  }

  static Due of(Database database, Catalog catalog, List<View> views) {
    return new Due(
        views, CommitLock.of(database, catalog, views), CommitProbe.of(database, catalog, views));
  }

  boolean isEmpty() {
    return views.isEmpty();
  }
}
