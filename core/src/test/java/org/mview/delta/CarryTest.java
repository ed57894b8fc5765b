package org.mview.delta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.mview.algebra.Shop.AMOUNT;
import static org.mview.algebra.Shop.ANYWAY;
import static org.mview.algebra.Shop.BUYERS;
import static org.mview.algebra.Shop.CUSTOMER;
import static org.mview.algebra.Shop.CUSTOMERS;
import static org.mview.algebra.Shop.DAY;
import static org.mview.algebra.Shop.DEAREST;
import static org.mview.algebra.Shop.ID;
import static org.mview.algebra.Shop.NAME;
import static org.mview.algebra.Shop.NR;
import static org.mview.algebra.Shop.ORDERS;
import static org.mview.algebra.Shop.RANKED;
import static org.mview.algebra.Shop.VISITS;
import static org.mview.algebra.Shop.byCustomer;
import static org.mview.algebra.Shop.item;
import static org.mview.algebra.Shop.select;
import static org.mview.algebra.Shop.total;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mview.algebra.Join;
import org.mview.algebra.Project;
import org.mview.algebra.Relation;
import org.mview.algebra.Tree;
import org.mview.algebra.UnionAll;
import org.mview.sql.Column;
import org.mview.sql.Fragment;

class CarryTest {
  static Stream<Arguments> relations() {
    return Stream.of(
        arguments(
            "a key that a projection would drop is shown behind the others",
            select(ORDERS, AMOUNT),
            """
            project amount, id
              rows of orders
            """),
        arguments(
            "one that it shows is not shown twice",
            new Project(ORDERS, List.of(item("buyer", CUSTOMER), item("nr", ID))),
            """
            project buyer := customer, nr := id
              rows of orders
            """),
        arguments(
            "through several projections, and a join of their results",
            select(
                new Join(
                    select(ORDERS, CUSTOMER, AMOUNT),
                    CUSTOMERS,
                    List.of(Fragment.equal(CUSTOMER, NR))),
                NAME,
                AMOUNT),
            """
            project name, amount, id, nr
              join customer = nr
                project customer, amount, id
                  rows of orders
                rows of customers
            """),
        arguments(
            "where there is no key none is added",
            select(VISITS, DAY),
            """
            project day
              rows of visits
            """),
        arguments(
            "a group has lost the keys of its rows",
            select(byCustomer(select(ORDERS, CUSTOMER, AMOUNT), total()), total().column()),
            """
            project total, customer
              aggregate total := SUM(amount) by customer
                project customer, amount
                  rows of orders
            """),
        arguments(
            "the branches of a union must keep their columns",
            new UnionAll(List.of(select(ORDERS, AMOUNT), select(ORDERS, AMOUNT)), List.of(AMOUNT)),
            """
            union all
              project amount
                rows of orders
              project amount
                rows of orders
            """),
        arguments(
            "of a semi-join only the left",
            select(BUYERS.over(select(CUSTOMERS, NAME, NR), select(ORDERS, CUSTOMER)), NAME),
            """
            project name, nr
              semi join customer = nr
                project name, nr
                  rows of customers
                project customer
                  rows of orders
            """),
        arguments(
            "of an outer join both sides",
            select(ANYWAY.over(select(ORDERS, CUSTOMER), CUSTOMERS), CUSTOMER),
            """
            project customer, id, nr
              left join customer = nr
                project customer, id
                  rows of orders
                rows of customers
            """),
        arguments(
            "through a window, and the first rows",
            select(DEAREST.mapInputs(orders -> select(RANKED, AMOUNT, ID)), AMOUNT),
            """
            project amount, id
              first 10 after 5 by amount DESC, id
                project amount, id
                  window rank := RANK() OVER (PARTITION BY customer ORDER BY amount) by customer
                    rows of orders
            """));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("relations")
  void keysAreCarried(String name, Relation relation, String tree) {
    Relation carried = Carry.keys(relation);
    assertThat(Tree.of(carried)).isEqualTo(tree);
    assertThat(carried.columns()).startsWith(relation.columns().toArray(new Column[0]));
  }
}
