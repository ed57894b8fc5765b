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
import static org.mview.algebra.Shop.PER_CUSTOMER;
import static org.mview.algebra.Shop.RANKED;
import static org.mview.algebra.Shop.SOLD;
import static org.mview.algebra.Shop.VISITOR;
import static org.mview.algebra.Shop.VISITS;
import static org.mview.algebra.Shop.byCustomer;
import static org.mview.algebra.Shop.call;
import static org.mview.algebra.Shop.kinds;
import static org.mview.algebra.Shop.least;
import static org.mview.algebra.Shop.scan;
import static org.mview.algebra.Shop.select;
import static org.mview.algebra.Shop.total;
import static org.mview.algebra.Shop.where;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mview.algebra.Aggregate;
import org.mview.algebra.AggregateFunction;
import org.mview.algebra.Join;
import org.mview.algebra.OuterJoin;
import org.mview.algebra.Relation;
import org.mview.algebra.Scan;
import org.mview.algebra.UnionAll;
import org.mview.sql.Fragment;
import org.mview.sql.QualifiedName;
import org.mview.sql.Type.Arithmetic;

/** The steps of a refresh, for each way of keeping a view and each kind of change. */
class PlannerTest {
  private static final QualifiedName ORDER_TABLE = ORDERS.table().name();
  private static final QualifiedName CUSTOMER_TABLE = CUSTOMERS.table().name();
  private static final QualifiedName VISIT_TABLE = VISITS.table().name();

  static Stream<Arguments> added() {
    return Stream.of(
        arguments(
            "rows are added",
            select(ORDERS, ID, AMOUNT),
            Set.of(ORDER_TABLE),
            """
            insert
              project id, amount
                changes of orders
            """),
        arguments(
            "those of a bag, too",
            select(VISITS, DAY),
            Set.of(VISIT_TABLE),
            """
            insert
              project day
                changes of visits
            """),
        arguments(
            "to one table of a join",
            select(SOLD, NAME, AMOUNT),
            Set.of(ORDER_TABLE),
            """
            insert
              project name, amount, id, nr
                join customer = nr
                  changes of orders
                  rows of customers
            """),
        arguments(
            "to both, and then some are counted twice and must be taken off",
            select(SOLD, ID, NR),
            Set.of(ORDER_TABLE, CUSTOMER_TABLE),
            """
            keep changes
              net
                union all
                  project id, nr
                    join customer = nr
                      changes of orders
                      rows of customers
                  project id, nr
                    join customer = nr
                      rows of orders
                      changes of customers
                  project id, nr
                    negate
                      join customer = nr
                        changes of orders
                        changes of customers
            delete id, nr among id$, nr$
              project id$ := id, nr$ := nr
                project id, nr
                  filter mview$weight < 0
                    weight as mview$weight
                      signed rows of changes
            insert
              project id, nr
                filter mview$weight > 0
                  weight as mview$weight
                    signed rows of changes
            """),
        arguments(
            "a group may change when rows are added to what is grouped",
            select(PER_CUSTOMER, CUSTOMER, NR),
            Set.of(ORDER_TABLE),
            """
            keep changes
              net
                union all
                  project customer, nr
                    join customer = nr
                      aggregate total := SUM(amount) by customer
                        restrict customer
                          rows of orders
                          distinct customer$
                            project customer$ := customer
                              weight as mview$weight
                                changes of orders
                      rows of customers
                  project customer, nr
                    join customer = nr
                      negate
                        aggregate total := SUM(amount) by customer
                          copies
                            net
                              union all
                                restrict customer
                                  rows of orders
                                  distinct customer$
                                    project customer$ := customer
                                      weight as mview$weight
                                        changes of orders
                                negate
                                  restrict customer
                                    changes of orders
                                    distinct customer$
                                      project customer$ := customer
                                        weight as mview$weight
                                          changes of orders
                      rows of customers
            delete customer, nr among customer$, nr$
              project customer$ := customer, nr$ := nr
                project customer, nr
                  filter mview$weight < 0
                    weight as mview$weight
                      signed rows of changes
            insert
              project customer, nr
                filter mview$weight > 0
                  weight as mview$weight
                    signed rows of changes
            """));
  }

