package org.mview.benchmarks.commit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Random;
import org.mview.benchmarks.database.Script;
import org.mview.benchmarks.paired.Subject;

/** Transactions that change one order each. */
public final class OrderTransactions implements Subject {
  /** What is done to the order. */
  public enum Kind {
    /** A new one. */
    INSERT("INSERT INTO orders (amount, customer, id) VALUES (?, ?, ?)"),

    /** Another amount. */
    UPDATE("UPDATE orders SET amount = ? WHERE id = ?"),

    /** It goes. */
    DELETE("DELETE FROM orders WHERE id = ?");

    private final String sql;

    Kind(String sql) {
      this.sql = sql;
    }
  }

  private final Connection connection;
  private final Kind kind;
  private final BeforeCommit beforeCommit;
  private final String[] betweenSlices;
  private final PreparedStatement statement;
  private final Random random = new Random(1);
  private int nextId = Shop.ORDERS + 1;
  private int deleted;

  /**
   * Transactions on a connection, which is closed with them.
   *
   * @param betweenSlices statements that keep what is measured at its size
   */
  public OrderTransactions(
      Connection connection, Kind kind, BeforeCommit beforeCommit, String... betweenSlices)
      throws SQLException {
    this.connection = connection;
    this.kind = kind;
    this.beforeCommit = beforeCommit;
    this.betweenSlices = betweenSlices;
    connection.setAutoCommit(false);
    this.statement = connection.prepareStatement(kind.sql);
  }

  /** What the application itself does before it commits. */
  @FunctionalInterface
  public interface BeforeCommit {
    /** Most applications. */
    BeforeCommit NOTHING = () -> {};

    /** Does it. */
    void run() throws SQLException;
  }

  @Override
  public void prepare() throws SQLException {
    Script.run(connection, "DELETE FROM orders WHERE id > " + Shop.ORDERS);
    nextId = Shop.ORDERS + 1;
    Shop.fillAgain(connection, deleted);
    deleted = 0;
    connection.commit();
    connection.setAutoCommit(true);
    Script.run(connection, betweenSlices);
    connection.setAutoCommit(false);
  }

  @Override
  public void run(int operations) throws SQLException {
    for (int i = 0; i < operations; i++) {
      bind();
      statement.executeUpdate();
      beforeCommit.run();
      connection.commit();
    }
  }

  private void bind() throws SQLException {
    switch (kind) {
      case INSERT -> {
        statement.setInt(1, random.nextInt(10_000));
        statement.setInt(2, 1 + random.nextInt(Shop.CUSTOMERS));
        statement.setInt(3, nextId++);
      }
      case UPDATE -> {
        statement.setInt(1, random.nextInt(10_000));
        statement.setInt(2, 1 + random.nextInt(Shop.ORDERS));
      }
      case DELETE -> statement.setInt(1, Shop.scattered(deleted++));
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
