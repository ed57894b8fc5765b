package org.mview.concurrency;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.mview.conformance.DriverOverDriver;

/**
 * A real driver under a URL of its own, of which the test sees each statement on its way to the
 * database, and may give another one instead.
 */
final class WatchedDriver extends DriverOverDriver implements AutoCloseable {
  private final String name;
  private final UnaryOperator<String> instead;
  private final List<String> sent = new CopyOnWriteArrayList<>();

  /** A driver for {@code jdbc:name:…}, until it is closed. */
  WatchedDriver(String name, UnaryOperator<String> instead) throws SQLException {
    super(name);
    this.name = name;
    this.instead = instead;
    DriverManager.registerDriver(this);
  }

  /** Our URL over this driver. */
  String url(String rawUrl) {
    return "jdbc:mview:%s:%s".formatted(name, rawUrl.substring("jdbc:".length()));
  }

  /** What has been sent since this was asked last. */
  List<String> sent() {
    List<String> all = List.copyOf(sent);
    sent.clear();
    return all;
  }

  @Override
  protected Connection over(Connection real) {
    return proxy(
        Connection.class, (proxy, method, arguments) -> onConnection(real, method, arguments));
  }

  private @Nullable Object onConnection(
      Connection real, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    String called = method.getName();
    if (called.equals("commit") || called.equals("rollback")) {
      sent.add(called);
    } else if (called.startsWith("prepare") && arguments != null) {
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

  @Override
  public void close() throws SQLException {
    DriverManager.deregisterDriver(this);
  }
}
