package org.mview.session;

import java.sql.SQLException;
import org.mview.database.Database;

/**
 * Looks from time to time whether another process has changed the views: of what this process does
 * the sessions know at once. The clock is looked at in one of 64 calls only.
 */
final class VersionCheck {
  private static final int SELDOM = 63;

  private final Database database;
  private final Shared shared;
  private int calls;
  private long last = System.nanoTime();

  VersionCheck(Database database, Shared shared) {
    this.database = database;
    this.shared = shared;
  }

  boolean isDue() {
    return (++calls & SELDOM) == 0 && System.nanoTime() - last > Pace.INTERVAL_NANOS;
  }

  /** The same at a commit, which costs so much that the clock can be looked at each time. */
  boolean isDueAtCommit() {
    return System.nanoTime() - last > Pace.INTERVAL_NANOS;
  }

  /** Reads the views again if they have changed, and answers whether they have. */
  boolean run() throws SQLException {
    last = System.nanoTime();
    int before = shared.epoch();
    shared.look(database);
    return shared.epoch() != before;
  }
}
