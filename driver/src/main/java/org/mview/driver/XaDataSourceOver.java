package org.mview.driver;

import java.io.PrintWriter;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.XAConnection;
import javax.sql.XADataSource;
import org.jspecify.annotations.Nullable;
import org.mview.command.Options;
import org.mview.driver.wrap.MViewXaConnection;

/** The connections of another data source for distributed transactions, with materialized views. */
final class XaDataSourceOver implements XADataSource {
  private final XADataSource real;
  private final Options options;

  XaDataSourceOver(XADataSource real, Options options) {
    this.real = real;
    this.options = options;
  }

  @Override
  public XAConnection getXAConnection() throws SQLException {
    return new MViewXaConnection(real.getXAConnection(), options);
  }

  @Override
  public XAConnection getXAConnection(String user, String password) throws SQLException {
    return new MViewXaConnection(real.getXAConnection(user, password), options);
  }

  @Override
  public @Nullable PrintWriter getLogWriter() throws SQLException {
    return real.getLogWriter();
  }

  @Override
  public void setLogWriter(@Nullable PrintWriter writer) throws SQLException {
    real.setLogWriter(writer);
  }

  @Override
  public int getLoginTimeout() throws SQLException {
    return real.getLoginTimeout();
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    real.setLoginTimeout(seconds);
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    return real.getParentLogger();
  }
}
