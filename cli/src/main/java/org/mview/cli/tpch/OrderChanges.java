package org.mview.cli.tpch;

import java.time.LocalDate;
import java.util.List;

/** The statements of {@link OrderTraffic}. Every order has a line 1 as long as it lives. */
final class OrderChanges {
  private OrderChanges() {}

  static Change insert(TableDefinition<?> table, List<Object> row) {
    return new Change(table.name(), table.insert(), row);
  }

  static Change repriceLine(long order, int quantity, long price, int discount) {
    return Change.of(
        "lineitem",
        "UPDATE lineitem SET l_quantity = ?, l_extendedprice = ?, l_discount = ?"
            + " WHERE l_orderkey = ? AND l_linenumber = 1",
        quantity,
        price,
        discount,
        order);
  }

  static Change repriceOrder(long order, long total) {
    return Change.of(
        "orders", "UPDATE orders SET o_totalprice = ? WHERE o_orderkey = ?", total, order);
  }

  static Change resupplyLine(long order, long supplier) {
    return Change.of(
        "lineitem",
        "UPDATE lineitem SET l_suppkey = ? WHERE l_orderkey = ? AND l_linenumber = 1",
        supplier,
        order);
  }

  static Change changeOrder(long order, long customer, LocalDate day, String status) {
    return Change.of(
        "orders",
        "UPDATE orders SET o_custkey = ?, o_orderdate = ?, o_orderstatus = ?"
            + " WHERE o_orderkey = ?",
        customer,
        day,
        status,
        order);
  }

  static List<Change> deleteOrder(long order) {
    return List.of(
        Change.of("lineitem", "DELETE FROM lineitem WHERE l_orderkey = ?", order),
        Change.of("orders", "DELETE FROM orders WHERE o_orderkey = ?", order));
  }

  static Change moveCustomer(long customer, long nation, String segment) {
    return Change.of(
        "customer",
        "UPDATE customer SET c_nationkey = ?, c_mktsegment = ? WHERE c_custkey = ?",
        nation,
        segment,
        customer);
  }

  /** With all orders of the customer. */
  static List<Change> deleteCustomer(long customer) {
    return List.of(
        Change.of(
            "lineitem",
            "DELETE FROM lineitem WHERE l_orderkey IN"
                + " (SELECT o_orderkey FROM orders WHERE o_custkey = ?)",
            customer),
        Change.of("orders", "DELETE FROM orders WHERE o_custkey = ?", customer),
        Change.of("customer", "DELETE FROM customer WHERE c_custkey = ?", customer));
  }
}
