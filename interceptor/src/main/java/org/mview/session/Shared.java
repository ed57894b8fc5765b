package org.mview.session;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.mview.catalog.Registry;
import org.mview.database.Database;
import org.mview.dialect.Capability;

/** What the open sessions of one database share. */
final class Shared {
  /** Where transactions conflict rather than wait: whose turn it is. */
  private final ReentrantLock turn = new ReentrantLock();

  private final AtomicInteger epoch = new AtomicInteger();

  /** Of looks at all that others may have changed. */
  private final Pace pace = new Pace(System.nanoTime());

  private volatile @Nullable Knowledge knowledge;
  private int sessions;
  private boolean ended;

  /**
   * One more session shares this.
   *
   * @return false when the last one has gone: then this may be of a database that is there no more
   */
  synchronized boolean join() {
    if (!ended) {
      sessions++;
    }
    return !ended;
  }

  /** A session is closed. */
  synchronized void leave() {
    sessions--;
    ended = sessions == 0;
  }

  /** Something that is run. */
  @FunctionalInterface
  interface InTurn<T> {
    T run() throws SQLException;
  }

  /**
   * Runs a transaction. Where one that begins before another has ended does not see what that one
   * has done, and fails in the end, it begins behind it; so far as the sessions are of this program
   * and of one database.
   */
  <T> T inTurn(Database database, InTurn<T> transaction) throws SQLException {
    if (!database.dialect().can(Capability.ONE_SNAPSHOT)) {
      return transaction.run();
    }
    turn.lock();
    try {
      return transaction.run();
    } finally {
      turn.unlock();
    }
  }

  /** How often what we know has changed. */
  int epoch() {
    return epoch.get();
  }

  /** What was known last; read by this connection if nothing is known yet. */
  Knowledge known(Database database) throws SQLException {
    Knowledge known = knowledge;
    return known == null ? read(database) : known;
  }

  /** What is known, after a look whether it still holds. */
  Knowledge current(Database database) throws SQLException {
    Knowledge known = knowledge;
    return known != null && holds(known, database) ? known : read(database);
  }

  private boolean holds(Knowledge known, Database database) throws SQLException {
    long began = System.nanoTime();
    boolean holds = known.version().equals(new Registry(database).version());
    pace.done(began, System.nanoTime());
    return holds;
  }

  /**
   * Looks whether others have changed views or logs, and at times also tables and triggers: that is
   * one look for all sessions, and MariaDB opens every table for it.
   */
  void look(Database database) throws SQLException {
    Knowledge known = knowledge;
    if (known == null || pace.isDue(System.nanoTime())) {
      current(database);
    } else if (known.version().number() != new Registry(database).number()) {
      read(database);
    }
  }

  private Knowledge read(Database database) throws SQLException {
    Knowledge read = Knowledge.read(database);
    knowledge = read;
    epoch.incrementAndGet();
    return read;
  }

  /** What is known may be of a transaction that is undone. */
  void forget() {
    knowledge = null;
    epoch.incrementAndGet();
  }
}
