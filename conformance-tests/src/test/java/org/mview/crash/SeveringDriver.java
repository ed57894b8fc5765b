package org.mview.crash;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.mview.conformance.DriverOverDriver;

/**
 * A real driver under {@code jdbc:severed:…}, whose connection the server ends when a statement of
 * a given number is about to be sent. Statements and the end of transactions count.
 */
final class SeveringDriver extends DriverOverDriver implements AutoCloseable {
  private static final String NAME = "severed";
  private static final Set<String> ENDS = Set.of("commit", "rollback", "setAutoCommit");

  private final Servers servers;
  private final Connection other;
  private Meanwhile meanwhile = () -> {};
  private int left;
  private boolean happened;

  /** What somebody else does. */
  @FunctionalInterface
  interface Meanwhile {
    void run() throws SQLException;
  }

  /**
   * A driver, until it is closed.
   *
   * @param other a connection by which the server is told
   */
  SeveringDriver(Servers servers, Connection other) throws SQLException {
    super(NAME);
    this.servers = servers;
    this.other = other;
    DriverManager.registerDriver(this);
  }

  static String url(String rawUrl) {
    return "jdbc:mview:%s:%s".formatted(NAME, rawUrl.substring("jdbc:".length()));
  }

  /** The connection is ended before the call of this number, counted from 1; 0 is never. */
  void sever(int number) {
    left = number;
    happened = false;
  }

  /** What happens before each call that counts. */
  void meanwhile(Meanwhile other) {
    meanwhile = other;
  }

  /** How many calls there were since {@link #sever} was told a number that they did not reach. */
  int sent(int number) {
    return number - left;
  }

  /** Whether it has come to that. */
  boolean hasSevered() {
    return happened;
  }

  @Override
  protected Connection over(Connection real) throws SQLException {
    String number = servers.number(real);
    return proxy(
        Connection.class,
        (proxy, method, arguments) -> {
          if (ENDS.contains(method.getName())) {
            before(number);
          }
          Object result = call(real, method, arguments);
          return result instanceof PreparedStatement prepared
              ? statement(PreparedStatement.class, prepared, number)
              : result instanceof Statement plain
                  ? statement(Statement.class, plain, number)
                  : result;
        });
  }

  private <T extends Statement> T statement(Class<T> type, T real, String number) {
    return proxy(
        type,
        (proxy, method, arguments) -> {
          if (method.getName().startsWith("execute")) {
            before(number);
          }
          return call(real, method, arguments);
        });
  }

  private void before(String number) throws SQLException {
    if (left > 0) {
      meanwhile.run();
    }
    if (left > 0 && --left == 0) {
      happened = true;
      servers.end(other, number);
    }
  }

  @Override
  public void close() throws SQLException {
    DriverManager.deregisterDriver(this);
  }
}
