package org.mview.benchmarks.server;

import java.sql.Connection;
import java.sql.SQLException;
import org.mview.benchmarks.commit.Shop;
import org.mview.benchmarks.database.Script;

/**
 * What a programmer would write in PostgreSQL who has no materialized views: a table of sums, and a
 * trigger that adds to it. Short of what a driver has to take care of: an order that gets another
 * customer, a group that ends, values that are NULL.
 */
enum TriggersByHand {
  /** Sums by customer. */
  ONE_TABLE("customer", Shop.BY_CUSTOMER, "%s.customer"),
  /** Sums by region. */
  JOIN("region", Shop.BY_REGION, "(SELECT region FROM customers WHERE id = %s.customer)");

  private static final String TABLE =
      "CREATE TABLE sales (%s INTEGER PRIMARY KEY, n BIGINT NOT NULL, total BIGINT NOT NULL)";

  private static final String FUNCTION =
      """
      CREATE FUNCTION add_sale() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'INSERT' THEN
          INSERT INTO sales VALUES (%1$s, 1, NEW.amount) ON CONFLICT (%2$s)
            DO UPDATE SET n = sales.n + excluded.n, total = sales.total + excluded.total;
        ELSIF TG_OP = 'UPDATE' THEN
          UPDATE sales SET total = total + NEW.amount - OLD.amount WHERE %2$s = %1$s;
        ELSE
          UPDATE sales SET n = n - 1, total = total - OLD.amount WHERE %2$s = %3$s;
        END IF;
        RETURN NULL;
      END $$""";

  private static final String TRIGGER =
      """
      CREATE TRIGGER add_sale AFTER INSERT OR UPDATE OR DELETE ON orders
      FOR EACH ROW EXECUTE FUNCTION add_sale()""";

  private final String key;
  private final String query;
  private final String keyOf;

  TriggersByHand(String key, String query, String keyOf) {
    this.key = key;
    this.query = query;
    this.keyOf = keyOf;
  }

  void create(Connection connection) throws SQLException {
    Script.run(
        connection,
        TABLE.formatted(key),
        "INSERT INTO sales " + query,
        FUNCTION.formatted(keyOf.formatted("NEW"), key, keyOf.formatted("OLD")),
        TRIGGER);
  }
}
