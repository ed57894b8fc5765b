package org.mview.dialect.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** A real PostgreSQL for all tests of this JVM, started when the first of them asks for it. */
final class EmbeddedServer {
  private static final EmbeddedServer INSTANCE = new EmbeddedServer();

  private final EmbeddedPostgres server;
  private final AtomicInteger databases = new AtomicInteger();

  private EmbeddedServer() {
    try {
      server = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
  }

  private void stop() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The URL of a database that nobody else uses. */
  static String freshDatabase() throws SQLException {
    String name = "test" + INSTANCE.databases.incrementAndGet();
    try (Connection connection = DriverManager.getConnection(INSTANCE.url("postgres"));
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    }
    return INSTANCE.url(name);
  }

  private String url(String database) {
    return server.getJdbcUrl("postgres", database);
  }
}
