package org.mview.cli.tpch;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * An endless stream of business on loaded tables: orders come, change and go, and so do customers.
 *
 * <p>Every kind of change occurs: inserts, deletes, and updates of measures, of columns that views
 * group by and of columns that they join on. The same tables and the same seed give the same
 * stream.
 */
public final class OrderTraffic {
  private static final int MOST_LINES = 7;

  private final Random random;
  private final OrderRows rows;
  private final LiveKeys orders;
  private final LiveKeys customers;
  private long lastOrder;
  private long lastCustomer;

  private OrderTraffic(
      Random random, OrderRows rows, LiveKeys orders, LiveKeys customers, long[] lastKeys) {
    this.random = random;
    this.rows = rows;
    this.orders = orders;
    this.customers = customers;
    this.lastOrder = lastKeys[0];
    this.lastCustomer = lastKeys[1];
  }

  /** The stream over the tables as they are now; reads their keys, and nothing else later. */
  public static OrderTraffic over(Connection connection, long seed) throws SQLException {
    List<Long> orders = keys(connection, "SELECT o_orderkey FROM orders ORDER BY 1");
    List<Long> customers = keys(connection, "SELECT c_custkey FROM customer ORDER BY 1");
    long parts = keys(connection, "SELECT MAX(p_partkey) FROM part").get(0);
    long suppliers = keys(connection, "SELECT MAX(s_suppkey) FROM supplier").get(0);
    long[] lastKeys = {orders.get(orders.size() - 1), customers.get(customers.size() - 1)};
    Random random = new Random(seed);
    return new OrderTraffic(
        random,
        new OrderRows(random, parts, suppliers),
        new LiveKeys(orders),
        new LiveKeys(customers),
        lastKeys);
  }

  /**
   * What happens next. It counts as having happened: the caller applies it, or drops the stream.
   */
  public Transaction next() {
    int chance = random.nextInt(100);
    if (chance < 40 || orders.isEmpty()) {
      return new Transaction("new order", newOrder(customers.pick(random)));
    }
    if (chance < 60) {
      return new Transaction("line repriced", repricedLine());
    }
    if (chance < 65) {
      return new Transaction("line from another supplier", resuppliedLine());
    }
    if (chance < 75) {
      return new Transaction("order changed", changedOrder());
    }
    if (chance < 90) {
      return new Transaction("order cancelled", OrderChanges.deleteOrder(orders.take(random)));
    }
    if (chance < 95) {
      return new Transaction("customer moved", movedCustomer());
    }
    return chance < 98
        ? new Transaction("new customer", newCustomer())
        : new Transaction("customer left", leavingCustomer());
  }

  private List<Change> newOrder(long customer) {
    long order = ++lastOrder;
    orders.add(order);
    List<Change> lines = new ArrayList<>();
    long total = 0;
    int last = 1 + random.nextInt(MOST_LINES);
    for (int number = 1; number <= last; number++) {
      int quantity = rows.quantity();
      long price = rows.price(quantity);
      total += price;
      lines.add(
          OrderChanges.insert(TpchTables.LINEITEM, rows.line(order, number, quantity, price)));
    }
    List<Change> changes = new ArrayList<>();
    changes.add(OrderChanges.insert(TpchTables.ORDERS, rows.order(order, customer, total)));
    changes.addAll(lines);
    return changes;
  }

  private List<Change> repricedLine() {
    long order = orders.pick(random);
    int quantity = rows.quantity();
    long price = rows.price(quantity);
    return List.of(
        OrderChanges.repriceLine(order, quantity, price, rows.percent(10)),
        OrderChanges.repriceOrder(order, price));
  }

  private List<Change> resuppliedLine() {
    return List.of(OrderChanges.resupplyLine(orders.pick(random), rows.supplier()));
  }

  private List<Change> changedOrder() {
    long order = orders.pick(random);
    long customer = customers.pick(random);
    return List.of(OrderChanges.changeOrder(order, customer, rows.day(), rows.status()));
  }

  private List<Change> movedCustomer() {
    long customer = customers.pick(random);
    return List.of(OrderChanges.moveCustomer(customer, rows.nation(), rows.segment()));
  }

  private List<Change> newCustomer() {
    long customer = ++lastCustomer;
    customers.add(customer);
    List<Change> changes = new ArrayList<>();
    changes.add(OrderChanges.insert(TpchTables.CUSTOMER, rows.customer(customer)));
    changes.addAll(newOrder(customer));
    return changes;
  }

  /** The orders go too. Their keys may still be picked: a change of no rows is business as well. */
  private List<Change> leavingCustomer() {
    return OrderChanges.deleteCustomer(customers.take(random));
  }

  private static List<Long> keys(Connection connection, String query) throws SQLException {
    List<Long> keys = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        keys.add(rows.getLong(1));
      }
    }
    return keys;
  }
}
