package org.mview.driver;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.ShardingKeyBuilder;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.mview.command.Options;
import org.mview.driver.wrap.MViewConnection;
import org.mview.session.Siblings;

/** The connections of another data source, with materialized views. */
final class DataSourceOver implements DataSource {
  private final DataSource real;
  private final Options options;

  DataSourceOver(DataSource real, Options options) {
    this.real = real;
    this.options = options;
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection =
        MViewConnection.open(real.getConnection(), options, real::getConnection);
    Schedulers.join(this, options, real::getConnection, connection);
    return connection;
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    Siblings siblings = () -> real.getConnection(user, password);
    Connection connection = MViewConnection.open(siblings.open(), options, siblings);
    Schedulers.join(this, options, siblings::open, connection);
    return connection;
  }

  @Override
  public ShardingKeyBuilder createShardingKeyBuilder() throws SQLException {
    return real.createShardingKeyBuilder();
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

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    if (type.isInstance(this)) {
      return type.cast(this);
    }
    return type.isInstance(real) ? type.cast(real) : real.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return type.isInstance(this) || type.isInstance(real) || real.isWrapperFor(type);
  }
}
