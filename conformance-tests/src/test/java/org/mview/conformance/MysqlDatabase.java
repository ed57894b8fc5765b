package org.mview.conformance;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.mview.conformance.server.MariadbServer;
import org.mview.conformance.server.MysqlServer;
import org.mview.conformance.server.ServerProcess;
import org.mview.dialect.Dialect;
import org.mview.dialect.mysql.Mysql;

/**
 * MySQL or MariaDB: a real server, which is started when it is first needed and ends with the
 * tests.
 *
 * @param options of the driver: the servers have no certificates
 */
public record MysqlDatabase(Dialect dialect, Supplier<ServerProcess> server, String options)
    implements TestDatabase {
  /** The server that comes as a dependency of the tests: MySQL 8.0.15. */
  public static final MysqlDatabase MYSQL =
      new MysqlDatabase(
          Mysql.MYSQL_WITHOUT_CHECKS,
          MysqlServer::running,
          "sslMode=DISABLED&allowPublicKeyRetrieval=true");

  /** The server that the operating system has. */
  public static final MysqlDatabase MARIADB =
      new MysqlDatabase(Mysql.MARIADB, MariadbServer::running, "sslMode=disable");

  private static final AtomicInteger NUMBER = new AtomicInteger();

  @Override
  public String name() {
    return dialect.name();
  }

  @Override
  public FreshDatabase create() throws SQLException {
    String name = "test" + NUMBER.incrementAndGet();
    execute("CREATE DATABASE " + name + " CHARACTER SET utf8mb4");
    return new OnServer(name, this);
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(urlOf(""));
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private String urlOf(String database) {
    return "jdbc:%s://127.0.0.1:%s/%s?user=root&%s"
        .formatted(dialect.name(), server.get().port(), database, options());
  }

  private record OnServer(String name, MysqlDatabase kind) implements FreshDatabase {
    @Override
    public String rawUrl() {
      return kind.urlOf(name);
    }

    @Override
    public void close() {
      try {
        kind.execute("DROP DATABASE " + name);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** As in the names of tests, and in URLs. */
  @Override
  public String toString() {
    return dialect.name();
  }
}
