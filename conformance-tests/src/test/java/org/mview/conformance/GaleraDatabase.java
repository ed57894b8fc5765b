package org.mview.conformance;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.mview.conformance.server.GaleraCluster;
import org.mview.conformance.server.ServerProcess;
import org.mview.dialect.Dialect;
import org.mview.dialect.mysql.Mysql;

/** MariaDB with three servers, each of which writes. Every connection is to the next one. */
public record GaleraDatabase() implements TestDatabase {
  /** The servers that the operating system has. */
  public static final GaleraDatabase CLUSTER = new GaleraDatabase();

  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final AtomicInteger NEXT = new AtomicInteger();

  @Override
  public String name() {
    return "galera";
  }

  @Override
  public Dialect dialect() {
    return Mysql.MARIADB_CLUSTER;
  }

  @Override
  public FreshDatabase create() throws SQLException {
    String name = "test" + NUMBER.incrementAndGet();
    execute("CREATE DATABASE " + name + " CHARACTER SET utf8mb4");
    return new OnCluster(name);
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(urlOfNext(""));
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** What one server has committed, a statement sees on another one only if it waits for it. */
  private static String urlOfNext(String database) {
    List<ServerProcess> nodes = GaleraCluster.running().nodes();
    return "jdbc:mariadb://127.0.0.1:%s/%s?user=root&sslMode=disable&sessionVariables=wsrep_sync_wait=15"
        .formatted(nodes.get(NEXT.getAndIncrement() % nodes.size()).port(), database);
  }

  private record OnCluster(String name) implements FreshDatabase {
    @Override
    public String rawUrl() {
      return urlOfNext(name);
    }

    @Override
    public void close() {
      try {
        execute("DROP DATABASE " + name);
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
