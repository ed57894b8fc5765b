package org.mview.lowering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.mview.algebra.Shop.AMOUNT;
import static org.mview.algebra.Shop.ANYWAY;
import static org.mview.algebra.Shop.BUYERS;
import static org.mview.algebra.Shop.COUNTED;
import static org.mview.algebra.Shop.CUSTOMER;
import static org.mview.algebra.Shop.CUSTOMERS;
import static org.mview.algebra.Shop.DAY;
import static org.mview.algebra.Shop.DEAREST;
import static org.mview.algebra.Shop.EITHER;
import static org.mview.algebra.Shop.ID;
import static org.mview.algebra.Shop.NAME;
import static org.mview.algebra.Shop.NO_ORDERS;
import static org.mview.algebra.Shop.NR;
import static org.mview.algebra.Shop.NUMBER;
import static org.mview.algebra.Shop.ORDERS;
import static org.mview.algebra.Shop.OTHER_ORDERS;
import static org.mview.algebra.Shop.PER_CUSTOMER;
import static org.mview.algebra.Shop.RANKED;
import static org.mview.algebra.Shop.SOLD;
import static org.mview.algebra.Shop.STRANGERS;
import static org.mview.algebra.Shop.VISITOR;
import static org.mview.algebra.Shop.VISITS;
import static org.mview.algebra.Shop.byCustomer;
import static org.mview.algebra.Shop.call;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mview.algebra.Aggregate;
import org.mview.algebra.AggregateFunction;
import org.mview.algebra.Changes;
import org.mview.algebra.Copies;
import org.mview.algebra.Join;
import org.mview.algebra.Negate;
import org.mview.algebra.Net;
import org.mview.algebra.OuterJoin;
import org.mview.algebra.Project;
import org.mview.algebra.Relation;
import org.mview.algebra.Restrict;
import org.mview.algebra.Scan;
import org.mview.algebra.SemiJoin;
import org.mview.algebra.Stored;
import org.mview.algebra.Top;
import org.mview.algebra.UnionAll;
import org.mview.algebra.Weighed;
import org.mview.algebra.Window;
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

  private static final Column OTHER_CUSTOMER = CUSTOMER.named("other_customer");

  private static final Column OTHER_ID = ID.named("other_id");

  /** Orders of one customer, by their ids: both are columns of this name. */
  private static final Relation PAIRS =
      select(
          new Join(
              ORDERS,
              new Scan(
                  ORDERS.table(),
                  List.of(OTHER_ID, OTHER_CUSTOMER),
                  List.of(Identifier.of("id"), Identifier.of("customer"))),
              List.of(Fragment.equal(CUSTOMER, OTHER_CUSTOMER))),
          ID,
          OTHER_ID);

  private static final Column MIXED = new Column("mixed", Type.ANY);

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
            "what is said of a key, where another has its name, is said of the groups by their names",
            select(where(distinct(PAIRS), "{} > 9", OTHER_ID), ID),
            """
            select q.id as id
            from query as q
              select orders_3.id as id, orders_4.id as other_id
              from orders as orders_3
              from orders as orders_4
              where orders_3.customer = orders_4.customer
              group by orders_3.id, orders_4.id
            where q.other_id > 9
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
            "keys of two tables are looked up when the second is reached",
            new Restrict(
                SOLD, List.of(NAME, AMOUNT), stored("keys", NAME.named("k"), AMOUNT.named("m"))),
            """
            select orders.id as id, orders.customer as customer, orders.amount as amount, customers.nr as nr, customers.name as name
            from query as starts
              select keys.c1 as c1
              from temp.stage$keys as keys
              group by keys.c1
            then customers as customers
            then orders as orders
            then temp.stage$keys as keys
            where orders.customer = customers.nr and customers.name is starts.c1 and keys.c1 is starts.c1 and COALESCE(orders.amount, NULL) is keys.c2
            """),
        arguments(
            "keys of two tables drive where they name a row of one",
            new Restrict(
                SOLD, List.of(NR, AMOUNT), stored("keys", NR.named("k"), AMOUNT.named("m"))),
            """
            select orders.id as id, orders.customer as customer, orders.amount as amount, customers.nr as nr, customers.name as name
            from temp.stage$keys as keys
            then customers as customers
            then orders as orders
            where orders.customer = customers.nr and customers.nr is keys.c1 and orders.amount is keys.c2
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
            """),
        arguments(
            "a semi-join is a condition of the block",
            where(BUYERS, "{} > 9", NR),
            """
            select customers.nr as nr, customers.name as name
            from customers as customers
            where EXISTS (select 1 as mview$weight from orders as orders where orders.customer = customers.nr) and customers.nr > 9
            """),
        arguments(
            "so is an anti-join",
            select(STRANGERS, NAME),
            """
            select customers.name as name
            from customers as customers
            where NOT EXISTS (select 1 as mview$weight from orders as orders where orders.customer = customers.nr)
            """),
        arguments(
            "a partner may be in either part of a union",
            BUYERS.over(CUSTOMERS, new UnionAll(List.of(ORDERS, OTHER_ORDERS), ORDERS.columns())),
            """
            select customers.nr as nr, customers.name as name
            from customers as customers
            where EXISTS (select 1 as mview$weight from orders as orders where orders.customer = customers.nr) OR EXISTS (select 1 as mview$weight from archive as archive where archive.old_customer = customers.nr)
            """),
        arguments(
            "or in none",
            STRANGERS.over(
                CUSTOMERS, new UnionAll(List.of(ORDERS, OTHER_ORDERS), ORDERS.columns())),
            """
            select customers.nr as nr, customers.name as name
            from customers as customers
            where NOT EXISTS (select 1 as mview$weight from orders as orders where orders.customer = customers.nr) AND NOT EXISTS (select 1 as mview$weight from archive as archive where archive.old_customer = customers.nr)
            """),
        arguments(
            "values in parts of other types are compared as they are, not as those of one part",
            new SemiJoin(
                CUSTOMERS,
                new UnionAll(List.of(select(ORDERS, ID), select(VISITS, DAY)), List.of(MIXED)),
                List.of(Fragment.equal(NR, MIXED)),
                false),
            """
            select customers.nr as nr, customers.name as name
            from customers as customers
            where EXISTS (select 1 as mview$weight from orders as orders where customers.nr = COALESCE(orders.id, NULL)) OR EXISTS (select 1 as mview$weight from visits as visits where customers.nr = COALESCE(visits.day, NULL))
            """),
        arguments(
            "partners that are to be taken off are added up",
            BUYERS.over(
                CUSTOMERS,
                new UnionAll(List.of(ORDERS, new Negate(new Changes(ORDERS))), ORDERS.columns())),
            """
            select customers.nr as nr, customers.name as name
            from customers as customers
            where COALESCE((select SUM(1) as mview$weight from orders as orders where orders.customer = customers.nr), 0) + COALESCE((select SUM(log.sign * -1) as mview$weight from mlog$_orders as log where log.customer = customers.nr), 0) > 0
            """),
        arguments(
            "none is left if they come to nothing",
            STRANGERS.over(
                CUSTOMERS,
                new UnionAll(List.of(ORDERS, new Negate(new Changes(ORDERS))), ORDERS.columns())),
            """
            select customers.nr as nr, customers.name as name
            from customers as customers
            where COALESCE((select SUM(1) as mview$weight from orders as orders where orders.customer = customers.nr), 0) + COALESCE((select SUM(log.sign * -1) as mview$weight from mlog$_orders as log where log.customer = customers.nr), 0) <= 0
            """),
        arguments(
            "a group as a partner is a query of its own",
            new SemiJoin(
                CUSTOMERS,
                where(byCustomer(ORDERS, total()), "{} > 9", total().column()),
                List.of(Fragment.equal(CUSTOMER, NR)),
                false),
            """
            select customers.nr as nr, customers.name as name
            from customers as customers
            where EXISTS (select 1 as mview$weight from query as q select orders_2.customer as customer, SUM(orders_2.amount) as total from orders as orders_2 group by orders_2.customer having SUM(orders_2.amount) > 9 where q.customer = customers.nr)
            """),
        arguments(
            "groups that have partners",
            new SemiJoin(
                byCustomer(ORDERS, total()),
                CUSTOMERS,
                List.of(Fragment.equal(CUSTOMER, NR)),
                false),
            """
            select q.customer as customer, q.total as total
            from query as q
              select orders_2.customer as customer, SUM(orders_2.amount) as total
              from orders as orders_2
              group by orders_2.customer
            where EXISTS (select 1 as mview$weight from customers as customers where q.customer = customers.nr)
            """),
        arguments(
            "groups of rows that have partners",
            new Aggregate(BUYERS, List.of(NAME), List.of(rows())),
            """
            select customers.name as name, COUNT(*) as n
            from customers as customers
            where EXISTS (select 1 as mview$weight from orders as orders where orders.customer = customers.nr)
            group by customers.name
            """),
        arguments(
            "an outer join is one block, and its conditions stay with it",
            where(ANYWAY, "{} > 9", AMOUNT),
            """
            select orders.id as id, orders.customer as customer, orders.amount as amount, customers.nr as nr, customers.name as name
            from orders as orders
            left join customers as customers on orders.customer = customers.nr
            where orders.amount > 9
            """),
        arguments(
            "what is said of its right side alone is said before it is padded",
            ANYWAY.over(ORDERS, where(CUSTOMERS, "{} > 9", NR)),
            """
            select orders.id as id, orders.customer as customer, orders.amount as amount, customers.nr as nr, customers.name as name
            from orders as orders
            left join customers as customers on customers.nr > 9 and orders.customer = customers.nr
            """),
        arguments(
            "an outer join with more than a table",
            new OuterJoin(VISITS, SOLD, List.of(Fragment.equal(VISITOR, CUSTOMER)), false),
            """
            select visits.visitor as visitor, visits.day as day, q.id as id, q.customer as customer, q.amount as amount, q.nr as nr, q.name as name
            from visits as visits
            left join query as q on visits.visitor = q.customer
              select orders_2.id as id, orders_2.customer as customer, orders_2.amount as amount, customers_2.nr as nr, customers_2.name as name
              from orders as orders_2
              from customers as customers_2
              where orders_2.customer = customers_2.nr
            """),
        arguments(
            "a value that is computed is not so when it is padded",
            new OuterJoin(
                VISITS,
                new Project(ORDERS, List.of(item("one", "1"), item("buyer", CUSTOMER))),
                List.of(Fragment.equal(VISITOR, CUSTOMER.named("buyer"))),
                false),
            """
            select visits.visitor as visitor, visits.day as day, q.one as one, q.buyer as buyer
            from visits as visits
            left join query as q on visits.visitor = q.buyer
              select 1 as one, orders_2.customer as buyer
              from orders as orders_2
            """),
        arguments(
            "an outer join of an outer join, and a join with another table",
            new Join(
                new OuterJoin(
                    ANYWAY,
                    OTHER_ORDERS,
                    List.of(Fragment.equal(NR, CUSTOMER.named("old_customer"))),
                    false),
                VISITS,
                List.of(Fragment.equal(VISITOR, NR))),
            """
            select orders.id as id, orders.customer as customer, orders.amount as amount, customers.nr as nr, customers.name as name, archive.old_id as old_id, archive.old_customer as old_customer, archive.old_amount as old_amount, visits.visitor as visitor, visits.day as day
            from orders as orders
            left join customers as customers on orders.customer = customers.nr
            left join archive as archive on customers.nr = archive.old_customer
            from visits as visits
            where visits.visitor = customers.nr
            """),
        arguments(
            "few rows come first, and an outer join when all is there that it reads",
            new Restrict(
                new Join(
                    new OuterJoin(VISITS, CUSTOMERS, List.of(Fragment.equal(VISITOR, NR)), false),
                    OTHER_ORDERS,
                    List.of(Fragment.equal(NR, CUSTOMER.named("old_customer")))),
                List.of(VISITOR),
                stored("keys", VISITOR.named("k"))),
            """
            select visits.visitor as visitor, visits.day as day, customers.nr as nr, customers.name as name, archive.old_id as old_id, archive.old_customer as old_customer, archive.old_amount as old_amount
            from temp.stage$keys as keys
            then visits as visits
            left join customers as customers on visits.visitor = customers.nr
            then archive as archive
            where customers.nr = archive.old_customer and visits.visitor is keys.c1
            """),
        arguments(
            "a full join is the pairs and the rows of both sides that are in none",
            EITHER,
            """
            select q.id as id, q.customer as customer, q.amount as amount, q.nr as nr, q.name as name
            from query as q
              select orders.id as id, orders.customer as customer, orders.amount as amount, customers.nr as nr, customers.name as name
              from orders as orders
              from customers as customers
              where orders.customer = customers.nr
              union all
              select orders_2.id as id, orders_2.customer as customer, orders_2.amount as amount, NULL as nr, NULL as name
              from orders as orders_2
              where NOT EXISTS (select 1 as mview$weight from customers as customers_2 where orders_2.customer = customers_2.nr)
              union all
              select NULL as id, NULL as customer, NULL as amount, customers_3.nr as nr, customers_3.name as name
              from customers as customers_3
              where NOT EXISTS (select 1 as mview$weight from orders as orders_3 where orders_3.customer = customers_3.nr)
            """),
        arguments(
            "a group above an outer join",
            byCustomer(ANYWAY, rows()),
            """
            select orders.customer as customer, COUNT(*) as n
            from orders as orders
            left join customers as customers on orders.customer = customers.nr
            group by orders.customer
            """),
        arguments(
            "a window is a block",
            select(where(RANKED, "{} > 9", AMOUNT), ID, RANKED.calls().get(0).column()),
            """
            select q.id as id, q.rank as rank
            from query as q
              select orders_2.id as id, orders_2.customer as customer, orders_2.amount as amount, RANK() OVER (PARTITION BY orders_2.customer ORDER BY orders_2.amount) as rank
              from orders as orders_2
            where q.amount > 9
            """),
        arguments(
            "values are computed from those of a window",
            new Project(RANKED, List.of(item("next", "{} + 1", RANKED.calls().get(0).column()))),
            """
            select RANK() OVER (PARTITION BY orders.customer ORDER BY orders.amount) + 1 as next
            from orders as orders
            """),
        arguments(
            "a window of groups",
            new Window(byCustomer(ORDERS, total()), List.of(), COUNTED.calls()),
            """
            select q.customer as customer, q.total as total, COUNT(*) OVER () as n
            from query as q
              select orders_2.customer as customer, SUM(orders_2.amount) as total
              from orders as orders_2
              group by orders_2.customer
            """),
        arguments(
            "groups of a window",
            byCustomer(RANKED, call("r", AggregateFunction.max(RANKED.calls().get(0).column()))),
            """
            select q.customer as customer, MAX(q.rank) as r
            from query as q
              select orders_2.id as id, orders_2.customer as customer, orders_2.amount as amount, RANK() OVER (PARTITION BY orders_2.customer ORDER BY orders_2.amount) as rank
              from orders as orders_2
            group by q.customer
            """),
        arguments(
            "a window of a window",
            new Window(RANKED, List.of(), COUNTED.calls()),
            """
            select q.id as id, q.customer as customer, q.amount as amount, q.rank as rank, COUNT(*) OVER () as n
            from query as q
              select orders_2.id as id, orders_2.customer as customer, orders_2.amount as amount, RANK() OVER (PARTITION BY orders_2.customer ORDER BY orders_2.amount) as rank
              from orders as orders_2
            """),
        arguments(
            "a join with a window",
            new Join(RANKED, CUSTOMERS, List.of(Fragment.equal(CUSTOMER, NR))),
            """
            select q.id as id, q.customer as customer, q.amount as amount, q.rank as rank, customers.nr as nr, customers.name as name
            from query as q
              select orders_2.id as id, orders_2.customer as customer, orders_2.amount as amount, RANK() OVER (PARTITION BY orders_2.customer ORDER BY orders_2.amount) as rank
              from orders as orders_2
            from customers as customers
            where q.customer = customers.nr
            """),
        arguments(
            "the first rows",
            DEAREST,
            """
            select orders.id as id, orders.customer as customer, orders.amount as amount
            from orders as orders
            order by orders.amount DESC, orders.id
            limit 10 offset 5
            """),
        arguments(
            "the first rows of groups",
            new Top(byCustomer(ORDERS, total()), List.of(total().column()), 0, 3),
            """
            select q.customer as customer, q.total as total
            from query as q
              select orders_2.customer as customer, SUM(orders_2.amount) as total
              from orders as orders_2
              group by orders_2.customer
            order by q.total
            limit 3 offset 0
            """),
        arguments(
            "a constant to order by must not name a column by its place",
            new Top(
                new Project(ORDERS, List.of(item("one", "1"))),
                List.of(Fragment.of("{} DESC", new Column("one", NUMBER))),
                0,
                3),
            """
            select 1 as one
            from orders as orders
            order by COALESCE(1, NULL) DESC
            limit 3 offset 0
            """),
        arguments(
            "what stands on the first rows",
            where(DEAREST, "{} > 9", AMOUNT),
            """
            select q.id as id, q.customer as customer, q.amount as amount
            from query as q
              select orders.id as id, orders.customer as customer, orders.amount as amount
              from orders as orders
              order by orders.amount DESC, orders.id
              limit 10 offset 5
            where q.amount > 9
            """),
        arguments(
            "the first rows of each part of a union",
            new UnionAll(List.of(DEAREST, ORDERS), ORDERS.columns()),
            """
            select q.id as id, q.customer as customer, q.amount as amount
            from query as q
              select orders.id as id, orders.customer as customer, orders.amount as amount
              from orders as orders
              order by orders.amount DESC, orders.id
              limit 10 offset 5
            union all
            select orders_2.id as id, orders_2.customer as customer, orders_2.amount as amount
            from orders as orders_2
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
            """),
        arguments(
            "each row of a semi-join has the weight it has on the left",
            BUYERS.over(new Changes(CUSTOMERS), ORDERS),
            """
            select log.nr as nr, log.name as name, log.sign as mview$weight
            from mlog$_customers as log
            where log.seq > 7 and EXISTS (select 1 as mview$weight from orders as orders where orders.customer = log.nr)
            """),
        arguments(
            "so it has in an outer join",
            ANYWAY.over(new Changes(ORDERS), CUSTOMERS),
            """
            select log.id as id, log.customer as customer, log.amount as amount, customers.nr as nr, customers.name as name, log.sign as mview$weight
            from mlog$_orders as log
            left join customers as customers on log.customer = customers.nr
            """),
        arguments(
            "rows of a window have weight 1",
            RANKED,
            """
            select orders.id as id, orders.customer as customer, orders.amount as amount, RANK() OVER (PARTITION BY orders.customer ORDER BY orders.amount) as rank, 1 as mview$weight
            from orders as orders
            """),
        arguments(
            "so have the first rows",
            DEAREST,
            """
            select q.id as id, q.customer as customer, q.amount as amount, 1 as mview$weight
            from query as q
              select orders.id as id, orders.customer as customer, orders.amount as amount
              from orders as orders
              order by orders.amount DESC, orders.id
              limit 10 offset 5
            """));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("signedQueries")
  void aRelationWithWeightsIsComputedBy(String name, Relation relation, String query) {
    assertThat(SqlText.of(new Lowering(PLACES).signedQuery(relation, names(relation))))
        .isEqualTo(query);
  }

  static Stream<Relation> ofWeights() {
    Relation changes = new Changes(ORDERS);
    return Stream.of(
        byCustomer(changes, rows()),
        RANKED.mapInputs(orders -> changes),
        DEAREST.mapInputs(orders -> changes),
        new OuterJoin(CUSTOMERS, changes, List.of(), false));
  }

  @ParameterizedTest
  @MethodSource("ofWeights")
  void whatTakesEachRowForOneHasNoQueryOfRowsWithWeights(Relation wrong) {
    Lowering lowering = new Lowering(PLACES);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> lowering.query(wrong, names(wrong)))
        .withMessageStartingWith("rows with weights below");
  }

  private static List<Identifier> names(Relation relation) {
    return relation.columns().stream().map(column -> Identifier.of(column.name())).toList();
  }
}
