package org.mview.database;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.mview.dialect.Dialect;
import org.mview.dialect.mysql.Mysql;
import org.mview.dialect.postgres.Postgres;
import org.mview.dialect.sqlite.Sqlite;

/** Finds out which dialect a connection speaks. */
public final class Dialects {
  private static final Map<String, Spoken> BY_PRODUCT =
      Map.of(
          "SQLite", new Spoken(Sqlite.DIALECT, 3),
          "PostgreSQL", new Spoken(Postgres.DIALECT, 15),
          "MySQL", new Spoken(Mysql.MYSQL, 8),
          "MariaDB", new Spoken(Mysql.MARIADB, 10));

  private Dialects() {}

  /** A dialect, and the first version of the database that we speak with. */
  private record Spoken(Dialect dialect, int since) {}

  /** The dialect of a connection; empty when we do not speak it. */
  public static Optional<Dialect> of(Connection connection) throws SQLException {
    DatabaseMetaData metaData = connection.getMetaData();
    Spoken spoken = BY_PRODUCT.get(metaData.getDatabaseProductName());
    return spoken == null || metaData.getDatabaseMajorVersion() < spoken.since()
        ? Optional.empty()
        : Optional.of(spoken.dialect());
  }
}
