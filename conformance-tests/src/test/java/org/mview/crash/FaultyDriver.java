package org.mview.crash;

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
import java.util.Properties;
import java.util.Set;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A real driver under {@code jdbc:faulty:…} that gives every call to another one, except for the
 * one that is to fail. Statements and the end of transactions count; a rollback never fails, since
 * nobody could do anything about it.
 */
final class FaultyDriver implements Driver {
  private static final String PREFIX = "jdbc:faulty:";
  private static final Set<String> ENDS = Set.of("commit", "setAutoCommit");

  private final Faults faults;

  FaultyDriver(Faults faults) {
    this.faults = faults;
  }

  @Override
  public @Nullable Connection connect(String url, Properties properties) throws SQLException {
    if (!acceptsURL(url)) {
      return null;
    }
    Connection real =
        DriverManager.getConnection("jdbc:" + url.substring(PREFIX.length()), properties);
    return proxy(
        Connection.class,
        (proxy, method, arguments) -> {
          if (ENDS.contains(method.getName())) {
            faults.before(method.getName());
          }
          Object result = call(real, method, arguments);
          return result instanceof PreparedStatement prepared
              ? statement(PreparedStatement.class, prepared, String.valueOf(arguments[0]))
              : result instanceof Statement plain ? statement(Statement.class, plain, "") : result;
        });
  }

  private <T extends Statement> T statement(Class<T> type, T real, String prepared) {
    return proxy(
        type,
        (proxy, method, arguments) -> {
          if (method.getName().startsWith("execute")) {
            String sql = prepared.isEmpty() ? String.valueOf(arguments[0]) : prepared;
            if (!sql.contains("ROLLBACK")) {
              faults.before(sql);
            }
          }
          return call(real, method, arguments);
        });
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            FaultyDriver.class.getClassLoader(), new Class<?>[] {type}, handler));
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
    return url.startsWith(PREFIX);
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
    return Logger.getLogger("faulty");
  }
}
