package org.mview.session;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.mview.catalog.Registry;
import org.mview.database.Database;
import org.mview.refresh.RefreshResult;

/**
 * When the registry was last told of the refresh of each view, so that it is told at most once in a
 * second: dates have whole seconds.
 */
final class ToldRefreshes {
  private static final long NANOS_PER_SECOND = 1_000_000_000;

  /** The second, as {@link System#nanoTime()} counts, of what is committed; by view. */
  private final Map<Long, Long> seconds = new HashMap<>();

  private final Set<Long> inTransaction = new HashSet<>();

  /**
   * Tells the registry of a refresh, if it is time.
   *
   * @param start when it began, by {@link System#nanoTime()}
   */
  void tell(RefreshResult result, long start, Database database) throws SQLException {
    long id = result.view().id();
    long now = System.nanoTime();
    Long last = seconds.get(id);
    if (last == null || last != now / NANOS_PER_SECOND) {
      double took = (now - start) / (double) NANOS_PER_SECOND;
      new Registry(database).refreshed(result.view(), result.type().name(), took);
      inTransaction.add(id);
    }
  }

  /** The transaction is committed. */
  void committed() {
    for (Long id : inTransaction) {
      seconds.put(id, System.nanoTime() / NANOS_PER_SECOND);
    }
    inTransaction.clear();
  }

  /** The registry may have been told something else meanwhile. */
  void forget() {
    seconds.clear();
    inTransaction.clear();
  }
}
