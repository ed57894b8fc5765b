package org.mview.delta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
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
import static org.mview.algebra.Shop.NAME;
import static org.mview.algebra.Shop.ORDERS;
import static org.mview.algebra.Shop.RANKED;
import static org.mview.algebra.Shop.SOLD;
import static org.mview.algebra.Shop.STRANGERS;
import static org.mview.algebra.Shop.VISITOR;
import static org.mview.algebra.Shop.VISITS;
import static org.mview.algebra.Shop.byCustomer;
import static org.mview.algebra.Shop.distinct;
import static org.mview.algebra.Shop.item;
import static org.mview.algebra.Shop.rows;
import static org.mview.algebra.Shop.select;
import static org.mview.algebra.Shop.stored;
import static org.mview.algebra.Shop.total;
import static org.mview.algebra.Shop.where;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mview.algebra.Aggregate;
import org.mview.algebra.Changes;
import org.mview.algebra.Copies;
import org.mview.algebra.Negate;
import org.mview.algebra.Net;
import org.mview.algebra.Project;
import org.mview.algebra.Relation;
import org.mview.algebra.Restrict;
import org.mview.algebra.Scan;
import org.mview.algebra.SemiJoin;
import org.mview.algebra.Stored;
import org.mview.algebra.Tree;
import org.mview.algebra.UnionAll;
import org.mview.algebra.Weighed;
import org.mview.sql.Fragment;
import org.mview.sql.QualifiedName;

/** The change of each operator, as the rule draws it, before anything is made cheaper. */
class DeltaRulesTest {
  private static final QualifiedName ORDER_TABLE = ORDERS.table().name();
  private static final QualifiedName CUSTOMER_TABLE = CUSTOMERS.table().name();

  /** Only rules and plans make relations of these, so they have no change of their own. */
  private static final Set<Class<?>> NEVER_IN_A_QUERY =
      Set.of(
          Changes.class,
          Copies.class,
          Negate.class,
          Net.class,
          Restrict.class,
          Stored.class,
          Weighed.class);

