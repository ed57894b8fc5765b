package org.mview.benchmarks.cost;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Random;
import org.mview.benchmarks.database.Script;

/**
 * Orders, customers and payments. Groups, partitions, partners and copies stay as many as they are
 * when the tables grow: there are more of each.
 *
 * @param orders how many there are; customers are a tenth of them, payments half as many
 */
record CostTables(int orders) {
  static final int ORDERS_OF_A_CUSTOMER = 10;
  private static final int CUSTOMERS_OF_A_REGION = 10;
  private static final int ORDERS_OF_AN_AMOUNT = 20;

  /** In SQL that every database understands. */
  void load(Connection connection) throws SQLException {
    int customers = orders / ORDERS_OF_A_CUSTOMER;
    Script.run(
        connection,
        "CREATE TABLE customers (id INTEGER PRIMARY KEY, name VARCHAR(20), region INTEGER NOT NULL)",
        """
        CREATE TABLE orders (id INTEGER PRIMARY KEY, customer INTEGER NOT NULL,
          cents INTEGER NOT NULL, day INTEGER NOT NULL)""",
        "CREATE TABLE payments (order_id INTEGER NOT NULL, cents INTEGER NOT NULL)",
        numbers("customers", customers, "i, 'name ' || i, i / " + CUSTOMERS_OF_A_REGION),
        numbers(
            "orders",
            orders,
            "i, 1 + (i * 7) %% %d, (i * 13) %% 1000, i %% 28".formatted(customers)),
        numbers(
            "payments",
            orders / 2,
            "1 + (i * 3) %% %d, (i * 11) %% %d".formatted(orders, orders / ORDERS_OF_AN_AMOUNT)),
        "ANALYZE");
  }

  private static String numbers(String table, int count, String values) {
    return """
        INSERT INTO %s WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d)
        SELECT %s FROM n"""
        .formatted(table, count, values);
  }

  /**
   * Changes a hundred rows at random places, so that every way has something to do: orders get
   * another price, or another customer; some go and come back; payments go and come.
   */
  void change(Connection connection, Random random) throws SQLException {
    int customers = orders / ORDERS_OF_A_CUSTOMER;
    connection.setAutoCommit(false);
    try (PreparedStatement price =
            connection.prepareStatement("UPDATE orders SET cents = ? WHERE id = ?");
        PreparedStatement move =
            connection.prepareStatement("UPDATE orders SET customer = ? WHERE id = ?");
        PreparedStatement gone = connection.prepareStatement("DELETE FROM orders WHERE id = ?");
        PreparedStatement back =
            connection.prepareStatement("INSERT INTO orders VALUES (?, ?, 500, 1)");
        PreparedStatement unpaid =
            connection.prepareStatement("UPDATE payments SET order_id = ? WHERE order_id = ?")) {
      for (int i = 0; i < 20; i++) {
        add(price, random.nextInt(1_000), place(random));
        add(price, random.nextInt(1_000), place(random));
        add(move, 1 + random.nextInt(customers), place(random));
        add(unpaid, place(random), place(random));
      }
      for (int id : random.ints(1, orders + 1).distinct().limit(20).toArray()) {
        add(gone, id);
        add(back, id, 1 + random.nextInt(customers));
      }
      for (PreparedStatement statement :
          new PreparedStatement[] {price, move, gone, back, unpaid}) {
        statement.executeBatch();
      }
    }
    connection.commit();
    connection.setAutoCommit(true);
  }

  private int place(Random random) {
    return 1 + random.nextInt(orders);
  }

  private static void add(PreparedStatement statement, int... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setInt(i + 1, values[i]);
    }
    statement.addBatch();
  }
}
