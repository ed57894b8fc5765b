package org.mview.cli.demo;

import java.util.List;

/** The logs and views of the demonstration, as one would write them for Oracle. */
final class DemoViews {
  static final List<String> LOGS =
      List.of(
          """
          CREATE MATERIALIZED VIEW LOG ON customer WITH PRIMARY KEY,
            SEQUENCE (c_name, c_nationkey, c_mktsegment) INCLUDING NEW VALUES""",
          """
          CREATE MATERIALIZED VIEW LOG ON orders WITH PRIMARY KEY,
            SEQUENCE (o_custkey, o_orderstatus, o_totalprice, o_orderdate) INCLUDING NEW VALUES""",
          """
          CREATE MATERIALIZED VIEW LOG ON lineitem WITH PRIMARY KEY,
            SEQUENCE (l_partkey, l_quantity, l_extendedprice, l_discount, l_shipdate)
            INCLUDING NEW VALUES""",
          """
          CREATE MATERIALIZED VIEW LOG ON nation WITH PRIMARY KEY,
            SEQUENCE (n_name) INCLUDING NEW VALUES""");

  static final DemoView PART_SALES =
      new DemoView(
          "part_sales",
          "aggregate",
          DemoView.Mode.ON_DEMAND,
          List.of("lineitem"),
          List.of("l_partkey", "line_count", "quantity", "first_shipped", "highest_price"),
          List.of("average_price"),
          """
          SELECT l_partkey, COUNT(*) AS line_count, SUM(l_quantity) AS quantity,
            AVG(l_extendedprice) AS average_price, MIN(l_shipdate) AS first_shipped,
            MAX(l_extendedprice) AS highest_price
          FROM lineitem
          GROUP BY l_partkey""");

  static final DemoView OPEN_ORDERS =
      new DemoView(
          "open_orders",
          "join of 2",
          DemoView.Mode.ON_DEMAND,
          List.of("orders", "customer"),
          List.of(
              "o_orderkey", "o_orderdate", "o_totalprice", "c_custkey", "c_name", "c_mktsegment"),
          List.of(),
          """
          SELECT o_orderkey, o_orderdate, o_totalprice, c_custkey, c_name, c_mktsegment
          FROM orders JOIN customer ON c_custkey = o_custkey
          WHERE o_orderstatus = 'O'""");

  static final DemoView NATION_REVENUE =
      new DemoView(
          "nation_revenue",
          "aggregate over a join of 4",
          DemoView.Mode.ON_DEMAND,
          List.of("lineitem", "orders", "customer", "nation"),
          List.of("n_name", "order_month", "line_count", "revenue"),
          List.of(),
          """
          SELECT n_name, SUBSTR(o_orderdate, 1, 7) AS order_month, COUNT(*) AS line_count,
            SUM(l_extendedprice * (100 - l_discount)) AS revenue
          FROM lineitem JOIN orders ON o_orderkey = l_orderkey
            JOIN customer ON c_custkey = o_custkey
            JOIN nation ON n_nationkey = c_nationkey
          GROUP BY n_name, SUBSTR(o_orderdate, 1, 7)""");

  static final DemoView CUSTOMER_ORDERS =
      new DemoView(
          "customer_orders",
          "aggregate, on commit",
          DemoView.Mode.ON_COMMIT,
          List.of("orders"),
          List.of("o_custkey", "order_count", "total", "last_order"),
          List.of(),
          """
          SELECT o_custkey, COUNT(*) AS order_count, SUM(o_totalprice) AS total,
            MAX(o_orderdate) AS last_order
          FROM orders
          GROUP BY o_custkey""");

  /** Those that are refreshed on demand. */
  static final List<DemoView> ON_DEMAND = List.of(PART_SALES, OPEN_ORDERS, NATION_REVENUE);

  private DemoViews() {}
}
