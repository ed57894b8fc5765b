package org.mview.driver;

import static org.mview.driver.wrap.ErrorTranslation.translated;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mview.driver.wrap.MViewConnection;
import org.mview.error.MViewException;

/**
 * The driver for {@code jdbc:mview:} URLs: behind the prefix stands the URL of the database's own
 * driver, as in {@code jdbc:mview:sqlite:shop.db}.
 *
 * <p>Properties that begin with {@code mview.} are ours, in the URL as in the Properties; all
 * others are the real driver's, and reach it unchanged.
 */
public final class MViewDriver implements Driver {
  static {
    register();
  }

  private static void register() {
    try {
      DriverManager.registerDriver(new MViewDriver());
    } catch (SQLException failure) {
      throw new ExceptionInInitializerError(failure);
    }
  }

  /** As the service loader calls it. */
  public MViewDriver() {}

  @Override
  public boolean acceptsURL(@Nullable String url) {
    return url != null && url.startsWith(ConnectionRequest.PREFIX);
  }

  /**
   * Connects by the real driver.
   *
   * @return null when the URL does not begin with our prefix
   * @throws SQLException 17067 when no driver takes the rest of the URL, 17068 when a property of
   *     ours is unknown or has a wrong value; else the real driver's own
   */
  @Override
  public @Nullable Connection connect(String url, @Nullable Properties properties)
      throws SQLException {
    if (!acceptsURL(url)) {
      return null;
    }
    try {
      ConnectionRequest request = ConnectionRequest.of(url, given(properties));
      Connection connection =
          MViewConnection.open(
              RealDrivers.connect(request), request.options(), () -> RealDrivers.connect(request));
      Schedulers.join(request, connection);
      return connection;
    } catch (MViewException error) {
      throw translated(error);
    }
  }

  /** Our properties, then those of the real driver where there is one for this URL. */
  @Override
  public DriverPropertyInfo[] getPropertyInfo(String url, @Nullable Properties properties)
      throws SQLException {
    if (!acceptsURL(url)) {
      return new DriverPropertyInfo[0];
    }
    return translated(
        () -> {
          ConnectionRequest request = ConnectionRequest.of(url, given(properties));
          Stream<DriverPropertyInfo> ours =
              ConnectionProperty.ALL.stream().map(property -> property.info(request.ours()));
          return Stream.concat(ours, Stream.of(real(request))).toArray(DriverPropertyInfo[]::new);
        });
  }

  /** Some tools give none. */
  private static Properties given(@Nullable Properties properties) {
    return properties == null ? new Properties() : properties;
  }

  private static DriverPropertyInfo[] real(ConnectionRequest request) throws SQLException {
    Optional<Driver> driver = RealDrivers.taking(request);
    return driver.isEmpty()
        ? new DriverPropertyInfo[0]
        : driver.get().getPropertyInfo(request.url(), request.properties());
  }

  @Override
  public int getMajorVersion() {
    return Version.OURS.major();
  }

  @Override
  public int getMinorVersion() {
    return Version.OURS.minor();
  }

  /** No: that would be a promise for the real driver, whichever it is. */
  @Override
  public boolean jdbcCompliant() {
    return false;
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getLogger("org.mview");
  }
}
