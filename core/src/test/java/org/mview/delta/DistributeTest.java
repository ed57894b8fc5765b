package org.mview.delta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.mview.algebra.Shop.AMOUNT;
import static org.mview.algebra.Shop.ANYWAY;
import static org.mview.algebra.Shop.BOTH;
import static org.mview.algebra.Shop.BUYERS;
import static org.mview.algebra.Shop.CUSTOMER;
import static org.mview.algebra.Shop.CUSTOMERS;
import static org.mview.algebra.Shop.DEAREST;
import static org.mview.algebra.Shop.EITHER;
import static org.mview.algebra.Shop.ID;
import static org.mview.algebra.Shop.NR;
import static org.mview.algebra.Shop.ORDERS;
import static org.mview.algebra.Shop.RANKED;
import static org.mview.algebra.Shop.SOLD;
import static org.mview.algebra.Shop.byCustomer;
import static org.mview.algebra.Shop.select;
import static org.mview.algebra.Shop.stored;
import static org.mview.algebra.Shop.total;
import static org.mview.algebra.Shop.where;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mview.algebra.Join;
import org.mview.algebra.Negate;
import org.mview.algebra.Net;
import org.mview.algebra.OuterJoin;
import org.mview.algebra.Relation;
import org.mview.algebra.Restrict;
import org.mview.algebra.SemiJoin;
import org.mview.algebra.Tree;
import org.mview.algebra.UnionAll;
import org.mview.sql.Fragment;

class DistributeTest {
  static Stream<Arguments> relations() {
    return Stream.of(
        arguments(
            "without a union nothing changes",
            where(SOLD, "{} > 9", AMOUNT),
            """
            filter amount > 9
              join customer = nr
                rows of orders
                rows of customers
            """),
        arguments(
            "a filter of each branch",
            where(BOTH, "{} > 9", AMOUNT),
            """
            union all
              filter amount > 9
                rows of orders
              filter amount > 9
                project id := old_id, customer := old_customer, amount := old_amount
                  rows of archive
            """),
        arguments(
            "a projection of each branch",
            select(BOTH, ID),
            """
            union all
              project id
                rows of orders
              project id
                project id := old_id, customer := old_customer, amount := old_amount
                  rows of archive
            """),
        arguments(
            "each branch turned",
            new Negate(BOTH),
            """
            union all
              negate
                rows of orders
              negate
                project id := old_id, customer := old_customer, amount := old_amount
                  rows of archive
            """),
        arguments(
            "each branch among the keys",
            new Restrict(BOTH, List.of(ID), stored("keys", ID)),
            """
            union all
              restrict id
                rows of orders
                rows of keys
              restrict id
                project id := old_id, customer := old_customer, amount := old_amount
                  rows of archive
                rows of keys
            """),
        arguments(
            "each branch of the left with the right",
            new Join(BOTH, CUSTOMERS, List.of(Fragment.equal(CUSTOMER, NR))),
            """
            union all
              join customer = nr
                rows of orders
                rows of customers
              join customer = nr
                project id := old_id, customer := old_customer, amount := old_amount
                  rows of archive
                rows of customers
            """),
        arguments(
            "each branch of the left with each of the right",
            new Join(
                BOTH,
                new UnionAll(List.of(CUSTOMERS, CUSTOMERS), CUSTOMERS.columns()),
                List.of(Fragment.equal(CUSTOMER, NR))),
            """
            union all
              join customer = nr
                rows of orders
                rows of customers
              join customer = nr
                rows of orders
                rows of customers
              join customer = nr
                project id := old_id, customer := old_customer, amount := old_amount
                  rows of archive
                rows of customers
              join customer = nr
                project id := old_id, customer := old_customer, amount := old_amount
                  rows of archive
                rows of customers
            """),
        arguments(
            "unions of unions become one",
            new UnionAll(List.of(BOTH, where(BOTH, "{} > 9", AMOUNT)), ORDERS.columns()),
            """
            union all
              rows of orders
              project id := old_id, customer := old_customer, amount := old_amount
                rows of archive
              filter amount > 9
                rows of orders
              filter amount > 9
                project id := old_id, customer := old_customer, amount := old_amount
                  rows of archive
            """),
        arguments(
            "a group may have rows of both branches, so an aggregate is where it ends",
            select(byCustomer(where(BOTH, "{} > 9", AMOUNT), total()), CUSTOMER),
            """
            project customer
              aggregate total := SUM(amount) by customer
                union all
                  filter amount > 9
                    rows of orders
                  filter amount > 9
                    project id := old_id, customer := old_customer, amount := old_amount
                      rows of archive
            """),
        arguments(
            "rows of both branches may cancel, so netting is where it ends",
            new Net(BOTH),
            """
            net
              union all
                rows of orders
                project id := old_id, customer := old_customer, amount := old_amount
                  rows of archive
            """),
        arguments(
            "a union of nothing stays nothing, with the columns that are asked for",
            select(UnionAll.nothing(ORDERS.columns()), ID),
            """
            nothing
            """),
        arguments(
            "each branch that has partners on the right",
            new SemiJoin(BOTH, CUSTOMERS, List.of(Fragment.equal(CUSTOMER, NR)), true),
            """
            union all
              anti join customer = nr
                rows of orders
                rows of customers
              anti join customer = nr
                project id := old_id, customer := old_customer, amount := old_amount
                  rows of archive
                rows of customers
            """),
        arguments(
            "but a partner may be in either branch of the right",
            BUYERS.over(CUSTOMERS, BOTH),
            """
            semi join customer = nr
              rows of customers
              union all
                rows of orders
                project id := old_id, customer := old_customer, amount := old_amount
                  rows of archive
            """),
        arguments(
            "each branch of the left with the right, or none",
            ANYWAY.over(BOTH, CUSTOMERS),
            """
            union all
              left join customer = nr
                rows of orders
                rows of customers
              left join customer = nr
                project id := old_id, customer := old_customer, amount := old_amount
                  rows of archive
                rows of customers
            """),
        arguments(
            "but not of a full join, of which a row of the right may be in no pair at all",
            EITHER.over(BOTH, CUSTOMERS),
            """
            full join customer = nr
              union all
                rows of orders
                project id := old_id, customer := old_customer, amount := old_amount
                  rows of archive
              rows of customers
            """),
        arguments(
            "nor of the right of an outer join",
            new OuterJoin(CUSTOMERS, BOTH, List.of(Fragment.equal(CUSTOMER, NR)), false),
            """
            left join customer = nr
              rows of customers
              union all
                rows of orders
                project id := old_id, customer := old_customer, amount := old_amount
                  rows of archive
            """),
        arguments(
            "a partition may have rows of both branches",
            RANKED.mapInputs(orders -> BOTH),
            """
            window rank := RANK() OVER (PARTITION BY customer ORDER BY amount) by customer
              union all
                rows of orders
                project id := old_id, customer := old_customer, amount := old_amount
                  rows of archive
            """),
        arguments(
            "so may the first rows",
            DEAREST.mapInputs(orders -> BOTH),
            """
            first 10 after 5 by amount DESC, id
              union all
                rows of orders
                project id := old_id, customer := old_customer, amount := old_amount
                  rows of archive
            """));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("relations")
  void unionsGoOutside(String name, Relation relation, String tree) {
    Relation distributed = Distribute.over(relation);
    assertThat(Tree.of(distributed)).isEqualTo(tree);
    assertThat(distributed.columns()).isEqualTo(relation.columns());
  }
}
