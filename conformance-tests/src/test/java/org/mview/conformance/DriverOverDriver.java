package org.mview.conformance;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Properties;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A driver under a URL of its own that gives each call to a real one, or does something else. */
public abstract class DriverOverDriver implements Driver {
  private final String prefix;

  /**
   * A driver for {@code jdbc:name:…}.
   *
   * @param name stands in the URL before that of the real driver
   */
  protected DriverOverDriver(String name) {
    this.prefix = "jdbc:" + name + ":";
  }

  @Override
  public @Nullable Connection connect(String url, Properties properties) throws SQLException {
    return acceptsURL(url)
        ? over(DriverManager.getConnection("jdbc:" + url.substring(prefix.length()), properties))
        : null;
  }

  /** The connection that the caller gets. */
  protected abstract Connection over(Connection real) throws SQLException;

  /** An object of which each call is handled. */
  protected static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            DriverOverDriver.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  /** Makes the call of the real object, and throws what it throws. */
  protected static @Nullable Object call(
      Object real, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  @Override
  public boolean acceptsURL(String url) {
    return url.startsWith(prefix);
  }

  @Override
  public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties) {
    return new DriverPropertyInfo[0];
  }

  @Override
  public int getMajorVersion() {
    return 1;
  }

  @Override
  public int getMinorVersion() {
    return 0;
  }

  @Override
  public boolean jdbcCompliant() {
    return false;
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getLogger(prefix);
  }
}
