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
      return with.connectRaw();
    }

    @Override
    public Connection rawTwin(Application twin) throws SQLException {
      return without.connectRaw();
    }

    @Override
    public void close() {
      with.close();
      without.close();
    }
  }
}
