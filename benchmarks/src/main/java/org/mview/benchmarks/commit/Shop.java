package org.mview.benchmarks.commit;

import java.sql.Connection;
import java.sql.SQLException;
import org.mview.benchmarks.database.Script;

/**
 * A table of orders, and one of customers that it refers to. Amounts are whole numbers, in cents.
 */
public final class Shop {
  /** How many orders there are; their ids begin with 1. */
  public static final int ORDERS = 100_000;

  /** How many customers there are; their ids begin with 1. */
  public static final int CUSTOMERS = 1_000;

  private static final String ORDERS_TABLE =
      """
      CREATE TABLE orders (
        id INTEGER PRIMARY KEY, customer INTEGER NOT NULL, amount INTEGER NOT NULL, note TEXT)""";

  private static final String CUSTOMERS_TABLE =
      "CREATE TABLE customers (id INTEGER PRIMARY KEY, region INTEGER NOT NULL, name TEXT)";

  private static final String FILL_CUSTOMERS =
      """
      WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d)
      INSERT INTO customers SELECT i, i %% 50, 'customer ' || i FROM n"""
          .formatted(CUSTOMERS);

  private static final String FILL_ORDERS =
      """
      WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d)
      INSERT INTO orders SELECT i, 1 + i * 7 %% %d, i %% 10007, 'order ' || i FROM n"""
          .formatted(ORDERS, CUSTOMERS);

  /** An aggregate of one table. */
  public static final String BY_CUSTOMER =
      "SELECT customer, COUNT(*) AS n, SUM(amount) AS total FROM orders GROUP BY customer";

  /** An aggregate of a join. */
  public static final String BY_REGION =
      """
      SELECT c.region, COUNT(*) AS n, SUM(o.amount) AS total
      FROM orders o JOIN customers c ON c.id = o.customer GROUP BY c.region""";

  /** Prime to the number of orders, so that its multiples go through all of them. */
  private static final int STRIDE = 7_919;

  private static final String FILL_AGAIN =
      """
      WITH RECURSIVE n (i, id) AS (
        SELECT 0, 1 UNION ALL SELECT i + 1, 1 + (i + 1) * %d %% %d FROM n WHERE i + 1 < %d)
      INSERT INTO orders SELECT id, 1 + id * 7 %% %d, id %% 10007, 'order ' || id FROM n""";

  private Shop() {}

  /** The ids of the orders in an order in which neighbours are far apart. */
  static int scattered(int place) {
    return 1 + (int) ((long) place * STRIDE % ORDERS);
  }

  /** Puts back as many of the first {@linkplain #scattered scattered} orders. */
  static void fillAgain(Connection connection, int count) throws SQLException {
    if (count > 0) {
      Script.run(connection, FILL_AGAIN.formatted(STRIDE, ORDERS, count, CUSTOMERS));
    }
  }

  /** Creates and fills the tables. */
  public static void create(Connection connection) throws SQLException {
    Script.run(connection, ORDERS_TABLE, CUSTOMERS_TABLE, FILL_CUSTOMERS, FILL_ORDERS);
  }
}
