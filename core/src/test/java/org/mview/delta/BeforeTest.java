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
import static org.mview.algebra.Shop.NAME;
import static org.mview.algebra.Shop.NR;
import static org.mview.algebra.Shop.ORDERS;
import static org.mview.algebra.Shop.RANKED;
import static org.mview.algebra.Shop.SOLD;
import static org.mview.algebra.Shop.VISITS;
import static org.mview.algebra.Shop.byCustomer;
import static org.mview.algebra.Shop.rows;
import static org.mview.algebra.Shop.total;
import static org.mview.algebra.Shop.where;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mview.algebra.Aggregate;
import org.mview.algebra.OuterJoin;
import org.mview.algebra.Relation;
import org.mview.algebra.Tree;
import org.mview.sql.Fragment;
import org.mview.sql.QualifiedName;

class BeforeTest {
  static Stream<Arguments> relations() {
    return Stream.of(
        arguments(
            "a table that has not changed is as it was",
            CUSTOMERS,
            """
            rows of customers
            """),
        arguments(
            "from one that has, the change is taken off",
            ORDERS,
            """
            union all
              rows of orders
              negate
                changes of orders
            """),
        arguments(
            "an operator of what was",
            where(SOLD, "{} > 9", AMOUNT),
            """
            filter amount > 9
              join customer = nr
                union all
                  rows of orders
                  negate
                    changes of orders
                rows of customers
            """),
        arguments(
            "an aggregate counts rows, so those taken off are netted before",
            byCustomer(SOLD, total()),
            """
            aggregate total := SUM(amount) by customer
              copies
                net
                  join customer = nr
                    union all
                      rows of orders
                      negate
                        changes of orders
                    rows of customers
            """),
        arguments(
            "an aggregate of what has not changed is as it was",
            new Aggregate(CUSTOMERS, List.of(NAME), List.of(rows())),
            """
            aggregate n := COUNT(*) by name
              rows of customers
            """),
        arguments(
            "window functions see rows that are netted",
            RANKED,
            """
            window rank := RANK() OVER (PARTITION BY customer ORDER BY amount) by customer
              copies
                net
                  union all
                    rows of orders
                    negate
                      changes of orders
            """),
        arguments(
            "so does an order",
            DEAREST,
            """
            first 10 after 5 by amount DESC, id
              copies
                net
                  union all
                    rows of orders
                    negate
                      changes of orders
            """),
        arguments(
            "of a semi-join only the weights of the partners are added up",
            BUYERS,
            """
            semi join customer = nr
              rows of customers
              union all
                rows of orders
                negate
                  changes of orders
            """),
        arguments(
            "an outer join whose right side is the same stays one",
            ANYWAY,
            """
            left join customer = nr
              union all
                rows of orders
                negate
                  changes of orders
              rows of customers
            """),
        arguments(
            "one whose right side has changed is taken apart",
            new OuterJoin(CUSTOMERS, ORDERS, List.of(Fragment.equal(CUSTOMER, NR)), false),
            """
            union all
              join customer = nr
                rows of customers
                union all
                  rows of orders
                  negate
                    changes of orders
              project nr, name, id := NULL, customer := NULL, amount := NULL
                anti join customer = nr
                  rows of customers
                  union all
                    rows of orders
                    negate
                      changes of orders
            """),
        arguments(
            "so is a full join of which any side has changed",
            EITHER,
            """
            union all
              join customer = nr
                union all
                  rows of orders
                  negate
                    changes of orders
                rows of customers
              project id, customer, amount, nr := NULL, name := NULL
                anti join customer = nr
                  union all
                    rows of orders
                    negate
                      changes of orders
                  rows of customers
              project id := NULL, customer := NULL, amount := NULL, nr, name
                anti join customer = nr
                  rows of customers
                  union all
                    rows of orders
                    negate
                      changes of orders
            """),
        arguments(
            "a full join of what has not changed is as it was",
            new OuterJoin(CUSTOMERS, VISITS, List.of(), true),
            """
            full join
              rows of customers
              rows of visits
            """));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("relations")
  void asItWas(String name, Relation relation, String tree) {
    Set<QualifiedName> changed = Set.of(ORDERS.table().name());
    assertThat(Tree.of(Before.of(relation, input -> DeltaRules.changes(input, changed))))
        .isEqualTo(tree);
  }
}
