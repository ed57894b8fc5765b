package org.mview.concurrency;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Gives out connections of the real driver, so many at a time; for want of one it fails at once.
 */
final class LimitedPool implements DataSource {
  private final List<String> urls;
  private final int most;
  private final Semaphore free;

  /** How many have been given out. */
  private final AtomicInteger opened = new AtomicInteger();

  LimitedPool(String url, int most) {
    this(List.of(url), most);
  }

  /**
   * One whose connections differ.
   *
   * @param urls of the first, the second and so on; the last one is that of all others, too
   */
  LimitedPool(List<String> urls, int most) {
    this.urls = urls;
    this.most = most;
    this.free = new Semaphore(most);
  }

  /** How many have been given out since the beginning. */
  int opened() {
    return opened.get();
  }

  /** How many are given out now. */
  int open() {
    return most - free.availablePermits();
  }

  @Override
  public Connection getConnection() throws SQLException {
    if (!free.tryAcquire()) {
      throw new SQLTransientConnectionException("the pool is used up");
    }
    int number = opened.getAndIncrement();
    Connection real = DriverManager.getConnection(urls.get(Math.min(number, urls.size() - 1)));
    return (Connection)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("close") && !real.isClosed()) {
                real.close();
                free.release();
                return null;
              }
              try {
                return method.invoke(real, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return getConnection();
  }

  @Override
  public PrintWriter getLogWriter() {
    return DriverManager.getLogWriter();
  }

  @Override
  public void setLogWriter(PrintWriter writer) {
    DriverManager.setLogWriter(writer);
  }

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public void setLoginTimeout(int seconds) {}

  @Override
  public Logger getParentLogger() {
    return Logger.getLogger("");
  }

  @Override
  public <T> T unwrap(Class<T> type) {
    return type.cast(this);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return type.isInstance(this);
  }
}
