package org.mview.benchmarks.refresh;

import java.util.Properties;

/**
 * A view of the lines.
 *
 * @param name of the comparison, and of the view
 * @param title what a reader of the table sees
 * @param floatSums how sums of approximate numbers are kept
 */
record LineView(String name, String title, String query, String floatSums) {
  /** Quantities are whole numbers, so sums of them are kept by adding the change. */
  static final LineView ONE_TABLE =
      new LineView(
          "one_table",
          "aggregate of one table, whole numbers",
          """
          SELECT l_suppkey, COUNT(*) AS line_count, SUM(l_quantity) AS quantity
          FROM lineitem GROUP BY l_suppkey""",
          "recompute");

  static final LineView JOIN =
      new LineView(
          "a_join",
          "aggregate of a join of three, whole numbers",
          """
          SELECT c_nationkey, SUBSTR(o_orderdate, 1, 7) AS order_month,
            COUNT(*) AS line_count, SUM(l_quantity) AS quantity
          FROM lineitem JOIN orders ON o_orderkey = l_orderkey JOIN customer ON c_custkey = o_custkey
          GROUP BY c_nationkey, SUBSTR(o_orderdate, 1, 7)""",
          "recompute");

  /** Prices have cents, which are approximate numbers in SQLite: a group is summed anew. */
  static final LineView ONE_TABLE_PRICES =
      new LineView(
          "one_table_prices",
          "aggregate of one table, prices summed anew",
          """
          SELECT l_suppkey, COUNT(*) AS line_count, SUM(l_extendedprice) AS price
          FROM lineitem GROUP BY l_suppkey""",
          "recompute");

  static final LineView JOIN_PRICES =
      new LineView(
          "a_join_prices",
          "aggregate of a join of three, prices summed anew",
          """
          SELECT c_nationkey, SUBSTR(o_orderdate, 1, 7) AS order_month,
            COUNT(*) AS line_count, SUM(l_extendedprice * (1 - l_discount)) AS revenue
          FROM lineitem JOIN orders ON o_orderkey = l_orderkey JOIN customer ON c_custkey = o_custkey
          GROUP BY c_nationkey, SUBSTR(o_orderdate, 1, 7)""",
          "recompute");

  static final LineView JOIN_PRICES_ADDED =
      new LineView(
          "a_join_prices_added",
          "aggregate of a join of three, prices, floatSums=additive",
          JOIN_PRICES.query,
          "additive");

  /** Properties of the connection that creates it. */
  Properties properties() {
    Properties properties = new Properties();
    properties.setProperty("mview.floatSums", floatSums);
    return properties;
  }

  String create() {
    return "CREATE MATERIALIZED VIEW %s REFRESH FORCE ON DEMAND AS %s".formatted(name, query);
  }
}
