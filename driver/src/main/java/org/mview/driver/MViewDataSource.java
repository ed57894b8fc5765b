package org.mview.driver;

import static org.mview.driver.wrap.ErrorTranslation.translated;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;
import javax.sql.XADataSource;
import org.jspecify.annotations.Nullable;
import org.mview.command.Options;
import org.mview.error.MViewError;

/**
 * Connections with materialized views, by a URL that begins with {@code jdbc:mview:}; or, by {@link
 * #over(DataSource)}, those of another data source.
 *
 * <p>A bean: to be set up by one thread, then used by any.
 */
public final class MViewDataSource implements DataSource {
  private String url = "";
  private Properties properties = new Properties();

  /** One that has yet to be given its URL. */
  public MViewDataSource() {}

  /** One for this URL. */
  public MViewDataSource(String url) {
    this.url = url;
  }

  /** The connections of another data source, such as a pool, with materialized views. */
  public static DataSource over(DataSource real) {
    return new DataSourceOver(real, Options.DEFAULT);
  }

  /**
   * The connections of another data source, with materialized views.
   *
   * @param properties properties of ours, as they stand in a URL
   * @throws SQLException 17068 when there is an unknown one, or one with a wrong value
   */
  public static DataSource over(DataSource real, Properties properties) throws SQLException {
    return new DataSourceOver(real, options(properties));
  }

  /**
   * The connections of a data source for distributed transactions, with materialized views. Views
   * ON COMMIT are brought up to date behind the second phase, by the resource that commits.
   */
  public static XADataSource overXa(XADataSource real) {
    return new XaDataSourceOver(real, Options.DEFAULT);
  }

  /**
   * The same with properties of ours, as they stand in a URL; {@code mview.scheduler} does nothing
   * here.
   *
   * @throws SQLException 17068 when there is an unknown one, or one with a wrong value
   */
  public static XADataSource overXa(XADataSource real, Properties properties) throws SQLException {
    return new XaDataSourceOver(real, options(properties));
  }

  private static Options options(Properties properties) throws SQLException {
    Map<String, String> given = new HashMap<>();
    properties.stringPropertyNames().forEach(n -> given.put(n, properties.getProperty(n)));
    return translated(
        () -> {
          ConnectionProperty.checkNames(given.keySet());
          return ConnectionProperty.options(given, Optional.empty());
        });
  }

  /** The URL; empty when none has been set. */
  public String getUrl() {
    return url;
  }

  /** Sets the URL, which begins with {@code jdbc:mview:}. */
  public void setUrl(String url) {
    this.url = url;
  }

  /** Sets the properties of the connections, ours and the real driver's. */
  public void setProperties(Properties properties) {
    this.properties = copy(properties);
  }

  /** Sets the user's name, one of the properties. */
  public void setUser(String user) {
    properties.setProperty("user", user);
  }

  /** Sets the user's password, one of the properties. */
  public void setPassword(String password) {
    properties.setProperty("password", password);
  }

  @Override
  public Connection getConnection() throws SQLException {
    return connect(copy(properties));
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    Properties withUser = copy(properties);
    withUser.setProperty("user", user);
    withUser.setProperty("password", password);
    return connect(withUser);
  }

  private Connection connect(Properties all) throws SQLException {
    Connection connection = new MViewDriver().connect(url, all);
    if (connection == null) {
      throw translated(
          MViewError.URL_WITHOUT_DRIVER.of(
              ConnectionRequest.scheme(url),
              "one of ours begins with " + ConnectionRequest.PREFIX));
    }
    return connection;
  }

  private static Properties copy(Properties properties) {
    return (Properties) properties.clone();
  }

  @Override
  public @Nullable PrintWriter getLogWriter() {
    return DriverManager.getLogWriter();
  }

  @Override
  public void setLogWriter(@Nullable PrintWriter writer) {
    DriverManager.setLogWriter(writer);
  }

  @Override
  public int getLoginTimeout() {
    return DriverManager.getLoginTimeout();
  }

  /** Sets, in seconds, what drivers that look at DriverManager wait for: it is one for all. */
  @Override
  public void setLoginTimeout(int seconds) {
    DriverManager.setLoginTimeout(seconds);
  }

  @Override
  public Logger getParentLogger() {
    return new MViewDriver().getParentLogger();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    if (!type.isInstance(this)) {
      throw translated(MViewError.NOT_SUPPORTED.of("unwrap", "this is no " + type.getName()));
    }
    return type.cast(this);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return type.isInstance(this);
  }
}
