package org.mview.lowering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.mview.algebra.Shop.AMOUNT;
import static org.mview.algebra.Shop.CUSTOMER;
import static org.mview.algebra.Shop.CUSTOMERS;
import static org.mview.algebra.Shop.ID;
import static org.mview.algebra.Shop.NO_ORDERS;
import static org.mview.algebra.Shop.NR;
import static org.mview.algebra.Shop.NUMBER;
import static org.mview.algebra.Shop.ORDERS;
import static org.mview.algebra.Shop.PER_CUSTOMER;
import static org.mview.algebra.Shop.SOLD;
import static org.mview.algebra.Shop.byCustomer;
import static org.mview.algebra.Shop.distinct;
import static org.mview.algebra.Shop.item;
import static org.mview.algebra.Shop.rows;
import static org.mview.algebra.Shop.select;
import static org.mview.algebra.Shop.stored;
import static org.mview.algebra.Shop.total;
import static org.mview.algebra.Shop.where;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mview.algebra.Aggregate;
import org.mview.algebra.Changes;
import org.mview.algebra.Copies;
import org.mview.algebra.Join;
import org.mview.algebra.Negate;
import org.mview.algebra.Net;
import org.mview.algebra.Project;
import org.mview.algebra.Relation;
import org.mview.algebra.Restrict;
import org.mview.algebra.Stored;
import org.mview.algebra.UnionAll;
import org.mview.algebra.Weighed;
import org.mview.sql.Column;
import org.mview.sql.Fragment;
import org.mview.sql.Identifier;
import org.mview.sql.Qualified;
import org.mview.sql.QualifiedName;
import org.mview.sql.Type;
import org.mview.sql.Type.Arithmetic;

/** Relations become query blocks; what stands in which clause, and which tables come first. */
class LoweringTest {
  private static final Column WEIGHT = new Column("w", Type.COUNT);

  private static final Column CI =
      new Column(
          "ci", new Type("TEXT", Arithmetic.APPROXIMATE, true, Optional.of("NOCASE"), false));

  private static final Places PLACES =
      new Places(
          QualifiedName.of("main", "v"),
          List.of(Identifier.of("a"), Identifier.of("b")),
          Map.of(
              ORDERS.table().name(),
              log("mlog$_orders"),
              CUSTOMERS.table().name(),
              new Places.LogTable(
                  QualifiedName.of("mlog$_customers"),
                  Identifier.of("sign"),
                  List.of(
                      Fragment.of(
                          "{} > 7", new Qualified(Places.LogTable.ALIAS, Identifier.of("seq")))))),
          QualifiedName.of("temp", "stage$"));

  private static Places.LogTable log(String name) {
    return new Places.LogTable(QualifiedName.of(name), Identifier.of("sign"), List.of());
  }

