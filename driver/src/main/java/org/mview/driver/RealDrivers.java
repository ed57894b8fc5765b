package org.mview.driver;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.mview.error.MViewError;

/**
 * Finds the driver of a database, as DriverManager would, and where it does not look: it knows only
 * the drivers of our own class loader, and a container may have the application's in another.
 */
final class RealDrivers {
  private static final Map<String, String> ARTIFACTS =
      Map.ofEntries(
          Map.entry("jdbc:derby:", "org.apache.derby:derby"),
          Map.entry("jdbc:duckdb:", "org.duckdb:duckdb_jdbc"),
          Map.entry("jdbc:h2:", "com.h2database:h2"),
          Map.entry("jdbc:hsqldb:", "org.hsqldb:hsqldb"),
          Map.entry("jdbc:mariadb:", "org.mariadb.jdbc:mariadb-java-client"),
          Map.entry("jdbc:mysql:", "com.mysql:mysql-connector-j"),
          Map.entry("jdbc:oracle:", "com.oracle.database.jdbc:ojdbc11"),
          Map.entry("jdbc:postgresql:", "org.postgresql:postgresql"),
          Map.entry("jdbc:sqlite:", "org.xerial:sqlite-jdbc"),
          Map.entry("jdbc:sqlserver:", "com.microsoft.sqlserver:mssql-jdbc"));

  private RealDrivers() {}

  /** Connects by the first driver that takes the URL. */
  static Connection connect(ConnectionRequest request) throws SQLException {
    for (Driver driver : (Iterable<Driver>) taking(request)::iterator) {
      Connection connection = driver.connect(request.url(), request.properties());
      if (connection != null) {
        return connection;
      }
    }
    String scheme = ConnectionRequest.scheme(request.url());
    throw MViewError.URL_WITHOUT_DRIVER.of(scheme, wayOut(scheme));
  }

  /** The drivers that say they take the URL; none is looked for before it is asked for. */
  static Stream<Driver> taking(ConnectionRequest request) {
    return ConnectionProperty.DRIVER
        .of(request.ours())
        .map(name -> Stream.of(ofClass(name)))
        .orElseGet(RealDrivers::all)
        .filter(driver -> takes(driver, request.url()));
  }

  private static boolean takes(Driver driver, String url) {
    try {
      return driver.acceptsURL(url);
    } catch (SQLException notThisOne) {
      return false;
    }
  }

  private static Stream<Driver> all() {
    Stream<Supplier<Stream<Driver>>> places =
        Stream.of(
            DriverManager::drivers,
            () -> services(Thread.currentThread().getContextClassLoader()),
            () -> services(RealDrivers.class.getClassLoader()));
    return places.flatMap(Supplier::get);
  }

  private static Stream<Driver> services(ClassLoader loader) {
    Iterator<Driver> services = ServiceLoader.load(Driver.class, loader).iterator();
    List<Driver> drivers = new ArrayList<>();
    for (Optional<Driver> next = next(services); next.isPresent(); next = next(services)) {
      drivers.add(next.get());
    }
    return drivers.stream();
  }

  /** The next one that can be loaded. */
  private static Optional<Driver> next(Iterator<Driver> services) {
    while (true) {
      try {
        return services.hasNext() ? Optional.of(services.next()) : Optional.empty();
      } catch (ServiceConfigurationError broken) {
        // it must not stand in the way of the one after it
      }
    }
  }

  private static Driver ofClass(String name) {
    try {
      return load(name).asSubclass(Driver.class).getConstructor().newInstance();
    } catch (ReflectiveOperationException | ClassCastException | LinkageError failure) {
      throw MViewError.PROPERTY_NOT_VALID
          .of(ConnectionProperty.DRIVER.name(), "class " + name + " is no driver that can be made")
          .because(failure);
    }
  }

  private static Class<?> load(String name) throws ClassNotFoundException {
    try {
      return Class.forName(name, true, Thread.currentThread().getContextClassLoader());
    } catch (ClassNotFoundException notThere) {
      return Class.forName(name);
    }
  }

  private static String wayOut(String scheme) {
    return Optional.ofNullable(ARTIFACTS.get(scheme))
        .map(artifact -> "add the jar " + artifact + " to the class path")
        .orElse("add the database's driver to the class path, or name it in mview.driver");
  }
}
