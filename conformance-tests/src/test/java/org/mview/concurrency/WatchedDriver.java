package org.mview.concurrency;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A real driver under a URL of its own, of which the test sees each statement on its way to the
 * database, and may give another one instead.
 */
final class WatchedDriver implements Driver, AutoCloseable {
  private final String prefix;
  private final UnaryOperator<String> instead;
  private final List<String> sent = new CopyOnWriteArrayList<>();

  /** A driver for {@code jdbc:name:…}, until it is closed. */
  WatchedDriver(String name, UnaryOperator<String> instead) throws SQLException {
    this.prefix = "jdbc:" + name + ":";
    this.instead = instead;
    DriverManager.registerDriver(this);
  }

  /** Our URL over this driver. */
  String url(String rawUrl) {
    String jdbc = "jdbc:";
    return jdbc + "mview:" + prefix.substring(jdbc.length()) + rawUrl.substring(jdbc.length());
  }

  /** What has been sent since this was asked last. */
  List<String> sent() {
    List<String> all = List.copyOf(sent);
    sent.clear();
    return all;
  }

  @Override
  public @Nullable Connection connect(String url, Properties properties) throws SQLException {
    if (!acceptsURL(url)) {
      return null;
    }
    Connection real =
        DriverManager.getConnection("jdbc:" + url.substring(prefix.length()), properties);
    return proxy(
        Connection.class, (proxy, method, arguments) -> onConnection(real, method, arguments));
  }

  private @Nullable Object onConnection(
      Connection real, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    String name = method.getName();
    if (name.equals("commit") || name.equals("rollback")) {
      sent.add(name);
    } else if (name.startsWith("prepare") && arguments != null) {
      String sql = String.valueOf(arguments[0]);
      arguments[0] = instead.apply(sql);
      return statement(PreparedStatement.class, (Statement) call(real, method, arguments), sql);
    }
    Object result = call(real, method, arguments);
    return result instanceof Statement plain ? statement(Statement.class, plain, "") : result;
  }

  private <T extends Statement> T statement(Class<T> type, Statement real, String prepared) {
    return proxy(
        type,
        (proxy, method, arguments) -> {
          if (method.getName().startsWith("execute")) {
            boolean has = prepared.isEmpty() && arguments != null;
            sent.add(has ? String.valueOf(arguments[0]) : prepared);
            if (has) {
              arguments[0] = instead.apply(String.valueOf(arguments[0]));
            }
          }
          return call(real, method, arguments);
        });
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            WatchedDriver.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static @Nullable Object call(
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
    return Logger.getLogger("watched");
  }

  @Override
  public void close() throws SQLException {
    DriverManager.deregisterDriver(this);
  }
}
