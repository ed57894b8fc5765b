package org.mview.benchmarks.plan;

import java.util.List;

/**
 * A query of the tables of TPC-H, of the kinds that it asks.
 *
 * @param name by which it is chosen on the command line
 * @param title what a reader of the table sees
 * @param tables that it reads
 */
record PlannedQuery(String name, String title, List<String> tables, String text) {
  static final List<PlannedQuery> ALL =
      List.of(
          new PlannedQuery(
              "groups",
              "groups of one table",
              List.of("lineitem"),
              """
              SELECT l_returnflag, l_linestatus, COUNT(*) AS n, SUM(l_quantity) AS quantity,
                AVG(l_extendedprice) AS price, SUM(l_extendedprice * (1 - l_discount)) AS sold
              FROM lineitem WHERE l_shipdate <= '1998-09-02' GROUP BY l_returnflag, l_linestatus"""),
          new PlannedQuery(
              "join_of_six",
              "groups of a join of six",
              List.of("customer", "orders", "lineitem", "supplier", "nation", "region"),
              """
              SELECT n_name, SUM(l_extendedprice * (1 - l_discount)) AS revenue
              FROM customer JOIN orders ON o_custkey = c_custkey
              JOIN lineitem ON l_orderkey = o_orderkey
              JOIN supplier ON s_suppkey = l_suppkey AND s_nationkey = c_nationkey
              JOIN nation ON n_nationkey = s_nationkey JOIN region ON r_regionkey = n_regionkey
              WHERE r_name = 'ASIA' GROUP BY n_name"""),
          new PlannedQuery(
              "subqueries",
              "a join with EXISTS and NOT EXISTS",
              List.of("supplier", "lineitem", "orders", "nation"),
              """
              SELECT s_name, COUNT(*) AS numwait FROM supplier, lineitem l1, orders, nation
              WHERE s_suppkey = l1.l_suppkey AND o_orderkey = l1.l_orderkey
                AND o_orderstatus = 'F' AND l1.l_receiptdate > l1.l_commitdate
                AND EXISTS (SELECT 1 FROM lineitem l2 WHERE l2.l_orderkey = l1.l_orderkey
                  AND l2.l_suppkey <> l1.l_suppkey)
                AND NOT EXISTS (SELECT 1 FROM lineitem l3 WHERE l3.l_orderkey = l1.l_orderkey
                  AND l3.l_suppkey <> l1.l_suppkey AND l3.l_receiptdate > l3.l_commitdate)
                AND s_nationkey = n_nationkey AND n_name = 'SAUDI ARABIA' GROUP BY s_name"""),
          new PlannedQuery(
              "inner_groups",
              "groups of groups, and a scalar subquery",
              List.of("supplier", "lineitem"),
              """
              SELECT s_name, s_address, revenue FROM supplier JOIN (
                SELECT l_suppkey, SUM(l_extendedprice * (1 - l_discount)) AS revenue
                FROM lineitem GROUP BY l_suppkey) AS r ON l_suppkey = s_suppkey
              WHERE revenue > (SELECT AVG(l_extendedprice) FROM lineitem)"""));

  /** The name of its view. */
  String view() {
    return "plan_" + name;
  }
}
