package org.mview.database;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mview.dialect.Dialect;
import org.mview.dialect.duckdb.Duckdb;
import org.mview.dialect.h2.H2;
import org.mview.dialect.hsqldb.Hsqldb;
import org.mview.dialect.mysql.Mysql;
import org.mview.dialect.postgres.Postgres;
import org.mview.dialect.sqlite.Sqlite;

/** Finds out which dialect a connection speaks. */
public final class Dialects {
  private static final Map<String, Spoken> BY_PRODUCT =
      Map.of(
          "SQLite", new Spoken(Sqlite.DIALECT, 3),
          "H2", new Spoken(H2.DIALECT, 2),
          "HSQL Database Engine", new Spoken(Hsqldb.DIALECT, 2),
          "DuckDB", new Spoken(Duckdb.DIALECT, 1), // as which version 2, too, introduces itself
          "PostgreSQL", new Spoken(Postgres.DIALECT, 15),
          "MySQL", new Spoken(Mysql.MYSQL, 8),
          "MariaDB", new Spoken(Mysql.MARIADB, 10));

  private static final Pattern PATCH = Pattern.compile("^8\\.0\\.(\\d+)");

  private static final Pattern VERSION_OF_DUCKDB = Pattern.compile("^v(\\d+)\\.");

  private Dialects() {}

  /** A dialect, and the first version of the database that we speak with. */
  private record Spoken(Dialect dialect, int since) {}

  /** The dialect of a connection; empty when we do not speak it. */
  public static Optional<Dialect> of(Connection connection) throws SQLException {
    DatabaseMetaData metaData = connection.getMetaData();
    Spoken spoken = BY_PRODUCT.get(metaData.getDatabaseProductName());
    if (spoken == null || metaData.getDatabaseMajorVersion() < spoken.since()) {
      return Optional.empty();
    }
    if (spoken.dialect().equals(Mysql.MARIADB) && !skipsLocked(metaData)) {
      return Optional.empty();
    }
    if (spoken.dialect().equals(H2.DIALECT) && !isPlainH2(connection, metaData)) {
      return Optional.empty();
    }
    if (spoken.dialect().equals(Hsqldb.DIALECT) && !isPlainHsqldb(connection, metaData)) {
      return Optional.empty();
    }
    if (spoken.dialect().equals(Duckdb.DIALECT) && !hasTriggers(metaData)) {
      return Optional.empty();
    }
    if (spoken.dialect().equals(Mysql.MARIADB) && isCluster(connection)) {
      return Optional.of(Mysql.MARIADB_CLUSTER);
    }
    return Optional.of(
        spoken.dialect().equals(Mysql.MYSQL) ? mysql(connection, metaData) : spoken.dialect());
  }

  private static boolean isCluster(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(Mysql.IS_CLUSTER)) {
      return row.next();
    }
  }

  /** Since 8.0.16 MySQL checks what it is told to. */
  private static Dialect mysql(Connection connection, DatabaseMetaData metaData)
      throws SQLException {
    boolean is80 =
        metaData.getDatabaseMajorVersion() == 8 && metaData.getDatabaseMinorVersion() == 0;
    Matcher patch = PATCH.matcher(metaData.getDatabaseProductVersion());
    boolean old = is80 && patch.find() && Integer.parseInt(patch.group(1)) < 16;
    if (old) {
      return Mysql.MYSQL_WITHOUT_CHECKS;
    }
    return isCluster(connection) ? Mysql.MYSQL_CLUSTER : Mysql.MYSQL;
  }

  /** In other modes H2 reads texts as other databases do, or keeps names otherwise. */
  private static boolean isPlainH2(Connection connection, DatabaseMetaData metaData)
      throws SQLException {
    boolean young =
        metaData.getDatabaseMajorVersion() > 2 || metaData.getDatabaseMinorVersion() >= 5;
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(H2.IS_PLAIN)) {
      return young && row.next() && row.getBoolean(1);
    }
  }

  /** With other settings HSQLDB reads texts as other databases do, or keeps names otherwise. */
  private static boolean isPlainHsqldb(Connection connection, DatabaseMetaData metaData)
      throws SQLException {
    boolean young =
        metaData.getDatabaseMajorVersion() > 2 || metaData.getDatabaseMinorVersion() >= 7;
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(Hsqldb.IS_PLAIN)) {
      return young && row.next() && row.getBoolean(1);
    }
  }

  /** DuckDB has triggers since 2.0. */
  private static boolean hasTriggers(DatabaseMetaData metaData) throws SQLException {
    Matcher version = VERSION_OF_DUCKDB.matcher(metaData.getDatabaseProductVersion());
    return version.find() && Integer.parseInt(version.group(1)) >= 2;
  }

  /** MariaDB can pass over rows that others have locked since 10.6. */
  private static boolean skipsLocked(DatabaseMetaData metaData) throws SQLException {
    return metaData.getDatabaseMajorVersion() > 10 || metaData.getDatabaseMinorVersion() >= 6;
  }
}
