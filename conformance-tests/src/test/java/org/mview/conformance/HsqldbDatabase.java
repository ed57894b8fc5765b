package org.mview.conformance;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.mview.dialect.Dialect;
import org.mview.dialect.hsqldb.Hsqldb;

/**
 * HSQLDB in memory.
 *
 * @param model how its transactions keep out of each other's way
 */
public record HsqldbDatabase(String name, String model) implements TestDatabase {
  /** Who reads waits for nobody. */
  public static final HsqldbDatabase IN_MEMORY = new HsqldbDatabase("hsqldb", "MVCC");

  /** Its default: a transaction keeps others out of the tables that it has changed. */
  public static final HsqldbDatabase LOCKING = new HsqldbDatabase("hsqldb-locks", "LOCKS");

  /** Where it is a type, as most databases call it. */
  private static final Pattern TEXT =
      Pattern.compile(
          "(?i)(?<=[\\w\"] |column )text(?=\\s*(?:[,)]|not |null|primary |default |unique|check|collate|references|$))");

  private static final AtomicInteger NUMBER = new AtomicInteger();

  @Override
  public Dialect dialect() {
    return Hsqldb.DIALECT;
  }

  @Override
  public String spelt(String sql) {
    return TEXT.matcher(sql)
        .replaceAll("varchar(1000)")
        .replace("select 1 union", "select 1 from (values (0)) union");
  }

  @Override
  public FreshDatabase create() throws SQLException {
    String url = "jdbc:hsqldb:mem:test" + NUMBER.incrementAndGet();
    execute(url, "SET DATABASE TRANSACTION CONTROL " + model);
    execute(url, "SET DATABASE SQL AVG SCALE 4");
    return new InMemory(url);
  }

  private static void execute(String url, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private record InMemory(String base) implements FreshDatabase {
    @Override
    public String rawUrl() {
      return base + ";ifexists=true";
    }

    @Override
    public void close() {
      try {
        execute(base, "SHUTDOWN IMMEDIATELY");
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** As in the names of tests. */
  @Override
  public String toString() {
    return name;
  }
}
