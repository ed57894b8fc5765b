package org.mview.benchmarks.commit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.mview.benchmarks.database.Script;

/**
 * What a programmer would write who has no materialized views: the same tables, kept by triggers
 * and statements of his own. Short of what a driver has to take care of: replaced rows, a group
 * that ends, values that are NULL.
 */
final class ByHand {
  private static final String LOG =
      """
      CREATE TABLE changes (
        sequence INTEGER PRIMARY KEY, sign INTEGER, customer INTEGER, amount INTEGER)""";

  private static final String LOG_INSERT =
      """
      CREATE TRIGGER log_insert AFTER INSERT ON orders BEGIN
        INSERT INTO changes (sign, customer, amount) VALUES (1, NEW.customer, NEW.amount);
      END""";

  private static final String LOG_UPDATE =
      """
      CREATE TRIGGER log_update AFTER UPDATE ON orders BEGIN
        INSERT INTO changes (sign, customer, amount)
        VALUES (-1, OLD.customer, OLD.amount), (1, NEW.customer, NEW.amount);
      END""";

  private static final String LOG_DELETE =
      """
      CREATE TRIGGER log_delete AFTER DELETE ON orders BEGIN
        INSERT INTO changes (sign, customer, amount) VALUES (-1, OLD.customer, OLD.amount);
      END""";

  private static final String CUSTOMER_SALES =
      """
      CREATE TABLE sales (customer INTEGER PRIMARY KEY, n INTEGER NOT NULL, total INTEGER NOT NULL)\
      """;

  private static final String REGION_SALES =
      """
      CREATE TABLE sales (region INTEGER PRIMARY KEY, n INTEGER NOT NULL, total INTEGER NOT NULL)""";

  private static final String APPLY_BY_CUSTOMER =
      """
      INSERT INTO sales SELECT customer, SUM(sign) AS n, SUM(sign * amount) AS total
      FROM changes WHERE TRUE GROUP BY customer
      ON CONFLICT (customer) DO UPDATE SET n = n + excluded.n, total = total + excluded.total""";

  private static final String APPLY_BY_REGION =
      """
      INSERT INTO sales SELECT c.region, SUM(l.sign), SUM(l.sign * l.amount)
      FROM changes l JOIN customers c ON c.id = l.customer WHERE TRUE GROUP BY c.region
      ON CONFLICT (region) DO UPDATE SET n = n + excluded.n, total = total + excluded.total""";

  private static final String UPSERT_IN_TRIGGER =
      """
      CREATE TRIGGER sales_%1$s AFTER %1$s ON orders BEGIN
        INSERT INTO sales VALUES (%2$s)
        ON CONFLICT (%3$s) DO UPDATE SET n = n + excluded.n, total = total + excluded.total;
      END""";

  private ByHand() {}

  /** Triggers that write a log. */
  static void log(Connection connection) throws SQLException {
    Script.run(connection, LOG, LOG_INSERT, LOG_UPDATE, LOG_DELETE);
  }

  /** A log, and a table of sums by customer that the application brings up to date from it. */
  static OrderTransactions.BeforeCommit byCustomer(Connection connection) throws SQLException {
    log(connection);
    Script.run(connection, CUSTOMER_SALES, "INSERT INTO sales " + Shop.BY_CUSTOMER);
    return applying(connection, APPLY_BY_CUSTOMER);
  }

  /** A log, and a table of sums by region that the application brings up to date from it. */
  static OrderTransactions.BeforeCommit byRegion(Connection connection) throws SQLException {
    log(connection);
    Script.run(connection, REGION_SALES, "INSERT INTO sales " + Shop.BY_REGION);
    return applying(connection, APPLY_BY_REGION);
  }

  private static OrderTransactions.BeforeCommit applying(Connection connection, String apply)
      throws SQLException {
    PreparedStatement applies = connection.prepareStatement(apply);
    PreparedStatement empties = connection.prepareStatement("DELETE FROM changes");
    return () -> {
      applies.executeUpdate();
      empties.executeUpdate();
    };
  }

  /** A table of sums by customer, and triggers that add to it; no log. */
  static void triggersByCustomer(Connection connection) throws SQLException {
    Script.run(
        connection,
        CUSTOMER_SALES,
        "INSERT INTO sales " + Shop.BY_CUSTOMER,
        upsert("INSERT", "NEW.customer, 1, NEW.amount", "customer"),
        upsert("UPDATE", "NEW.customer, 0, NEW.amount - OLD.amount", "customer"),
        upsert("DELETE", "OLD.customer, -1, -OLD.amount", "customer"));
  }

  /** A table of sums by region, and triggers that add to it; no log. */
  static void triggersByRegion(Connection connection) throws SQLException {
    String region = "(SELECT region FROM customers WHERE id = %s.customer)";
    Script.run(
        connection,
        REGION_SALES,
        "INSERT INTO sales " + Shop.BY_REGION,
        upsert("INSERT", region.formatted("NEW") + ", 1, NEW.amount", "region"),
        upsert("UPDATE", region.formatted("NEW") + ", 0, NEW.amount - OLD.amount", "region"),
        upsert("DELETE", region.formatted("OLD") + ", -1, -OLD.amount", "region"));
  }

  private static String upsert(String event, String values, String key) {
    return UPSERT_IN_TRIGGER.formatted(event, values, key);
  }
}
