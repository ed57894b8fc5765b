package org.mview.conformance;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.mview.database.Dialects;
import org.mview.dialect.Capability;
import org.mview.dialect.Dialect;

/**
 * A database of the user's. What is tested on it gets places of its own, a file, a database or a
 * schema, which are gone when they, or this, are closed.
 */
public final class UrlDatabase implements TestDatabase, AutoCloseable {
  private static final String OURS = "jdbc:mview:";

  private final String description;
  private final Dialect dialect;
  private final Places places;
  private final List<FreshDatabase> open = new ArrayList<>();
  private final Thread atExit = new Thread(this::removeAll, "leaves nothing behind");
  private boolean closed;

  private UrlDatabase(String description, Dialect dialect, Places places) {
    this.description = description;
    this.dialect = dialect;
    this.places = places;
  }

  /** Makes places. */
  @FunctionalInterface
  interface Places {
    /** A new one. */
    Place create() throws SQLException;
  }

  /** A place, until it is removed. */
  interface Place extends FreshDatabase {
    /** Ends what still uses it, and removes it. */
    @Override
    void close();
  }

  /**
   * The database of a URL, which must be there.
   *
   * @param url of our driver, or of the database's own
   * @param login properties with which both connect
   * @throws SQLException when nobody answers, or it is a database that we do not know
   */
  public static UrlDatabase of(String url, Properties login) throws SQLException {
    boolean isOurs = url.toLowerCase(Locale.ROOT).startsWith(OURS);
    Login own = new Login(isOurs ? "jdbc:" + url.substring(OURS.length()) : url, login);
    try (Connection connection = own.connect()) {
      DatabaseMetaData about = connection.getMetaData();
      String description = about.getDatabaseProductName() + " " + about.getDatabaseProductVersion();
      Optional<Dialect> dialect = Dialects.of(connection);
      if (dialect.isEmpty()) {
        throw new SQLException(
            "%s has no materialized views with this version of mview".formatted(description),
            "0A000");
      }
      boolean inFile = dialect.get().name().equals("sqlite");
      UrlDatabase database =
          new UrlDatabase(
              description, dialect.get(), inFile ? FilePlace::create : () -> ServerPlace.of(own));
      Runtime.getRuntime().addShutdownHook(database.atExit);
      return database;
    }
  }

  /** What the database calls itself, and its version. */
  public String description() {
    return description;
  }

  /** What it can do of what some databases cannot, in words, or what it cannot. */
  public List<String> capabilities(boolean can) {
    Set<String> words = new TreeSet<>();
    for (Capability capability : Capability.values()) {
      if (dialect.can(capability) == can) {
        words.add(capability.name().toLowerCase(Locale.ROOT).replace('_', ' '));
      }
    }
    return List.copyOf(words);
  }

  @Override
  public String name() {
    return dialect.name();
  }

  @Override
  public Dialect dialect() {
    return dialect;
  }

  @Override
  public FreshDatabase create() throws SQLException {
    synchronized (open) {
      if (closed) {
        throw new SQLException("the run is over", "57014");
      }
      Place place = places.create();
      open.add(place);
      return new Tracked(place, this);
    }
  }

  /** Removes every place that is still there; the end of the program does so, too. */
  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      // the program ends already, and the hook runs
    }
    removeAll();
  }

  private void removeAll() {
    synchronized (open) {
      closed = true;
      List.copyOf(open).forEach(this::remove);
    }
  }

  private void remove(FreshDatabase place) {
    synchronized (open) {
      if (open.remove(place)) {
        place.close();
      }
    }
  }

  /** As in the names of tests. */
  @Override
  public String toString() {
    return name();
  }

  /** A place that is removed once, by whoever comes first. */
  private record Tracked(Place place, UrlDatabase database) implements FreshDatabase {
    @Override
    public String rawUrl() {
      return place.rawUrl();
    }

    @Override
    public Connection connect() throws SQLException {
      return place.connect();
    }

    @Override
    public Connection connect(Properties properties) throws SQLException {
      return place.connect(properties);
    }

    @Override
    public Connection connectRaw() throws SQLException {
      return place.connectRaw();
    }

    @Override
    public void close() {
      database.remove(place);
    }
  }

  /**
   * How to connect.
   *
   * @param url of the database's own driver
   */
  record Login(String url, Properties properties) {
    Login with(String otherUrl) {
      return new Login(otherUrl, properties);
    }

    Connection connect() throws SQLException {
      return DriverManager.getConnection(url, properties);
    }

    Connection connectOurs(Properties more) throws SQLException {
      Properties all = new Properties();
      all.putAll(properties);
      all.putAll(more);
      return DriverManager.getConnection(OURS + url.substring("jdbc:".length()), all);
    }
  }
}
