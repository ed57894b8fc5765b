package org.mview.conformance;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mview.conformance.UrlDatabase.Login;

/** A database on a server; where none may be made, a schema. */
final class ServerPlace implements UrlDatabase.Place {
  private static final Pattern URL = Pattern.compile("(jdbc:[a-z]+://[^/?]*/)([^?]*)(\\?.*)?");

  private static final int ATTEMPTS = 100;
  private static final AtomicInteger NUMBER = new AtomicInteger();

  /** What is made and removed; names need no quotes. */
  private enum Kind {
    DATABASE("DROP DATABASE %s"),
    FORCED_DATABASE("DROP DATABASE %s WITH (FORCE)"),
    SCHEMA("DROP SCHEMA %s CASCADE");

    private final String drop;

    Kind(String drop) {
      this.drop = drop;
    }
  }

  private final Login server;
  private final Login place;
  private final String drop;
  private final List<Connection> open = new ArrayList<>();

  private ServerPlace(Login server, Login place, String drop) {
    this.server = server;
    this.place = place;
    this.drop = drop;
  }

  static ServerPlace of(Login server) throws SQLException {
    Matcher url = URL.matcher(server.url());
    if (!url.matches()) {
      throw new SQLException("the URL must name a host and a database: //host/database", "08001");
    }
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      for (int i = 1; ; i++) {
        Optional<ServerPlace> made = new Attempt(server, url, name(), statement).make();
        if (made.isPresent()) {
          return made.get();
        } else if (i == ATTEMPTS) {
          throw new SQLException("all names are taken that begin like " + name(), "42710");
        }
      }
    }
  }

  /** Others may run at the same time, on another computer. */
  private static String name() {
    return "mview_conformance_%s_%s"
        .formatted(ProcessHandle.current().pid(), NUMBER.incrementAndGet());
  }

  /** Makes a place of a name, if it is free. */
  private record Attempt(Login server, Matcher url, String name, Statement statement) {
    Optional<ServerPlace> make() throws SQLException {
      boolean postgresql = server.url().startsWith("jdbc:postgresql");
      String options = url.group(3) == null ? "" : url.group(3);
      try {
        statement.execute("CREATE DATABASE " + name + (postgresql ? "" : " CHARACTER SET utf8mb4"));
      } catch (SQLException e) {
        if (isTaken(e)) {
          return Optional.empty();
        } else if (postgresql) {
          return schema(options);
        }
        throw e;
      }
      Kind kind = postgresql ? Kind.FORCED_DATABASE : Kind.DATABASE;
      return Optional.of(place(url.group(1) + name + options, kind));
    }

    private Optional<ServerPlace> schema(String options) throws SQLException {
      try {
        statement.execute("CREATE SCHEMA " + name);
      } catch (SQLException e) {
        if (isTaken(e)) {
          return Optional.empty();
        }
        throw e;
      }
      String option = (options.isEmpty() ? "?" : options + "&") + "currentSchema=" + name;
      return Optional.of(place(url.group(1) + url.group(2) + option, Kind.SCHEMA));
    }

    private ServerPlace place(String placeUrl, Kind kind) {
      return new ServerPlace(server, server.with(placeUrl), kind.drop.formatted(name));
    }

    private static boolean isTaken(SQLException e) {
      return Set.of("42P04", "42P06").contains(e.getSQLState()) || e.getErrorCode() == 1007;
    }
  }

  @Override
  public String rawUrl() {
    return place.url();
  }

  @Override
  public Connection connect() throws SQLException {
    return connect(new Properties());
  }

  @Override
  public Connection connect(Properties properties) throws SQLException {
    return kept(place.connectOurs(properties));
  }

  @Override
  public Connection connectRaw() throws SQLException {
    return kept(place.connect());
  }

  private Connection kept(Connection connection) {
    synchronized (open) {
      open.add(connection);
    }
    return connection;
  }

  @Override
  public void close() {
    synchronized (open) {
      open.forEach(ServerPlace::end);
    }
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(drop);
    } catch (SQLException e) {
      throw new IllegalStateException("left behind, as it cannot be removed: " + drop, e);
    }
  }

  /** Whatever it is doing. */
  private static void end(Connection connection) {
    try {
      if (!connection.isClosed()) {
        connection.abort(Runnable::run);
      }
    } catch (SQLException e) {
      // then the server still has it, and removing the place says so
    }
  }
}