  static Stream<Arguments> changes() {
    return Stream.of(
        arguments(
            "a table that has changed",
            ORDERS,
            Set.of(ORDER_TABLE),
            """
            changes of orders
            """),
        arguments(
            "a table that has not",
            ORDERS,
            Set.of(CUSTOMER_TABLE),
            """
            nothing
            """),
        arguments(
            "a filter keeps the changes that pass it",
            where(ORDERS, "{} > 9", AMOUNT),
            Set.of(ORDER_TABLE),
            """
            filter amount > 9
              changes of orders
            """),
        arguments(
            "a projection shows what it shows of every row",
            new Project(ORDERS, List.of(item("id", ID), item("double", "{} * 2", AMOUNT))),
            Set.of(ORDER_TABLE),
            """
            project id, double := amount * 2
              changes of orders
            """),
        arguments(
            "UNION ALL has the changes of all its inputs",
            new UnionAll(List.of(select(ORDERS, ID), select(CUSTOMERS, NAME)), List.of(ID)),
            Set.of(ORDER_TABLE, CUSTOMER_TABLE),
            """
            union all
              project id
                changes of orders
              project name
                changes of customers
            """),
        arguments(
            "each side of a join meets the other, and what met twice is taken off once",
            SOLD,
            Set.of(ORDER_TABLE, CUSTOMER_TABLE),
            """
            union all
              join customer = nr
                changes of orders
                rows of customers
              join customer = nr
                rows of orders
                changes of customers
              negate
                join customer = nr
                  changes of orders
                  changes of customers
            """),
        arguments(
            "groups that the change touches, now, less the same as they were",
            byCustomer(ORDERS, total()),
            Set.of(ORDER_TABLE),
            """
            union all
              restrict customer
                aggregate total := SUM(amount) by customer
                  rows of orders
                distinct customer$
                  project customer$ := customer
                    weight as mview$weight
                      changes of orders
              negate
                restrict customer
                  aggregate total := SUM(amount) by customer
                    copies
                      net
                        union all
                          rows of orders
                          negate
                            changes of orders
                  distinct customer$
                    project customer$ := customer
                      weight as mview$weight
                        changes of orders
            """),
        arguments(
            "DISTINCT is an aggregate without functions",
            distinct(select(ORDERS, CUSTOMER)),
            Set.of(ORDER_TABLE),
            """
            union all
              restrict customer
                distinct customer
                  project customer
                    rows of orders
                distinct customer$
                  project customer$ := customer
                    weight as mview$weight
                      project customer
                        changes of orders
              negate
                restrict customer
                  distinct customer
                    copies
                      net
                        project customer
                          union all
                            rows of orders
                            negate
                              changes of orders
                  distinct customer$
                    project customer$ := customer
                      weight as mview$weight
                        project customer
                          changes of orders
            """),
        arguments(
            "a total has no keys by which to restrict it",
            new Aggregate(ORDERS, List.of(), List.of(total())),
            Set.of(ORDER_TABLE),
            """
            union all
              aggregate total := SUM(amount)
                rows of orders
              negate
                aggregate total := SUM(amount)
                  copies
                    net
                      union all
                        rows of orders
                        negate
                          changes of orders
            """),
        arguments(
            "an aggregate of what has not changed has not changed",
            byCustomer(ORDERS, total()),
            Set.of(CUSTOMER_TABLE),
            """
            nothing
            """),
        arguments(
            "below an aggregate only the table that has changed is taken back",
            byCustomer(SOLD, rows()),
            Set.of(CUSTOMER_TABLE),
            """
            union all
              restrict customer
                aggregate n := COUNT(*) by customer
                  join customer = nr
                    rows of orders
                    rows of customers
                distinct customer$
                  project customer$ := customer
                    weight as mview$weight
                      union all
                        join customer = nr
                          nothing
                          rows of customers
                        join customer = nr
                          rows of orders
                          changes of customers
                        negate
                          join customer = nr
                            nothing
                            changes of customers
              negate
                restrict customer
                  aggregate n := COUNT(*) by customer
                    copies
                      net
                        join customer = nr
                          rows of orders
                          union all
                            rows of customers
                            negate
                              changes of customers
                  distinct customer$
                    project customer$ := customer
                      weight as mview$weight
                        union all
                          join customer = nr
                            nothing
                            rows of customers
                          join customer = nr
                            rows of orders
                            changes of customers
                          negate
                            join customer = nr
                              nothing
                              changes of customers
            """),
        arguments(
            "of a semi-join, the rows that got their first partner, less those that lost their last",
            BUYERS,
            Set.of(ORDER_TABLE, CUSTOMER_TABLE),
            """
            union all
              semi join customer = nr
                changes of customers
                union all
                  rows of orders
                  negate
                    changes of orders
              anti join customer = nr
                semi join customer = nr
                  restrict nr
                    rows of customers
                    distinct nr$
                      project nr$ := nr
                        weight as mview$weight
                          join customer = nr
                            rows of customers
                            changes of orders
                  rows of orders
                union all
                  rows of orders
                  negate
                    changes of orders
              negate
                anti join customer = nr
                  semi join customer = nr
                    restrict nr
                      rows of customers
                      distinct nr$
                        project nr$ := nr
                          weight as mview$weight
                            join customer = nr
                              rows of customers
                              changes of orders
                    union all
                      rows of orders
                      negate
                        changes of orders
                  rows of orders
            """),
        arguments(
            "of an anti-join, the other way round",
            STRANGERS,
            Set.of(ORDER_TABLE),
            """
            union all
              anti join customer = nr
                nothing
                union all
                  rows of orders
                  negate
                    changes of orders
              negate
                anti join customer = nr
                  semi join customer = nr
                    restrict nr
                      rows of customers
                      distinct nr$
                        project nr$ := nr
                          weight as mview$weight
                            join customer = nr
                              rows of customers
                              changes of orders
                    rows of orders
                  union all
                    rows of orders
                    negate
                      changes of orders
              anti join customer = nr
                semi join customer = nr
                  restrict nr
                    rows of customers
                    distinct nr$
                      project nr$ := nr
                        weight as mview$weight
                          join customer = nr
                            rows of customers
                            changes of orders
                  union all
                    rows of orders
                    negate
                      changes of orders
                rows of orders
            """),
        arguments(
            "a side that has not changed lets all changed rows of the other be looked at alone",
            BUYERS,
            Set.of(CUSTOMER_TABLE),
            """
            semi join customer = nr
              changes of customers
              rows of orders
            """),
        arguments(
            "rows without a key are found by what is compared",
            new SemiJoin(VISITS, ORDERS, List.of(Fragment.equal(VISITOR, CUSTOMER)), false),
            Set.of(ORDER_TABLE),
            """
            union all
              semi join visitor = customer
                nothing
                union all
                  rows of orders
                  negate
                    changes of orders
              anti join visitor = customer
                semi join visitor = customer
                  restrict visitor
                    rows of visits
                    distinct visitor$
                      project visitor$ := visitor
                        weight as mview$weight
                          join visitor = customer
                            rows of visits
                            changes of orders
                  rows of orders
                union all
                  rows of orders
                  negate
                    changes of orders
              negate
                anti join visitor = customer
                  semi join visitor = customer
                    restrict visitor
                      rows of visits
                      distinct visitor$
                        project visitor$ := visitor
                          weight as mview$weight
                            join visitor = customer
                              rows of visits
                              changes of orders
                    union all
                      rows of orders
                      negate
                        changes of orders
                  rows of orders
            """),
        arguments(
            "and where nothing is compared, all are looked at",
            new SemiJoin(CUSTOMERS, ORDERS, List.of(), false),
            Set.of(ORDER_TABLE),
            """
            union all
              semi join
                nothing
                union all
                  rows of orders
                  negate
                    changes of orders
              anti join
                semi join
                  rows of customers
                  rows of orders
                union all
                  rows of orders
                  negate
                    changes of orders
              negate
                anti join
                  semi join
                    rows of customers
                    union all
                      rows of orders
                      negate
                        changes of orders
                  rows of orders
            """),
        arguments(
            "of an outer join, the changed rows of the left when only they have changed",
            ANYWAY,
            Set.of(ORDER_TABLE),
            """
            left join customer = nr
              changes of orders
              rows of customers
            """),
        arguments(
            "the change of its pairs, and of the rows that are in none, padded",
            ANYWAY,
            Set.of(CUSTOMER_TABLE),
            """
            union all
              union all
                join customer = nr
                  nothing
                  rows of customers
                join customer = nr
                  rows of orders
                  changes of customers
                negate
                  join customer = nr
                    nothing
                    changes of customers
              project id, customer, amount, nr := NULL, name := NULL
                union all
                  anti join customer = nr
                    nothing
                    union all
                      rows of customers
                      negate
                        changes of customers
                  negate
                    anti join customer = nr
                      semi join customer = nr
                        restrict id
                          rows of orders
                          distinct id$
                            project id$ := id
                              weight as mview$weight
                                join customer = nr
                                  rows of orders
                                  changes of customers
                        rows of customers
                      union all
                        rows of customers
                        negate
                          changes of customers
                  anti join customer = nr
                    semi join customer = nr
                      restrict id
                        rows of orders
                        distinct id$
                          project id$ := id
                            weight as mview$weight
                              join customer = nr
                                rows of orders
                                changes of customers
                      union all
                        rows of customers
                        negate
                          changes of customers
                    rows of customers
            """),
        arguments(
            "of a full join those of both sides",
            EITHER,
            Set.of(ORDER_TABLE),
            """
            union all
              union all
                join customer = nr
                  changes of orders
                  rows of customers
                join customer = nr
                  rows of orders
                  nothing
                negate
                  join customer = nr
                    changes of orders
                    nothing
              project id, customer, amount, nr := NULL, name := NULL
                anti join customer = nr
                  changes of orders
                  rows of customers
              project id := NULL, customer := NULL, amount := NULL, nr, name
                union all
                  anti join customer = nr
                    nothing
                    union all
                      rows of orders
                      negate
                        changes of orders
                  negate
                    anti join customer = nr
                      semi join customer = nr
                        restrict nr
                          rows of customers
                          distinct nr$
                            project nr$ := nr
                              weight as mview$weight
                                join customer = nr
                                  rows of customers
                                  changes of orders
                        rows of orders
                      union all
                        rows of orders
                        negate
                          changes of orders
                  anti join customer = nr
                    semi join customer = nr
                      restrict nr
                        rows of customers
                        distinct nr$
                          project nr$ := nr
                            weight as mview$weight
                              join customer = nr
                                rows of customers
                                changes of orders
                      union all
                        rows of orders
                        negate
                          changes of orders
                    rows of orders
            """),
        arguments(
            "partitions that the change touches, now, less the same as they were",
            RANKED,
            Set.of(ORDER_TABLE),
            """
            union all
              restrict customer
                window rank := RANK() OVER (PARTITION BY customer ORDER BY amount) by customer
                  rows of orders
                distinct customer$
                  project customer$ := customer
                    weight as mview$weight
                      changes of orders
              negate
                restrict customer
                  window rank := RANK() OVER (PARTITION BY customer ORDER BY amount) by customer
                    copies
                      net
                        union all
                          rows of orders
                          negate
                            changes of orders
                  distinct customer$
                    project customer$ := customer
                      weight as mview$weight
                        changes of orders
            """),
        arguments(
            "without a partition all rows",
            COUNTED,
            Set.of(ORDER_TABLE),
            """
            union all
              window n := COUNT(*) OVER ()
                rows of orders
              negate
                window n := COUNT(*) OVER ()
                  copies
                    net
                      union all
                        rows of orders
                        negate
                          changes of orders
            """),
        arguments(
            "the first rows now, less those that were the first",
            DEAREST,
            Set.of(ORDER_TABLE),
            """
            union all
              first 10 after 5 by amount DESC, id
                rows of orders
              negate
                first 10 after 5 by amount DESC, id
                  copies
                    net
                      union all
                        rows of orders
                        negate
                          changes of orders
            """));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("changes")
  void theChangeOf(String name, Relation query, Set<QualifiedName> changed, String tree) {
    assertThat(Tree.of(DeltaRules.changes(query, changed))).isEqualTo(tree);
  }

  @Test
  void everyOperatorOfAQueryHasOneRule() {
    List<Class<?>> withRule = new ArrayList<>();
    DeltaRules.ALL.forEach(entry -> withRule.add(entry.operator()));
    assertThat(withRule)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(Relation.class.getPermittedSubclasses())
                .filter(operator -> operator != Scan.class && !NEVER_IN_A_QUERY.contains(operator))
                .collect(Collectors.toSet()));
  }

  static Stream<Relation> madeByRules() {
    return Stream.of(
        new Changes(ORDERS),
        new Copies(ORDERS),
        new Negate(ORDERS),
        new Net(ORDERS),
        new Restrict(ORDERS, List.of(CUSTOMER), stored("keys", CUSTOMER)),
        stored("keys", CUSTOMER),
        new Weighed(ORDERS, Signed.WEIGHT));
  }

  @ParameterizedTest
  @MethodSource("madeByRules")
  void whatOnlyRulesMakeHasNoChangeOfItsOwn(Relation relation) {
    assertThat(NEVER_IN_A_QUERY).contains(relation.getClass());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DeltaRules.changes(relation, Set.of(ORDER_TABLE)))
        .withMessageContaining("no query is made of");
  }
}
