package org.mview.session;

import static org.mview.error.MViewError.NOT_SUPPORTED;

import java.lang.ref.WeakReference;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mview.command.Options;
import org.mview.database.Database;
import org.mview.database.Dialects;
import org.mview.dialect.Dialect;

/**
 * Opens sessions. Those of one database share what they know of it, for as long as one of them is
 * open.
 */
public final class Sessions {
  private final Map<String, WeakReference<Shared>> shared = new HashMap<>();

  /**
   * Opens the session of a connection that the real driver has just opened; nothing is read of the
   * database before there is a need to.
   *
   * @param real the connection of the real driver; it stays the caller's to close
   */
  public Session open(Connection real, Options options) throws SQLException {
    return open(real, options, Optional.empty());
  }

  /**
   * The same for a connection of which more can be opened.
   *
   * @param siblings where they come from
   */
  public Session open(Connection real, Options options, Siblings siblings) throws SQLException {
    return open(real, options, Optional.of(siblings));
  }

  private Session open(Connection real, Options options, Optional<Siblings> siblings)
      throws SQLException {
    return real.getAutoCommit()
        ? new SessionOnDemand(this, real, options, siblings)
        : openNow(real, options, siblings);
  }

  /**
   * Opens a session in which jobs run.
   *
   * @param real a connection that has just been opened, in autocommit; it is closed with the
   *     session
   */
  public JobSession openForJobs(Connection real, Options options) throws SQLException {
    Dialect dialect =
        Dialects.of(real)
            .orElseThrow(
                () ->
                    NOT_SUPPORTED.of(
                        "mview.scheduler on this database", "there are no views on it"));
    Database database = new Database(real, dialect);
    Shared known = shared(database.identity());
    known.current(database);
    return JobSession.of(real, database, new LiveSession(database, options, known), options);
  }

  Session openNow(Connection real, Options options, Optional<Siblings> siblings)
      throws SQLException {
    Optional<Dialect> dialect = Dialects.of(real);
    if (dialect.isEmpty()) {
      return new UnwatchedSession(real.getMetaData().getDatabaseProductName());
    }
    Database database = new Database(real, dialect.get());
    Shared known = shared(database.identity());
    known.current(database);
    return new LiveSession(database, options, known, siblings);
  }

  private synchronized Shared shared(Optional<String> identity) {
    @Nullable WeakReference<Shared> known = shared.get(identity.orElse(""));
    @Nullable Shared found = known == null ? null : known.get();
    if (found == null || !found.join()) {
      found = new Shared();
      found.join();
      shared.values().removeIf(reference -> reference.get() == null);
      if (identity.isPresent()) {
        shared.put(identity.get(), new WeakReference<>(found));
      }
    }
    return found;
  }
}
