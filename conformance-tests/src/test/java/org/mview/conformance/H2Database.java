package org.mview.conformance;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.mview.dialect.Dialect;
import org.mview.dialect.h2.H2;

/** H2 in memory. */
public record H2Database(String name) implements TestDatabase {
  /** Of the tests alone: it stays until it is shut down. */
  public static final H2Database IN_MEMORY = new H2Database("h2");

  /** Scenarios call columns so, which is a name elsewhere. */
  private static final String WORDS = ";NON_KEYWORDS=DAY,HOUR,MINUTE,MONTH,SECOND,VALUE,YEAR";

  private static final AtomicInteger NUMBER = new AtomicInteger();

  @Override
  public Dialect dialect() {
    return H2.DIALECT;
  }

  @Override
  public FreshDatabase create() throws SQLException {
    String url = "jdbc:h2:mem:test" + NUMBER.incrementAndGet() + WORDS;
    execute(url, "SET DB_CLOSE_DELAY -1");
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
      return base + ";IFEXISTS=TRUE";
    }

    @Override
    public void close() {
      try {
        execute(base, "SHUTDOWN");
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
