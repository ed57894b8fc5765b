package org.mview.session;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mview.command.Company;
import org.mview.command.Transactions;
import org.mview.command.Warnings;
import org.mview.database.Database;
import org.mview.database.Log;

/** A session, and others on connections that are opened for one call. */
final class Companions implements Company {
  private static final Log LOG = Log.of(Companions.class);

  private final LiveSession host;
  private final Database database;
  private final Optional<Siblings> siblings;
  private final Set<Companion> others = new HashSet<>();
  private volatile boolean cancelled;
  private boolean over;

  /** The database, schema and user for which the call works. */
  private Optional<String> identity = Optional.empty();

  private String home = "";

  /**
   * The company of a session.
   *
   * @param siblings where the others come from; empty where nobody knows
   */
  Companions(LiveSession host, Database database, Optional<Siblings> siblings) {
    this.host = host;
    this.database = database;
    this.siblings = siblings;
  }

  @Override
  public Optional<String> obstacle() {
    if (!database.canRunBeside()) {
      return Optional.of("on this database views are refreshed by one connection at a time");
    }
    return siblings.isPresent()
        ? Optional.empty()
        : Optional.of("this connection was handed over, and no other is known to be like it");
  }

  @Override
  public void begin() throws SQLException {
    identity = database.identity();
    home = database.home();
    database.beAlone();
    host.isHost(this);
  }

  @Override
  public Member host() {
    return new Host(host);
  }

  /** The session itself, which goes on when the call is over. */
  private record Host(LiveSession session) implements Member {
    @Override
    public <T> T run(Warnings said, Transactions.InTransaction<T> work) throws SQLException {
      return session.besideOthers(said, work);
    }

    @Override
    public void close() {
      // it is the application's
    }
  }

  @Override
  public Member join() throws SQLException {
    Connection real = siblings.orElseThrow().open();
    Companion companion;
    try {
      companion = new Companion(real, session(real));
    } catch (SQLException | RuntimeException e) {
      close(real);
      throw e;
    }
    synchronized (this) {
      if (!over) {
        others.add(companion);
        return companion;
      }
    }
    companion.close();
    throw new SQLException("the call is over");
  }

  private LiveSession session(Connection real) throws SQLException {
    if (!real.getAutoCommit()) {
      real.setAutoCommit(true);
    }
    Database other = new Database(real, database.dialect());
    if (real == database.connection()
        || identity.isEmpty()
        || !other.identity().equals(identity)
        || !other.home().equals(home)) {
      throw new SQLException("it is of another database, schema or user");
    }
    return host.sibling(other);
  }

  /** One of the others. */
  private final class Companion implements Member {
    private final Connection real;
    private final LiveSession session;

    Companion(Connection real, LiveSession session) {
      this.real = real;
      this.session = session;
    }

    @Override
    public <T> T run(Warnings said, Transactions.InTransaction<T> work) throws SQLException {
      return session.besideOthers(said, work);
    }

    @Override
    public void close() {
      session.close();
      Companions.close(real);
      left(this);
    }
  }

  private static void close(Connection real) {
    try {
      real.close();
    } catch (SQLException e) {
      LOG.warn("a connection that has refreshed views is not closed", e);
    }
  }

  private synchronized void left(Companion companion) {
    others.remove(companion);
    notifyAll();
  }

  @Override
  public boolean isCancelled() {
    return cancelled;
  }

  @Override
  public void cancel() throws SQLException {
    cancelled = true;
    List<Companion> all;
    synchronized (this) {
      all = List.copyOf(others);
    }
    for (Companion companion : all) {
      companion.session.cancel();
    }
  }

  /** Waits for those that are about to be closed. */
  @Override
  public void end() throws SQLException {
    boolean interrupted = false;
    synchronized (this) {
      over = true;
      while (!others.isEmpty()) {
        try {
          wait();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    }
    host.isAloneAgain();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    database.beNotAlone();
  }
}
