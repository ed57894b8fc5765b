package org.mview.algebra;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mview.algebra.Table.TableColumn;
import org.mview.sql.Column;
import org.mview.sql.Expression;
import org.mview.sql.Fragment;
import org.mview.sql.Identifier;
import org.mview.sql.QualifiedName;
import org.mview.sql.Type;
import org.mview.sql.Type.Arithmetic;

/**
 * A shop's tables, and queries of them in few words, for tests that show relations by their shape.
 *
 * <p>A customer may have no name, an order may have no amount, and visits have no key.
 */
public final class Shop {
  public static final Type KEY =
      new Type("INTEGER", Arithmetic.EXACT, false, Optional.empty(), true, true);
  public static final Type NUMBER = KEY.nullable(true);
  public static final Type TEXT = Type.ANY;

  public static final Column ID = new Column("id", KEY);
  public static final Column CUSTOMER = new Column("customer", KEY);
  public static final Column AMOUNT = new Column("amount", NUMBER);
  public static final Column NR = new Column("nr", KEY);
  public static final Column NAME = new Column("name", TEXT);
  public static final Column VISITOR = new Column("visitor", NUMBER);
  public static final Column DAY = new Column("day", TEXT);

  /** Of an order: its id, who made it, and for how much. */
  public static final Scan ORDERS = scan("orders", List.of(ID), ID, CUSTOMER, AMOUNT);

  /** Of a customer: a number, and a name. */
  public static final Scan CUSTOMERS = scan("customers", List.of(NR), NR, NAME);

  /** Of a visit: who came, and when; there is no key. */
  public static final Scan VISITS = scan("visits", List.of(), VISITOR, DAY);

  /** Orders of old times, in a table of its own under other names. */
  public static final Scan OTHER_ORDERS =
      scan(
          "archive",
          List.of(ID.named("old_id")),
          ID.named("old_id"),
          CUSTOMER.named("old_customer"),
          AMOUNT.named("old_amount"));

  /** Orders of all times. */
  public static final UnionAll BOTH = new UnionAll(List.of(ORDERS, OTHER_ORDERS), ORDERS.columns());

  /** No order, with the columns of orders. */
  public static final UnionAll NO_ORDERS = UnionAll.nothing(ORDERS.columns());

  /** The orders with the names of those who made them. */
  public static final Join SOLD =
      new Join(ORDERS, CUSTOMERS, List.of(Fragment.equal(CUSTOMER, NR)));

  /** The customers with what their orders come to. */
  public static final Join PER_CUSTOMER =
      new Join(byCustomer(ORDERS, total()), CUSTOMERS, List.of(Fragment.equal(CUSTOMER, NR)));

  /** Those customers who have ordered something. */
  public static final SemiJoin BUYERS =
      new SemiJoin(CUSTOMERS, ORDERS, List.of(Fragment.equal(CUSTOMER, NR)), false);

  /** Those customers who have not. */
  public static final SemiJoin STRANGERS =
      new SemiJoin(CUSTOMERS, ORDERS, List.of(Fragment.equal(CUSTOMER, NR)), true);

  /** All orders, with the names of those who made them where these are known. */
  public static final OuterJoin ANYWAY =
      new OuterJoin(ORDERS, CUSTOMERS, List.of(Fragment.equal(CUSTOMER, NR)), false);

  /** All orders, and all customers. */
  public static final OuterJoin EITHER =
      new OuterJoin(ORDERS, CUSTOMERS, List.of(Fragment.equal(CUSTOMER, NR)), true);

  /** The orders with their rank among those of the same customer. */
  public static final Window RANKED =
      new Window(
          ORDERS,
          List.of(CUSTOMER),
          List.of(
              new Window.Call(
                  new Column("rank", NUMBER),
                  Fragment.of("RANK() OVER (PARTITION BY {} ORDER BY {})", CUSTOMER, AMOUNT))));

  /** The orders with the number of all of them. */
  public static final Window COUNTED =
      new Window(
          ORDERS,
          List.of(),
          List.of(new Window.Call(new Column("n", NUMBER), Fragment.text("COUNT(*) OVER ()"))));

  /** Ten orders, from the sixth greatest on. */
  public static final Top DEAREST =
      new Top(ORDERS, List.of(Fragment.of("{} DESC", AMOUNT), ID), 5, 10);

  private Shop() {}

  /** All columns of a table, under their own names. */
  public static Scan scan(String name, List<Column> key, Column... columns) {
    Table table =
        new Table(
            QualifiedName.of(name),
            Stream.of(columns)
                .map(c -> new TableColumn(Identifier.of(c.name()), c.type()))
                .toList(),
            key.isEmpty()
                ? List.of()
                : List.of(key.stream().map(c -> Identifier.of(c.name())).toList()));
    return new Scan(
        table, List.of(columns), table.columns().stream().map(TableColumn::name).toList());
  }

  /** The rows of which a condition is true; its holes are filled with the columns. */
  public static Filter where(Relation input, String condition, Expression... parts) {
    return new Filter(input, List.of(Fragment.of(condition, parts)));
  }

  /** These columns alone. */
  public static Project select(Relation input, Column... columns) {
    return new Project(input, Stream.of(columns).map(Project.Item::of).toList());
  }

  /** A column computed from others. */
  public static Project.Item item(String name, String template, Expression... parts) {
    return new Project.Item(new Column(name, NUMBER), Fragment.of(template, parts));
  }

  /** A column under another name. */
  public static Project.Item item(String name, Column column) {
    return new Project.Item(column.named(name), column);
  }

  /** One row for each customer, with what a function makes of the orders. */
  public static Aggregate byCustomer(Relation input, Aggregate.Call... calls) {
    return new Aggregate(input, List.of(CUSTOMER), List.of(calls));
  }

  /** A column that holds what a function makes of a group. */
  public static Aggregate.Call call(String name, AggregateFunction function) {
    return new Aggregate.Call(new Column(name, NUMBER), function);
  }

  /** The sum of the amounts, which is exact. */
  public static Aggregate.Call total() {
    return call("total", AggregateFunction.sum(AMOUNT, Arithmetic.EXACT));
  }

  /** The number of rows. */
  public static Aggregate.Call rows() {
    return call("n", AggregateFunction.COUNT_ROWS);
  }

  /** The mean of the amounts, which is a sum and a count. */
  public static Aggregate.Call mean() {
    return call(
        "mean",
        AggregateFunction.of(
            AggregateFunction.Kind.AVG, Fragment.of("AVG({})", AMOUNT), Arithmetic.EXACT));
  }

  /** The greatest amount. */
  public static Aggregate.Call greatest() {
    return call("m", AggregateFunction.max(AMOUNT));
  }

  /** The least amount. */
  public static Aggregate.Call least() {
    return call("m", AggregateFunction.min(AMOUNT));
  }

  /** How many different values a column has: a function of which nothing is known. */
  public static Aggregate.Call kinds(Column column) {
    return call(
        "d",
        AggregateFunction.of(
            AggregateFunction.Kind.OTHER,
            Fragment.of("COUNT(DISTINCT {})", column),
            Arithmetic.EXACT));
  }

  /** Each row once. */
  public static Aggregate distinct(Relation input) {
    return new Aggregate(input, input.columns(), List.of());
  }

  /** Rows that a step before has put away. */
  public static Stored stored(String name, Column... columns) {
    return new Stored(name, List.of(columns), false);
  }
}
