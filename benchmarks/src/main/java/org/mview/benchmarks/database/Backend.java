package org.mview.benchmarks.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.mview.benchmarks.paired.Clock;

/**
 * The process of the server that serves a connection: on Linux one can ask how long it had a
 * processor.
 */
public final class Backend {
  private final Path times;

  private Backend(Path times) {
    this.times = times;
  }

  /** The process behind a connection to PostgreSQL. */
  public static Backend of(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT pg_backend_pid()")) {
      row.next();
      return new Backend(Path.of("/proc", row.getString(1), "schedstat"));
    }
  }

  /**
   * For how long this thread and the server had a processor, in nanoseconds; the time on the wall
   * where the system does not tell.
   */
  public long cpu(Clock clock) {
    if (!Files.exists(times)) {
      return clock.wall();
    }
    try {
      return clock.cpu() + Long.parseLong(Files.readString(times).split(" ", -1)[0]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
