package org.mview.conformance;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.mview.dialect.Dialect;
import org.mview.dialect.postgres.Postgres;

/** PostgreSQL: a real server, which is started when it is first needed and ends with the tests. */
public record PostgresDatabase() implements TestDatabase {
  /** The server that comes as a dependency of the tests. */
  public static final PostgresDatabase EMBEDDED = new PostgresDatabase();

  private static final AtomicInteger NUMBER = new AtomicInteger();

  /** Apart, so that the server is not started where no test asks for it. */
  private static final class Server {
    static final EmbeddedPostgres RUNNING = start();

    private static EmbeddedPostgres start() {
      try {
        EmbeddedPostgres started =
            EmbeddedPostgres.builder()
                .setServerConfig("fsync", "off")
                .setServerConfig("synchronous_commit", "off")
                .setServerConfig("max_prepared_transactions", "10")
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

  @Override
  public String name() {
    return "postgresql";
  }

  @Override
  public Dialect dialect() {
    return Postgres.DIALECT;
  }

  @Override
  public FreshDatabase create() throws SQLException {
    String name = "test" + NUMBER.incrementAndGet();
    execute("CREATE DATABASE " + name);
    return new OnServer(name);
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(urlOf("postgres"));
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String urlOf(String database) {
    return Server.RUNNING.getJdbcUrl("postgres", database);
  }

  private record OnServer(String name) implements FreshDatabase {
    @Override
    public String rawUrl() {
      return urlOf(name);
    }

    @Override
    public void close() {
      try {
        execute("DROP DATABASE " + name + " WITH (FORCE)");
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** As in the names of tests. */
  @Override
  public String toString() {
    return name();
  }
}
