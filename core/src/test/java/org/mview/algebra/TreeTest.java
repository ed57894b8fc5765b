package org.mview.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.mview.algebra.Shop.AMOUNT;
import static org.mview.algebra.Shop.ANYWAY;
import static org.mview.algebra.Shop.BUYERS;
import static org.mview.algebra.Shop.COUNTED;
import static org.mview.algebra.Shop.CUSTOMER;
import static org.mview.algebra.Shop.CUSTOMERS;
import static org.mview.algebra.Shop.DEAREST;
import static org.mview.algebra.Shop.EITHER;
import static org.mview.algebra.Shop.ID;
import static org.mview.algebra.Shop.ORDERS;
import static org.mview.algebra.Shop.RANKED;
import static org.mview.algebra.Shop.SOLD;
import static org.mview.algebra.Shop.STRANGERS;
import static org.mview.algebra.Shop.byCustomer;
import static org.mview.algebra.Shop.distinct;
import static org.mview.algebra.Shop.item;
import static org.mview.algebra.Shop.rows;
import static org.mview.algebra.Shop.select;
import static org.mview.algebra.Shop.stored;
import static org.mview.algebra.Shop.total;
import static org.mview.algebra.Shop.where;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mview.sql.Column;
import org.mview.sql.Type;

/** Each operator as a line of text, its inputs below it. */
class TreeTest {
  private static final Column WEIGHT = new Column("w", Type.COUNT);

  static Stream<Arguments> relations() {
    return Stream.of(
        arguments(
            ORDERS,
            """
            rows of orders
            """),
        arguments(
            new Changes(ORDERS),
            """
            changes of orders
            """),
        arguments(
            stored("keys", ID),
            """
            rows of keys
            """),
        arguments(
            new Stored("changes", List.of(ID), true),
            """
            signed rows of changes
            """),
        arguments(
            where(where(ORDERS, "{} > 9", AMOUNT), "{} < {}", ID, AMOUNT),
            """
            filter id < amount
              filter amount > 9
                rows of orders
            """),
        arguments(
            new Filter(ORDERS, List.of(ID, AMOUNT)),
            """
            filter id and amount
              rows of orders
            """),
        arguments(
            new Project(ORDERS, List.of(item("buyer", CUSTOMER), item("id", ID), item("x", "2"))),
            """
            project buyer := customer, id, x := 2
              rows of orders
            """),
        arguments(
            SOLD,
            """
            join customer = nr
              rows of orders
              rows of customers
            """),
        arguments(
            new Join(ORDERS, CUSTOMERS, List.of()),
            """
            cross
              rows of orders
              rows of customers
            """),
        arguments(
            byCustomer(ORDERS, total(), rows()),
            """
            aggregate total := SUM(amount), n := COUNT(*) by customer
              rows of orders
            """),
        arguments(
            new Aggregate(ORDERS, List.of(), List.of(total())),
            """
            aggregate total := SUM(amount)
              rows of orders
            """),
        arguments(
            distinct(select(ORDERS, CUSTOMER)),
            """
            distinct customer
              project customer
                rows of orders
            """),
        arguments(
            new Restrict(ORDERS, List.of(CUSTOMER), stored("keys", CUSTOMER)),
            """
            restrict customer
              rows of orders
              rows of keys
            """),
        arguments(
            new UnionAll(List.of(ORDERS, ORDERS), ORDERS.columns()),
            """
            union all
              rows of orders
              rows of orders
            """),
        arguments(
            UnionAll.nothing(ORDERS.columns()),
            """
            nothing
            """),
        arguments(
            new Copies(new Net(new Negate(new Weighed(ORDERS, WEIGHT)))),
            """
            copies
              net
                negate
                  weight as w
                    rows of orders
            """),
        arguments(
            BUYERS,
            """
            semi join customer = nr
              rows of customers
              rows of orders
            """),
        arguments(
            STRANGERS,
            """
            anti join customer = nr
              rows of customers
              rows of orders
            """),
        arguments(
            ANYWAY,
            """
            left join customer = nr
              rows of orders
              rows of customers
            """),
        arguments(
            EITHER,
            """
            full join customer = nr
              rows of orders
              rows of customers
            """),
        arguments(
            new OuterJoin(ORDERS, CUSTOMERS, List.of(), false),
            """
            left join
              rows of orders
              rows of customers
            """),
        arguments(
            RANKED,
            """
            window rank := RANK() OVER (PARTITION BY customer ORDER BY amount) by customer
              rows of orders
            """),
        arguments(
            COUNTED,
            """
            window n := COUNT(*) OVER ()
              rows of orders
            """),
        arguments(
            DEAREST,
            """
            first 10 after 5 by amount DESC, id
              rows of orders
            """),
        arguments(
            new Top(ORDERS, List.of(ID), 0, 1),
            """
            first 1 by id
              rows of orders
            """));
  }

  @ParameterizedTest
  @MethodSource("relations")
  void aRelationIsATreeOfLines(Relation relation, String tree) {
    assertThat(Tree.of(relation)).isEqualTo(tree);
  }

  @Test
  void everyOperatorIsShownHere() {
    Set<Class<?>> shown = new HashSet<>();
    relations().forEach(arguments -> collect((Relation) arguments.get()[0], shown));
    assertThat(shown).containsExactlyInAnyOrder(Relation.class.getPermittedSubclasses());
  }

  private static void collect(Relation relation, Set<Class<?>> shown) {
    shown.add(relation.getClass());
    relation.inputs().forEach(input -> collect(input, shown));
  }
}
