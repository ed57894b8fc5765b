package org.mview.conformance.scenario;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.mview.conformance.FreshDatabase;

/**
 * The connections of a scenario, by name. Each is opened when it is first used, and with autocommit
 * off.
 */
final class Connections implements AutoCloseable {
  /** The one that a step begins with. */
  static final String FIRST = "first";

  /** One that does not go through our driver: another program. */
  static final String RAW = "raw";

  private final FreshDatabase database;
  private final Map<String, String> ofAll;
  private final SettableClock clock = new SettableClock();
  private final Map<String, Connection> open = new HashMap<>();

  /**
   * None yet.
   *
   * @param ofAll properties of each, unless it is given others
   */
  Connections(FreshDatabase database, Map<String, String> ofAll) {
    this.database = database;
    this.ofAll = Map.copyOf(ofAll);
  }

  Connection named(String name) throws SQLException {
    Connection known = open.get(name);
    if (known != null) {
      return known;
    }
    Connection connection =
        name.equals(RAW) ? database.connectRaw() : database.connect(withClock(Map.of()));
    return add(name, connection);
  }

  void connect(String name, Map<String, String> given) throws SQLException {
    close(name);
    add(name, database.connect(withClock(given)));
  }

  private Properties withClock(Map<String, String> given) {
    Properties properties = new Properties();
    properties.putAll(ofAll);
    properties.putAll(given);
    properties.put("mview.clock", clock);
    return properties;
  }

  SettableClock clock() {
    return clock;
  }

  private Connection add(String name, Connection connection) throws SQLException {
    open.put(name, connection);
    connection.setAutoCommit(false);
    return connection;
  }

  void close(String name) throws SQLException {
    Connection known = open.remove(name);
    if (known != null) {
      known.close();
    }
  }

  @Override
  public void close() throws SQLException {
    for (Connection connection : open.values()) {
      connection.close();
    }
    open.clear();
  }
}
