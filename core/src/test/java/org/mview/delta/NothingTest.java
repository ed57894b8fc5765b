package org.mview.delta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.mview.algebra.Shop.AMOUNT;
import static org.mview.algebra.Shop.ANYWAY;
import static org.mview.algebra.Shop.BUYERS;
import static org.mview.algebra.Shop.CUSTOMER;
import static org.mview.algebra.Shop.CUSTOMERS;
import static org.mview.algebra.Shop.DEAREST;
import static org.mview.algebra.Shop.EITHER;
import static org.mview.algebra.Shop.ID;
import static org.mview.algebra.Shop.NO_ORDERS;
import static org.mview.algebra.Shop.ORDERS;
import static org.mview.algebra.Shop.OTHER_ORDERS;
import static org.mview.algebra.Shop.RANKED;
import static org.mview.algebra.Shop.STRANGERS;
import static org.mview.algebra.Shop.byCustomer;
import static org.mview.algebra.Shop.select;
import static org.mview.algebra.Shop.total;
import static org.mview.algebra.Shop.where;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mview.algebra.Aggregate;
import org.mview.algebra.Join;
import org.mview.algebra.Negate;
import org.mview.algebra.Net;
import org.mview.algebra.Relation;
import org.mview.algebra.Restrict;
import org.mview.algebra.Tree;
import org.mview.algebra.UnionAll;

class NothingTest {
  static Stream<Arguments> relations() {
    return Stream.of(
        arguments(
            "a table may have rows",
            ORDERS,
            """
            rows of orders
            """),
        arguments(
            "a filter of nothing",
            where(NO_ORDERS, "{} > 9", AMOUNT),
            """
            nothing
            """),
        arguments(
            "a projection of the changes of nothing, turned and netted",
            new Net(new Negate(select(NO_ORDERS, ID))),
            """
            nothing
            """),
        arguments(
            "a join with nothing on its right",
            new Join(CUSTOMERS, NO_ORDERS, List.of()),
            """
            nothing
            """),
        arguments(
            "a join with nothing on its left",
            new Join(NO_ORDERS, CUSTOMERS, List.of()),
            """
            nothing
            """),
        arguments(
            "no row is among no keys",
            new Restrict(ORDERS, List.of(ID), UnionAll.nothing(List.of(ID))),
            """
            nothing
            """),
        arguments(
            "nothing has no groups",
            byCustomer(NO_ORDERS, total()),
            """
            nothing
            """),
        arguments(
            "but one total",
            new Aggregate(NO_ORDERS, List.of(), List.of(total())),
            """
            aggregate total := SUM(amount)
              nothing
            """),
        arguments(
            "a union loses the inputs that have no rows",
            new UnionAll(List.of(ORDERS, NO_ORDERS, OTHER_ORDERS), ORDERS.columns()),
            """
            union all
              rows of orders
              rows of archive
            """),
        arguments(
            "and is its input when one is left",
            new UnionAll(List.of(NO_ORDERS, ORDERS), ORDERS.columns()),
            """
            rows of orders
            """),
        arguments(
            "unless that has columns of other names",
            new UnionAll(List.of(NO_ORDERS, OTHER_ORDERS), ORDERS.columns()),
            """
            union all
              rows of archive
            """),
        arguments(
            "a union of nothing",
            new UnionAll(
                List.of(NO_ORDERS, select(NO_ORDERS, ID, CUSTOMER, AMOUNT)), ORDERS.columns()),
            """
            nothing
            """),
        arguments(
            "nobody has ordered where there is no order",
            BUYERS.over(CUSTOMERS, NO_ORDERS),
            """
            nothing
            """),
        arguments(
            "and all are strangers",
            STRANGERS.over(CUSTOMERS, NO_ORDERS),
            """
            rows of customers
            """),
        arguments(
            "there are no strangers where there is nobody",
            STRANGERS.over(UnionAll.nothing(CUSTOMERS.columns()), ORDERS),
            """
            nothing
            """),
        arguments(
            "nor anybody else",
            BUYERS.over(UnionAll.nothing(CUSTOMERS.columns()), ORDERS),
            """
            nothing
            """),
        arguments(
            "an outer join of nothing",
            ANYWAY.over(NO_ORDERS, CUSTOMERS),
            """
            nothing
            """),
        arguments(
            "an outer join with nothing pads every row",
            ANYWAY.over(ORDERS, UnionAll.nothing(CUSTOMERS.columns())),
            """
            project id, customer, amount, nr := NULL, name := NULL
              rows of orders
            """),
        arguments(
            "a full join with nothing on its left",
            EITHER.over(NO_ORDERS, CUSTOMERS),
            """
            project id := NULL, customer := NULL, amount := NULL, nr, name
              rows of customers
            """),
        arguments(
            "a full join with nothing on its right",
            EITHER.over(ORDERS, UnionAll.nothing(CUSTOMERS.columns())),
            """
            project id, customer, amount, nr := NULL, name := NULL
              rows of orders
            """),
        arguments(
            "a full join of nothing with nothing",
            EITHER.over(NO_ORDERS, UnionAll.nothing(CUSTOMERS.columns())),
            """
            nothing
            """),
        arguments(
            "a full join of two sides",
            EITHER,
            """
            full join customer = nr
              rows of orders
              rows of customers
            """),
        arguments(
            "nothing has no rank",
            RANKED.mapInputs(orders -> NO_ORDERS),
            """
            nothing
            """),
        arguments(
            "and no first rows",
            DEAREST.mapInputs(orders -> NO_ORDERS),
            """
            nothing
            """));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("relations")
  void whatHasNoRowIsDropped(String name, Relation relation, String tree) {
    Relation dropped = Nothing.dropped(relation);
    assertThat(Tree.of(dropped)).isEqualTo(tree);
    assertThat(dropped.columns()).isEqualTo(relation.columns());
  }
}
