package org.mview.benchmarks.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A PostgreSQL server of this JVM's own, reached over loopback. It does not wait for the disk, so
 * that this does not hide what is measured.
 */
public final class PostgresServer {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  /** Apart, so that it is started when it is first needed. */
  private static final class Running {
    static final EmbeddedPostgres SERVER = start();

    private static EmbeddedPostgres start() {
      try {
        EmbeddedPostgres started =
            EmbeddedPostgres.builder()
                .setServerConfig("fsync", "off")
                .setServerConfig("synchronous_commit", "off")
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(started)));
        return started;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void stop(EmbeddedPostgres server) {
      try {
        server.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private PostgresServer() {}

  /** A new database. */
  public static PostgresDatabase create() throws SQLException {
    String name = "benchmark" + NUMBER.incrementAndGet();
    try (Connection connection = DriverManager.getConnection(url("postgres"))) {
      Script.run(connection, "CREATE DATABASE " + name);
    }
    return new PostgresDatabase(url(name));
  }

  private static String url(String database) {
    return Running.SERVER.getJdbcUrl("postgres", database);
  }

  /** What the server says that it is. */
  public static String version() throws SQLException {
    try (Connection connection = DriverManager.getConnection(url("postgres"))) {
      return connection.getMetaData().getDatabaseProductVersion();
    }
  }
}
