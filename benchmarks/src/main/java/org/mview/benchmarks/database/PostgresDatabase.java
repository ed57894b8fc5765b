package org.mview.benchmarks.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * A database on a PostgreSQL server.
 *
 * @param url for PostgreSQL's own driver
 */
public record PostgresDatabase(String url) {
  /** Opens it by PostgreSQL's own driver. */
  public Connection raw() throws SQLException {
    return DriverManager.getConnection(url);
  }

  /** Opens it by ours. */
  public Connection mview() throws SQLException {
    return mview(new Properties());
  }

  /** Opens it by ours, with properties. */
  public Connection mview(Properties properties) throws SQLException {
    return DriverManager.getConnection(url.replaceFirst("jdbc:", "jdbc:mview:"), properties);
  }
}
