package org.mview.driver;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.mview.error.MViewError;

/**
 * Finds the driver of a database, as DriverManager would, and where it does not look: it knows only
 * the drivers of our own class loader, and a container may have the application's in another.
 */
final class RealDrivers {
  private final ConnectionRequest request;
  private final Iterator<Iterator<Driver>> places;
  private Iterator<Driver> drivers = Collections.emptyIterator();

  private RealDrivers(ConnectionRequest request) {
    this.request = request;
    this.places = places(request).iterator();
  }

  /** Connects by the first driver that takes the URL. */
  static Connection connect(ConnectionRequest request) throws SQLException {
    RealDrivers drivers = new RealDrivers(request);
    for (Optional<Driver> next = drivers.next(); next.isPresent(); next = drivers.next()) {
      Connection connection = next.get().connect(request.url(), request.properties());
      if (connection != null) {
        return connection;
      }
    }
    String scheme = ConnectionRequest.scheme(request.url());
    throw MViewError.URL_WITHOUT_DRIVER.of(scheme, DriverArtifacts.wayOut(scheme));
  }

  /** The first driver that says it takes the URL. */
  static Optional<Driver> taking(ConnectionRequest request) {
    return new RealDrivers(request).next();
  }

  /** Where drivers are; none is looked for before it is asked for. */
  private static List<Iterator<Driver>> places(ConnectionRequest request) {
    String named = request.ours().get(ConnectionProperty.DRIVER_NAME);
    return named == null
        ? List.of(
            DriverManager.getDrivers().asIterator(),
            services(Thread.currentThread().getContextClassLoader()),
            services(RealDrivers.class.getClassLoader()))
        : List.of(List.of(ofClass(named)).iterator());
  }

  private static Iterator<Driver> services(ClassLoader loader) {
    return ServiceLoader.load(Driver.class, loader).iterator();
  }

  /** The next driver that says it takes the URL. */
  private Optional<Driver> next() {
    while (true) {
      try {
        if (drivers.hasNext()) {
          Driver driver = drivers.next();
          if (takes(driver)) {
            return Optional.of(driver);
          }
        } else if (places.hasNext()) {
          drivers = places.next();
        } else {
          return Optional.empty();
        }
      } catch (ServiceConfigurationError broken) {
        // it must not stand in the way of the one after it
      }
    }
  }

  private boolean takes(Driver driver) {
    try {
      return driver.acceptsURL(request.url());
    } catch (SQLException notThisOne) {
      return false;
    }
  }

  private static Driver ofClass(String name) {
    try {
      return load(name).asSubclass(Driver.class).getConstructor().newInstance();
    } catch (ReflectiveOperationException | ClassCastException | LinkageError failure) {
      throw MViewError.PROPERTY_NOT_VALID
          .of(ConnectionProperty.DRIVER_NAME, "class " + name + " is no driver that can be made")
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
}
