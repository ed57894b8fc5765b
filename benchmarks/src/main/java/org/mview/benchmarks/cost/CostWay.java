package org.mview.benchmarks.cost;

import java.util.List;

/**
 * A way in which views are kept, by a view that is kept so.
 *
 * @param name by which it is chosen on the command line
 * @param title what a reader of the table sees
 * @param indexes without which a refresh has to read a table from end to end
 */
record CostWay(String name, String title, String query, List<String> indexes) {
  private static final String ORDERS_BY_CUSTOMER = "orders (customer)";
  private static final String PAYMENTS_BY_ORDER = "payments (order_id)";

  static final List<CostWay> ALL =
      List.of(
          of(
              "groups",
              "groups into which changes are merged",
              "SELECT customer, COUNT(*) AS n, SUM(cents) AS cents FROM orders GROUP BY customer"),
          of(
              "extremes",
              "groups with a greatest value",
              "SELECT customer, MAX(cents) AS most FROM orders GROUP BY customer",
              ORDERS_BY_CUSTOMER),
          of(
              "reread",
              "groups that are read again",
              "SELECT customer, COUNT(DISTINCT day) AS days FROM orders GROUP BY customer",
              ORDERS_BY_CUSTOMER),
          of(
              "grouped_join",
              "groups of a join",
              """
              SELECT c.region, COUNT(*) AS n, SUM(o.cents) AS cents
              FROM orders o JOIN customers c ON c.id = o.customer GROUP BY c.region""",
              ORDERS_BY_CUSTOMER),
          of(
              "rows",
              "rows of a join, by their keys",
              "SELECT o.id, o.cents, c.name FROM orders o JOIN customers c ON c.id = o.customer",
              ORDERS_BY_CUSTOMER),
          of(
              "bag",
              "rows without a key",
              "SELECT p.cents, o.day FROM payments p JOIN orders o ON o.id = p.order_id",
              PAYMENTS_BY_ORDER),
          of(
              "outer_join",
              "an outer join",
              """
              SELECT c.id, c.name, o.id AS order_id, o.cents
              FROM customers c LEFT JOIN orders o ON o.customer = c.id""",
              ORDERS_BY_CUSTOMER),
          of(
              "semi_join",
              "rows that have a partner",
              """
              SELECT c.id, c.name FROM customers c
              WHERE EXISTS (SELECT 1 FROM orders o WHERE o.customer = c.id AND o.cents > 900)""",
              ORDERS_BY_CUSTOMER),
          of(
              "anti_join",
              "rows that have none",
              """
              SELECT o.id, o.cents FROM orders o
              WHERE NOT EXISTS (SELECT 1 FROM payments p WHERE p.order_id = o.id)""",
              PAYMENTS_BY_ORDER),
          of(
              "window",
              "window functions, by partition",
              """
              SELECT id, customer, RANK() OVER (PARTITION BY customer ORDER BY cents) AS place
              FROM orders""",
              ORDERS_BY_CUSTOMER),
          of(
              "top",
              "the first rows of all",
              "SELECT id, cents FROM orders ORDER BY cents DESC, id LIMIT 10",
              "orders (cents DESC, id)"),
          of(
              "top_of_group",
              "the first rows of each group",
              """
              SELECT id, customer, cents FROM (
                SELECT id, customer, cents,
                  ROW_NUMBER() OVER (PARTITION BY customer ORDER BY cents DESC, id) AS place
                FROM orders) AS placed
              WHERE place <= 3""",
              ORDERS_BY_CUSTOMER),
          of("distinct", "different rows", "SELECT DISTINCT customer, day FROM orders"),
          of(
              "except",
              "a set operator",
              "SELECT id FROM customers EXCEPT SELECT customer FROM orders",
              ORDERS_BY_CUSTOMER),
          of(
              "union",
              "a union of different rows",
              "SELECT id AS party FROM customers UNION SELECT customer FROM orders"),
          of(
              "inner_view",
              "groups of groups",
              """
              SELECT c.region, COUNT(*) AS customers, SUM(s.cents) AS cents
              FROM customers c
              JOIN (SELECT customer, SUM(cents) AS cents FROM orders GROUP BY customer) AS s
                ON s.customer = c.id
              GROUP BY c.region"""),
          of(
              "scalar",
              "a subquery that is computed for each row",
              """
              SELECT c.id, (SELECT SUM(o.cents) FROM orders o WHERE o.customer = c.id) AS cents
              FROM customers c"""));

  private static CostWay of(String name, String title, String query, String... indexes) {
    return new CostWay(name, title, query, List.of(indexes));
  }

  /** The name of the view, which is none of SQL's words. */
  String view() {
    return "cost_" + name;
  }

  String create() {
    return "CREATE MATERIALIZED VIEW %s REFRESH FAST ON DEMAND AS %s".formatted(view(), query);
  }

  /** As in the names of tests. */
  @Override
  public String toString() {
    return name;
  }

  /** The statements that make its indexes. */
  String[] createIndexes() {
    return indexes.stream()
        .map(on -> "CREATE INDEX by_%d ON %s".formatted(indexes.indexOf(on), on))
        .toArray(String[]::new);
  }
}
