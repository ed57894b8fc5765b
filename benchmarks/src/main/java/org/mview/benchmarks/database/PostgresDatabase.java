package org.mview.benchmarks.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

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
    return DriverManager.getConnection(url.replaceFirst("jdbc:", "jdbc:mview:"));
  }
}