  static Stream<Arguments> changed() {
    return Stream.of(
        arguments(
            "rows are found by their key",
            select(ORDERS, ID, AMOUNT),
            Set.of(ORDER_TABLE),
            """
            keep changes
              net
                project id, amount
                  changes of orders
            delete id among id$
              project id$ := id
                project id, amount
                  filter mview$weight < 0
                    weight as mview$weight
                      signed rows of changes
            insert
              project id, amount
                filter mview$weight > 0
                  weight as mview$weight
                    signed rows of changes
            """),
        arguments(
            "of a bag as many copies go as the change says",
            select(VISITS, DAY),
            Set.of(VISIT_TABLE),
            """
            keep changes
              net
                project day
                  changes of visits
            delete copies
              signed rows of changes
            insert
              copies
                signed rows of changes
            """),
        arguments(
            "the branches of UNION ALL",
            new UnionAll(List.of(select(ORDERS, AMOUNT), select(VISITS, VISITOR)), List.of(AMOUNT)),
            Set.of(ORDER_TABLE, VISIT_TABLE),
            """
            keep changes
              net
                union all
                  project amount
                    changes of orders
                  project amount := visitor
                    project visitor
                      changes of visits
            delete copies
              signed rows of changes
            insert
              copies
                signed rows of changes
            """),
        arguments(
            "groups are read again",
            byCustomer(ORDERS, kinds(AMOUNT)),
            Set.of(ORDER_TABLE),
            """
            keep keys
              distinct customer$
                project customer$ := customer
                  weight as mview$weight
                    changes of orders
            delete customer among customer$
              rows of keys
            insert
              aggregate d := COUNT(DISTINCT amount) by customer
                restrict customer
                  rows of orders
                  rows of keys
            """),
        arguments(
            "groups of a join of two changed tables are found in all terms of its change",
            byCustomer(SOLD, kinds(NAME)),
            Set.of(ORDER_TABLE, CUSTOMER_TABLE),
            """
            keep keys
              distinct customer$
                project customer$ := customer
                  weight as mview$weight
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
            delete customer among customer$
              rows of keys
            insert
              aggregate d := COUNT(DISTINCT name) by customer
                restrict customer
                  join customer = nr
                    rows of orders
                    rows of customers
                  rows of keys
            """),
        arguments(
            "groups that HAVING may hide are read again",
            where(byCustomer(ORDERS, total()), "{} > 9", total().column()),
            Set.of(ORDER_TABLE),
            """
            keep keys
              distinct customer$
                project customer$ := customer
                  weight as mview$weight
                    changes of orders
            delete customer among customer$
              rows of keys
            insert
              filter total > 9
                aggregate total := SUM(amount) by customer
                  restrict customer
                    rows of orders
                    rows of keys
            """),
        arguments(
            "a total of which nothing is known is computed anew",
            new Aggregate(ORDERS, List.of(), List.of(kinds(AMOUNT))),
            Set.of(ORDER_TABLE),
            """
            delete all
            insert
              aggregate d := COUNT(DISTINCT amount)
                rows of orders
            """),
        arguments(
            "so is a least value that may have gone",
            new Aggregate(ORDERS, List.of(), List.of(least())),
            Set.of(ORDER_TABLE),
            """
            delete all
            insert
              project m
                aggregate m := MIN(amount)
                  rows of orders
            """),
        arguments(
            "partitions are read again",
            select(where(RANKED, "{} > 9", AMOUNT), ID),
            Set.of(ORDER_TABLE),
            """
            keep keys
              distinct customer$
                project customer$ := customer
                  weight as mview$weight
                    changes of orders
            delete customer among customer$
              rows of keys
            insert
              project id, customer
                filter amount > 9
                  window rank := RANK() OVER (PARTITION BY customer ORDER BY amount) by customer
                    restrict customer
                      rows of orders
                      rows of keys
            """),
        arguments(
            "what any change may change is computed anew",
            select(DEAREST, ID),
            Set.of(ORDER_TABLE),
            """
            delete all
            insert
              project id
                first 10 after 5 by amount DESC, id
                  rows of orders
            """),
        arguments(
            "rows that got a partner or lost the last",
            select(BUYERS, NAME),
            Set.of(ORDER_TABLE),
            """
            keep changes
              net
                union all
                  project name, nr
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
                  project name, nr
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
            delete nr among nr$
              project nr$ := nr
                project name, nr
                  filter mview$weight < 0
                    weight as mview$weight
                      signed rows of changes
            insert
              project name, nr
                filter mview$weight > 0
                  weight as mview$weight
                    signed rows of changes
            """),
        arguments(
            "rows with their partners, or padded",
            select(ANYWAY, ID, NAME),
            Set.of(CUSTOMER_TABLE),
            """
            keep changes
              net
                union all
                  project id, name, nr
                    join customer = nr
                      rows of orders
                      changes of customers
                  project id, name, nr
                    project id, customer, nr := NULL, name := NULL
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
                  project id, name, nr
                    project id, customer, nr := NULL, name := NULL
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
            delete id, nr among id$, nr$
              project id$ := id, nr$ := nr
                project id, name, nr
                  filter mview$weight < 0
                    weight as mview$weight
                      signed rows of changes
            insert
              project id, name, nr
                filter mview$weight > 0
                  weight as mview$weight
                    signed rows of changes
            """),
        arguments(
            "an outer join of which only the left has changed",
            select(ANYWAY, ID, NAME),
            Set.of(ORDER_TABLE),
            """
            keep changes
              net
                project id, name, nr
                  left join customer = nr
                    changes of orders
                    rows of customers
            delete id, nr among id$, nr$
              project id$ := id, nr$ := nr
                project id, name, nr
                  filter mview$weight < 0
                    weight as mview$weight
                      signed rows of changes
            insert
              project id, name, nr
                filter mview$weight > 0
                  weight as mview$weight
                    signed rows of changes
            """),
        arguments(
            "an outer join with more than a table",
            select(
                new OuterJoin(VISITS, SOLD, List.of(Fragment.equal(VISITOR, CUSTOMER)), false),
                VISITOR,
                ID),
            Set.of(VISIT_TABLE),
            """
            keep changes
              net
                union all
                  project visitor, id
                    join visitor = customer
                      changes of visits
                      join customer = nr
                        rows of orders
                        rows of customers
                  project visitor, id
                    project visitor, id := NULL, customer := NULL, nr := NULL
                      anti join visitor = customer
                        changes of visits
                        join customer = nr
                          rows of orders
                          rows of customers
            delete copies
              signed rows of changes
            insert
              copies
                signed rows of changes
            """),
        arguments(
            "groups by a column that may be padded",
            new Aggregate(ANYWAY, List.of(NAME), List.of(kinds(AMOUNT))),
            Set.of(ORDER_TABLE),
            """
            keep keys
              distinct name$
                project name$ := name
                  weight as mview$weight
                    left join customer = nr
                      changes of orders
                      rows of customers
            delete name among name$
              rows of keys
            insert
              aggregate d := COUNT(DISTINCT amount) by name
                union all
                  restrict name
                    join customer = nr
                      rows of orders
                      rows of customers
                    rows of keys
                  project customer, amount, nr := NULL, name := NULL
                    anti join customer = nr
                      restrict
                        rows of orders
                        project
                          filter name$ is NULL
                            rows of keys
                      rows of customers
            """));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("added")
  void whenRowsHaveOnlyBeenAdded(
      String name, Relation query, Set<QualifiedName> masters, String plan) {
    Change change = new Change(masters, true, false, false);
    assertThat(PlanText.of(Planner.fast(Keeping.of(query), change))).isEqualTo(plan);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("changed")
  void whenRowsHaveChanged(String name, Relation query, Set<QualifiedName> masters, String plan) {
    Change change = new Change(masters, false, false, false);
    assertThat(PlanText.of(Planner.fast(Keeping.of(query), change))).isEqualTo(plan);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aConstraintSeesTheFinalStateOfAGroupOnlySoItIsReadAgain(boolean insertsOnly) {
    Kept kept = Keeping.of(byCustomer(ORDERS, total()));
    assertThat(
            PlanText.of(
                Planner.fast(kept, new Change(Set.of(ORDER_TABLE), insertsOnly, true, false))))
        .isEqualTo(
            """
            keep keys
              distinct customer$
                project customer$ := customer
                  weight as mview$weight
                    changes of orders
            delete customer among customer$
              rows of keys
            insert
              project customer, total, mview$3 := mview$call1, mview$4 := mview$call2
                aggregate total := SUM(amount), mview$call1 := COUNT(*), mview$call2 := COUNT(amount) by customer
                  restrict customer
                    rows of orders
                    rows of keys
            """);
  }

  @Test
  void whenSoManyTablesOfAJoinHaveChangedThatTheChangeSaysMoreThanAllItIsComplete() {
    Relation query = ORDERS;
    Set<QualifiedName> masters = new HashSet<>(Set.of(ORDER_TABLE));
    for (int i = 0; i < 6; i++) {
      Scan other = scan("t" + i, List.of(), AMOUNT.named("x" + i));
      query = new Join(query, other, List.of());
      masters.add(other.table().name());
    }
    Kept kept = Keeping.of(query);
    assertThat(Planner.fast(kept, new Change(masters, false, false, false)))
        .isEqualTo(Planner.complete(kept));
    masters.remove(ORDER_TABLE);
    assertThat(Planner.fast(kept, new Change(masters, false, false, false)))
        .isNotEqualTo(Planner.complete(kept));
  }

  /** Of forty tables there are as many sets as nobody can write down. */
  @Test
  void thatASayingWouldBeTooLongIsKnownBeforeItIsSaid() {
    Relation query = ORDERS;
    Set<QualifiedName> masters = new HashSet<>(Set.of(ORDER_TABLE));
    for (int i = 0; i < 40; i++) {
      Scan other = scan("t" + i, List.of(), AMOUNT.named("x" + i));
      query = new Join(query, other, List.of());
      masters.add(other.table().name());
    }
    Change change = new Change(masters, false, false, false);
    Kept rows = Keeping.of(query);
    assertThat(Planner.fast(rows, change)).isEqualTo(Planner.complete(rows));
    Kept groups = Keeping.of(byCustomer(query, total()));
    assertThat(Planner.fast(groups, change)).isEqualTo(Planner.complete(groups));
  }

  @Test
  void aChangeThatReadsFiveHundredTablesIsDerivedAndOneMoreIsNot() {
    Kept most = Keeping.of(tables(500));
    assertThat(Planner.fast(most, all(most))).isNotEqualTo(Planner.complete(most));
    Kept more = Keeping.of(tables(501));
    assertThat(Planner.fast(more, all(more))).isEqualTo(Planner.complete(more));
  }

  @Test
  void whereReadingGroupsAgainWouldSayTooMuchTheRefreshIsComplete() {
    Relation groups =
        byCustomer(tables(501), call("s", AggregateFunction.sum(AMOUNT, Arithmetic.BY_VALUE)));
    Kept kept = Keeping.of(groups);
    assertThat(Planner.fast(kept, new Change(Set.of(QualifiedName.of("t1")), true, false, false)))
        .isEqualTo(Planner.complete(kept));
  }

  /** The orders of so many tables. */
  private static Relation tables(int number) {
    List<Relation> tables = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      String suffix = String.valueOf(i);
      tables.add(
          scan(
              "t" + i,
              List.of(),
              ID.named("id" + suffix),
              CUSTOMER.named("customer" + suffix),
              AMOUNT.named("amount" + suffix)));
    }
    return new UnionAll(tables, ORDERS.columns());
  }

  private static Change all(Kept kept) {
    Set<QualifiedName> all = new HashSet<>();
    kept.content().inputs().forEach(input -> addTables(input, all));
    return new Change(all, true, false, false);
  }

  private static void addTables(Relation relation, Set<QualifiedName> all) {
    if (relation instanceof Scan scan) {
      all.add(scan.table().name());
    }
    relation.inputs().forEach(input -> addTables(input, all));
  }

  @Test
  void aCompleteRefreshEmptiesTheContainerAndRunsTheQuery() {
    Kept kept = Keeping.of(select(byCustomer(ORDERS, total()), CUSTOMER));
    assertThat(PlanText.of(Planner.complete(kept)))
        .isEqualTo(
            """
            delete all
            insert
              project customer, mview$2 := mview$call1, mview$3 := mview$call2, mview$4 := total
                aggregate total := SUM(amount), mview$call1 := COUNT(*), mview$call2 := COUNT(amount) by customer
                  rows of orders
            """);
  }
}
