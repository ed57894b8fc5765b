package org.mview.driver;

import java.lang.ref.WeakReference;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mview.command.Options;
import org.mview.driver.wrap.MViewConnection;
import org.mview.schedule.Scheduler;
import org.mview.schedule.Source;
import org.mview.session.JobSession;

/**
 * The schedulers of this process: one for each place where connections come from, if they say
 * {@code mview.scheduler=true}. It goes on for a minute after the last of them is closed.
 */
final class Schedulers {
  private static final Map<Object, Running> RUNNING = new HashMap<>();

  /** So many seconds without a connection are the end. */
  private static final int PATIENCE = 60;

  private Schedulers() {}

  /** Where connections of the real driver come from. */
  @FunctionalInterface
  interface Real {
    /** Opens one. */
    Connection open() throws SQLException;
  }

  /** A connection is opened by a URL. */
  static void join(ConnectionRequest request, Connection connection) {
    join(request, request.options(), () -> RealDrivers.connect(request), connection);
  }

  /**
   * A connection is opened.
   *
   * @param place equal for connections that come from the same place
   */
  static void join(Object place, Options options, Real real, Connection connection) {
    if (!options.scheduler()) {
      return;
    }
    synchronized (RUNNING) {
      RUNNING.computeIfAbsent(place, any -> start(place, source(real, options))).add(connection);
    }
  }

  private static Running start(Object place, Source source) {
    Running running = new Running();
    var unused = Scheduler.start(source, 1, () -> isWanted(place, running));
    return running;
  }

  /** Asked each second. */
  private static boolean isWanted(Object place, Running running) {
    synchronized (RUNNING) {
      boolean wanted = running.isWanted();
      if (!wanted) {
        RUNNING.remove(place);
      }
      return wanted;
    }
  }

  /** Sessions for jobs, each on a connection of its own. */
  static Source source(Real real, Options options) {
    return () -> open(real.open(), options);
  }

  private static JobSession open(Connection real, Options options) throws SQLException {
    if (!real.getAutoCommit()) {
      real.setAutoCommit(true);
    }
    return MViewConnection.openForJobs(real, options);
  }

  /** The connections for which a scheduler runs. */
  private static final class Running {
    private final List<WeakReference<Connection>> connections = new ArrayList<>();
    private int secondsAlone;

    void add(Connection connection) {
      connections.removeIf(Running::isGone);
      connections.add(new WeakReference<>(connection));
    }

    boolean isWanted() {
      connections.removeIf(Running::isGone);
      secondsAlone = connections.isEmpty() ? secondsAlone + 1 : 0;
      return secondsAlone < PATIENCE;
    }

    private static boolean isGone(WeakReference<Connection> reference) {
      @Nullable Connection connection = reference.get();
      try {
        return connection == null || connection.isClosed();
      } catch (SQLException e) {
        return true;
      }
    }
  }
}
