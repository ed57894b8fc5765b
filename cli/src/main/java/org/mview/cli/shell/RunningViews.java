package org.mview.cli.shell;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which views are being refreshed completely, as a database tells of its sessions. */
@FunctionalInterface
interface RunningViews extends AutoCloseable {
  /** Nobody knows. */
  RunningViews UNKNOWN = List::of;

  /** Those of all sessions that the account may look at. */
  List<Running> now() throws SQLException;

  /** Never fails. */
  @Override
  default void close() {}

  /**
   * A view that is being refreshed.
   *
   * @param before how long its last refresh took, if that was a complete one
   */
  record Running(String view, Optional<Duration> before) {}

  /** What another connection sees than that of the user, whose transaction is left alone. */
  static RunningViews seenBy(Shell.Opening opening) {
    return new Seen(opening);
  }

  /** A connection that is opened when it is first wanted. */
  final class Seen implements RunningViews {
    private static final String VIEWS = "SELECT CURRMVNAME FROM V$MVREFRESH ORDER BY CURRMVNAME";

    /** By itself: what a database tells of its sessions may have another collation. */
    private static final String TIMES =
        "SELECT MVIEW_NAME, FULLREFRESHTIM FROM USER_MVIEW_ANALYSIS";

    private final Shell.Opening opening;
    private Optional<Connection> connection = Optional.empty();

    private Seen(Shell.Opening opening) {
      this.opening = opening;
    }

    @Override
    public synchronized List<Running> now() throws SQLException {
      Connection open = connection.isPresent() ? connection.get() : opening.open();
      connection = Optional.of(open);
      try (Statement statement = open.createStatement()) {
        Set<String> views = views(statement);
        Map<String, Duration> times = views.isEmpty() ? Map.of() : times(statement);
        return views.stream()
            .map(view -> new Running(view, Optional.ofNullable(times.get(view))))
            .toList();
      }
    }

    private static Set<String> views(Statement statement) throws SQLException {
      Set<String> views = new LinkedHashSet<>();
      try (ResultSet row = statement.executeQuery(VIEWS)) {
        while (row.next()) {
          views.add(row.getString(1));
        }
      }
      return views;
    }

    private static Map<String, Duration> times(Statement statement) throws SQLException {
      Map<String, Duration> times = new HashMap<>();
      try (ResultSet row = statement.executeQuery(TIMES)) {
        while (row.next()) {
          double seconds = row.getDouble(2);
          if (!row.wasNull()) {
            times.put(row.getString(1), Duration.ofMillis(Math.round(seconds * 1000)));
          }
        }
      }
      return times;
    }

    @Override
    public synchronized void close() {
      try {
        if (connection.isPresent()) {
          connection.get().close();
        }
      } catch (SQLException e) {
        // the user is about to leave, and has not asked for it
      }
    }
  }
}
