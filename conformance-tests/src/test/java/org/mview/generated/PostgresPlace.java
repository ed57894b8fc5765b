package org.mview.generated;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.mview.conformance.FreshDatabase;
import org.mview.conformance.PostgresDatabase;

/** Databases on one server. */
final class PostgresPlace implements Place {
  @Override
  public Twins make(Setup setup, Path folder) throws SQLException {
    return new OnServer(
        PostgresDatabase.EMBEDDED.create(), PostgresDatabase.EMBEDDED.create(), setup.properties());
  }

  /**
   * All connections of a script are one thread's: who waits for a lock that one of them holds until
   * it commits, as after TRUNCATE, waits for ever.
   */
  private static Connection impatient(FreshDatabase database) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("options", "-c lock_timeout=1000");
    return DriverManager.getConnection(database.rawUrl(), properties);
  }

  private record OnServer(FreshDatabase with, FreshDatabase without, Properties properties)
      implements Twins {
    @Override
    public Connection ours() throws SQLException {
      return with.connect(properties);
    }

    @Override
    public Connection twin() throws SQLException {
      return DriverManager.getConnection(without.rawUrl(), properties);
    }

    @Override
    public Connection raw(Application ours) throws SQLException {
      return impatient(with);
    }

    @Override
    public Connection rawTwin(Application twin) throws SQLException {
      return impatient(without);
    }

    @Override
    public void close() {
      with.close();
      without.close();
    }
  }
}
