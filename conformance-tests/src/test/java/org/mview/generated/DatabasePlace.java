package org.mview.generated;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.mview.conformance.FreshDatabase;
import org.mview.conformance.TestDatabase;

/**
 * Databases on one server, or in one process.
 *
 * @param property of connections that look, so that they do not wait: all connections of a script
 *     are one thread's, and who waits for a lock that one of them holds until it commits, as after
 *     TRUNCATE, waits for ever
 * @param value of the property
 */
record DatabasePlace(TestDatabase database, String property, String value) implements Place {
  @Override
  public Twins make(Setup setup, Path folder) throws SQLException {
    return new Both(database.create(), database.create(), setup.properties(), impatient());
  }

  private Properties impatient() {
    Properties properties = new Properties();
    properties.setProperty(property, value);
    return properties;
  }

  private record Both(
      FreshDatabase with, FreshDatabase without, Properties properties, Properties impatient)
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
      return DriverManager.getConnection(with.rawUrl(), impatient);
    }

    @Override
    public Connection rawTwin(Application twin) throws SQLException {
      return DriverManager.getConnection(without.rawUrl(), impatient);
    }

    @Override
    public void close() {
      with.close();
      without.close();
    }
  }
}