  static Stream<Arguments> queries() {
    return Stream.of(
        arguments(
            "filters and projections of a table are one block",
            new Project(
                where(where(ORDERS, "{} > 9", AMOUNT), "{} < 5", ID),
                List.of(item("double", "{} * 2", AMOUNT))),
            """
            select orders.amount * 2 as double
            from orders as orders
            where orders.amount > 9 and orders.id < 5
            """),
        arguments(
            "a filter above a projection sees what that computes",
            where(
                new Project(ORDERS, List.of(item("double", "{} * 2", AMOUNT))),
                "{} > 9",
                new Column("double", NUMBER)),
            """
            select orders.amount * 2 as double
            from orders as orders
            where orders.amount * 2 > 9
            """),
        arguments(
            "a join is one block in the order of the planner",
            SOLD,
            """
            select orders.id as id, orders.customer as customer, orders.amount as amount, customers.nr as nr, customers.name as name
            from orders as orders
            from customers as customers
            where orders.customer = customers.nr
            """),
        arguments(
            "a table that is read twice has two names",
            new Join(
                select(ORDERS, ID), new Project(ORDERS, List.of(item("other", ID))), List.of()),
            """
            select orders.id as id, orders_2.id as other
            from orders as orders
            from orders as orders_2
            """),
        arguments(
            "a group of a join, and what HAVING says of it",
            where(byCustomer(SOLD, total()), "{} > 9", total().column()),
            """
            select orders.customer as customer, SUM(orders.amount) as total
            from orders as orders
            from customers as customers
            where orders.customer = customers.nr
            group by orders.customer
            having SUM(orders.amount) > 9
            """),
        arguments(
            "groups below a join are a query of their own",
            PER_CUSTOMER,
            """
            select q.customer as customer, q.total as total, customers.nr as nr, customers.name as name
            from query as q
              select orders_2.customer as customer, SUM(orders_2.amount) as total
              from orders as orders_2
              group by orders_2.customer
            from customers as customers
            where q.customer = customers.nr
            """),
        arguments(
            "groups of groups",
            distinct(select(byCustomer(ORDERS, total()), total().column())),
            """
            select q.total as total
            from query as q
              select SUM(orders_2.amount) as total
              from orders as orders_2
              group by orders_2.customer
            group by q.total
            """),
        arguments(
            "a constant in GROUP BY must not name a column by its place",
            distinct(new Project(ORDERS, List.of(item("one", "1")))),
            """
            select 1 as one
            from orders as orders
            group by COALESCE(1, NULL)
            """),
        arguments(
            "a total of nothing",
            new Aggregate(NO_ORDERS, List.of(), List.of(rows())),
            """
            select COUNT(*) as n
            from query as q
              select NULL as id, NULL as customer, NULL as amount
              where 1 = 0
            """),
        arguments(
            "each branch of a union",
            new UnionAll(List.of(select(ORDERS, ID), select(CUSTOMERS, NR)), List.of(ID)),
            """
            select orders.id as id
            from orders as orders
            union all
            select customers.nr as id
            from customers as customers
            """),
        arguments(
            "a union below a group is a query of its own",
            distinct(new UnionAll(List.of(select(ORDERS, ID), select(CUSTOMERS, NR)), List.of(ID))),
            """
            select q.id as id
            from query as q
              select orders.id as id
              from orders as orders
              union all
              select customers.nr as id
              from customers as customers
            group by q.id
            """),
        arguments(
            "keys come first, and the table is read by them",
            new Restrict(ORDERS, List.of(AMOUNT), stored("keys", AMOUNT.named("k"))),
            """
            select orders.id as id, orders.customer as customer, orders.amount as amount
            from temp.stage$keys as keys
            then orders as orders
            where orders.amount is keys.c1
            """),
        arguments(
            "keys that are in the container are compared as its index does",
            new Restrict(
                stored("changes", ID, AMOUNT),
                List.of(AMOUNT),
                select(stored("container", ID.named("a"), AMOUNT.named("b")), AMOUNT.named("b"))),
            """
            select changes.c1 as id, changes.c2 as amount
            from temp.stage$changes as changes
            then main.v as container
            where container.b is changes.c2
            """),
        arguments(
            "copies of rows with weight 1 are the rows",
            new Copies(ORDERS),
            """
            select orders.id as id, orders.customer as customer, orders.amount as amount
            from orders as orders
            """),
        arguments(
            "copies of signed rows are repeated",
            new Copies(new Net(new Changes(ORDERS))),
            """
            repeat id, customer, amount times mview$weight
              select log.id as id, log.customer as customer, log.amount as amount, SUM(log.sign) as mview$weight
              from mlog$_orders as log
              group by log.id, log.customer, log.amount
              having SUM(log.sign) <> 0
            """),
        arguments(
            "a weight is a number like others",
            where(new Weighed(new Negate(new Changes(ORDERS)), WEIGHT), "{} > 0", WEIGHT),
            """
            select log.id as id, log.customer as customer, log.amount as amount, log.sign * -1 as w
            from mlog$_orders as log
            where log.sign * -1 > 0
            """));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("queries")
  void aRelationOfPlainRowsIsComputedBy(String name, Relation relation, String query) {
    assertThat(SqlText.of(new Lowering(PLACES).query(relation, names(relation)))).isEqualTo(query);
  }

  static Stream<Arguments> signedQueries() {
    return Stream.of(
        arguments(
            "changes are read from the log, and only what is pending",
            new Changes(CUSTOMERS),
            """
            select log.nr as nr, log.name as name, log.sign as mview$weight
            from mlog$_customers as log
            where log.seq > 7
            """),
        arguments(
            "rows of a table have weight 1",
            ORDERS,
            """
            select orders.id as id, orders.customer as customer, orders.amount as amount, 1 as mview$weight
            from orders as orders
            """),
        arguments(
            "a change in a join decides where the reading starts",
            new Join(CUSTOMERS, new Changes(ORDERS), List.of(Fragment.equal(NR, CUSTOMER))),
            """
            select customers.nr as nr, customers.name as name, log.id as id, log.customer as customer, log.amount as amount, log.sign as mview$weight
            from mlog$_orders as log
            then customers as customers
            where customers.nr = log.customer
            """),
        arguments(
            "weights are multiplied, signs turned",
            new Negate(
                new Join(
                    new Changes(ORDERS),
                    new Changes(CUSTOMERS),
                    List.of(Fragment.equal(CUSTOMER, NR)))),
            """
            select log.id as id, log.customer as customer, log.amount as amount, log_2.nr as nr, log_2.name as name, log.sign * log_2.sign * -1 as mview$weight
            from mlog$_orders as log
            then mlog$_customers as log_2
            where log_2.seq > 7 and log.customer = log_2.nr
            """),
        arguments(
            "a turned sign turns that of every pair",
            new Join(
                new Changes(ORDERS), new Negate(CUSTOMERS), List.of(Fragment.equal(CUSTOMER, NR))),
            """
            select log.id as id, log.customer as customer, log.amount as amount, customers.nr as nr, customers.name as name, log.sign * -1 as mview$weight
            from mlog$_orders as log
            then customers as customers
            where log.customer = customers.nr
            """),
        arguments(
            "two turned signs turn none",
            new Join(
                new Negate(new Changes(ORDERS)),
                new Negate(CUSTOMERS),
                List.of(Fragment.equal(CUSTOMER, NR))),
            """
            select log.id as id, log.customer as customer, log.amount as amount, customers.nr as nr, customers.name as name, log.sign as mview$weight
            from mlog$_orders as log
            then customers as customers
            where log.customer = customers.nr
            """),
        arguments(
            "twice turned is not turned",
            new Negate(new Negate(ORDERS)),
            """
            select orders.id as id, orders.customer as customer, orders.amount as amount, 1 as mview$weight
            from orders as orders
            """),
        arguments(
            "netted rows are equal in every bit, whatever their collation",
            new Net(
                new Project(
                    new Changes(ORDERS),
                    List.of(Project.Item.of(ID), new Project.Item(CI, AMOUNT)))),
            """
            select log.id as id, log.amount as ci, SUM(log.sign) as mview$weight
            from mlog$_orders as log
            group by log.id, binary log.amount
            having SUM(log.sign) <> 0
            """),
        arguments(
            "rows put away with their weights",
            new Stored("changes", List.of(ID, AMOUNT), true),
            """
            select changes.c1 as id, changes.c2 as amount, changes.mview$weight as mview$weight
            from temp.stage$changes as changes
            """),
        arguments(
            "a union keeps the weights of its branches",
            new UnionAll(List.of(ORDERS, new Negate(new Changes(ORDERS))), ORDERS.columns()),
            """
            select orders.id as id, orders.customer as customer, orders.amount as amount, 1 as mview$weight
            from orders as orders
            union all
            select log.id as id, log.customer as customer, log.amount as amount, log.sign * -1 as mview$weight
            from mlog$_orders as log
            """));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("signedQueries")
  void aRelationWithWeightsIsComputedBy(String name, Relation relation, String query) {
    assertThat(SqlText.of(new Lowering(PLACES).signedQuery(relation, names(relation))))
        .isEqualTo(query);
  }

  @Test
  void anAggregateOfRowsWithWeightsHasNoQuery() {
    Lowering lowering = new Lowering(PLACES);
    Relation wrong = byCustomer(new Changes(ORDERS), rows());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> lowering.query(wrong, names(wrong)))
        .withMessageStartingWith("an aggregate of rows with weights");
  }

  private static List<Identifier> names(Relation relation) {
    return relation.columns().stream().map(column -> Identifier.of(column.name())).toList();
  }
}
