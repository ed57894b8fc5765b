package org.mview.delta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.mview.algebra.Shop.AMOUNT;
import static org.mview.algebra.Shop.CUSTOMER;
import static org.mview.algebra.Shop.ID;
import static org.mview.algebra.Shop.ORDERS;
import static org.mview.algebra.Shop.SOLD;
import static org.mview.algebra.Shop.byCustomer;
import static org.mview.algebra.Shop.call;
import static org.mview.algebra.Shop.distinct;
import static org.mview.algebra.Shop.greatest;
import static org.mview.algebra.Shop.least;
import static org.mview.algebra.Shop.mean;
import static org.mview.algebra.Shop.rows;
import static org.mview.algebra.Shop.select;
import static org.mview.algebra.Shop.total;
import static org.mview.algebra.Shop.where;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mview.algebra.Aggregate;
import org.mview.algebra.AggregateFunction;
import org.mview.algebra.Relation;
import org.mview.sql.Type.Arithmetic;

/** How a change is merged into groups: row by row, grouped, before groups end, or staged. */
class GroupMergeTest {
  private static final Change ADDED = new Change(Set.of(ORDERS.table().name()), true, false, false);
  private static final Change CHANGED =
      new Change(Set.of(ORDERS.table().name()), false, false, false);

  private static final Aggregate.Call BY_VALUE =
      call("s", AggregateFunction.sum(AMOUNT, Arithmetic.BY_VALUE));
  private static final Aggregate.Call SUM_OF_IDS =
      call("ids", AggregateFunction.sum(ID, Arithmetic.EXACT));

  static Stream<Arguments> rowByRow() {
    return Stream.of(
        arguments(
            "a sum that may be of none is NULL then",
            byCustomer(ORDERS, total(), rows()),
            """
            merge by customer
              set n := n + new$n
              set mview$4 := mview$4 + new$mview$4
              set total := CASE WHEN mview$4 + new$mview$4 = 0 THEN NULL ELSE COALESCE(total, 0) + COALESCE(new$total, 0) END
              project new$customer := customer, new$total := raw$total, new$n := raw$n, new$mview$4 := raw$mview$4
                project customer, raw$n := mview$weight, raw$mview$4 := CASE WHEN amount IS NULL THEN 0 ELSE mview$weight END, raw$total := mview$weight * amount
                  weight as mview$weight
                    changes of orders
            """),
        arguments(
            "one of values that are never NULL is never of none",
            byCustomer(ORDERS, SUM_OF_IDS),
            """
            merge by customer
              set mview$3 := mview$3 + new$mview$3
              set ids := ids + new$ids
              project new$customer := customer, new$ids := raw$ids, new$mview$3 := raw$mview$3
                project customer, raw$mview$3 := mview$weight, raw$ids := mview$weight * id
                  weight as mview$weight
                    changes of orders
            """),
        arguments(
            "a greatest value gives way to a greater one",
            byCustomer(where(ORDERS, "{} > 9", AMOUNT), greatest()),
            """
            merge by customer
              set mview$3 := mview$3 + new$mview$3
              set m := CASE WHEN m IS NULL OR new$m > m THEN new$m ELSE m END
              project new$customer := customer, new$m := raw$m, new$mview$3 := raw$mview$3
                project customer, raw$mview$3 := mview$weight, raw$m := CASE WHEN mview$weight > 0 THEN amount END
                  weight as mview$weight
                    filter amount > 9
                      changes of orders
            """),
        arguments(
            "the copies of a row are counted",
            distinct(select(ORDERS, CUSTOMER)),
            """
            merge by customer
              set mview$2 := mview$2 + new$mview$2
              project new$customer := customer, new$mview$2 := raw$mview$2
                project customer, raw$mview$2 := mview$weight
                  weight as mview$weight
                    project customer
                      changes of orders
            """));
  }

  static Stream<Arguments> grouped() {
    return Stream.of(
        arguments(
            "the rows of a join may come in any order",
            byCustomer(SOLD, rows()),
            ADDED,
            """
            merge by customer
              set n := n + new$n
              project new$customer := customer, new$n := raw$n
                aggregate raw$n := SUM(mview$weight) by customer
                  weight as mview$weight
                    join customer = nr
                      changes of orders
                      rows of customers
            """),
        arguments(
            "a total is always there, and a change of none leaves it as it is",
            new Aggregate(ORDERS, List.of(), List.of(total(), rows())),
            CHANGED,
            """
            merge by nothing
              set mview$3 := mview$3 + COALESCE(new$mview$3, 0)
              set total := CASE WHEN mview$3 + COALESCE(new$mview$3, 0) = 0 THEN NULL ELSE COALESCE(total, 0) + COALESCE(new$total, 0) END
              set n := n + COALESCE(new$n, 0)
              project new$total := raw$total, new$n := raw$n, new$mview$3 := raw$mview$3
                aggregate raw$mview$3 := SUM(CASE WHEN amount IS NULL THEN 0 ELSE mview$weight END), raw$total := SUM(mview$weight * amount), raw$n := SUM(mview$weight)
                  weight as mview$weight
                    changes of orders
            """),
        arguments(
            "a least value of all can only become less when rows are added",
            new Aggregate(ORDERS, List.of(), List.of(least())),
            ADDED,
            """
            merge by nothing
              set m := CASE WHEN m IS NULL OR new$m < m THEN new$m ELSE m END
              project new$m := raw$m
                aggregate raw$m := MIN(CASE WHEN mview$weight > 0 THEN amount END)
                  weight as mview$weight
                    changes of orders
            """));
  }

  static Stream<Arguments> ended() {
    return Stream.of(
        arguments(
            "a sum that became NULL on the way would forget what it was, so rows are grouped",
            byCustomer(ORDERS, total(), rows()),
            """
            merge by customer
              set n := n + new$n
              set mview$4 := mview$4 + new$mview$4
              set total := CASE WHEN mview$4 + new$mview$4 = 0 THEN NULL ELSE COALESCE(total, 0) + COALESCE(new$total, 0) END
              project new$customer := customer, new$total := CASE WHEN raw$mview$4 = 0 AND raw$total = 0 THEN NULL ELSE raw$total END, new$n := raw$n, new$mview$4 := raw$mview$4
                aggregate raw$n := SUM(mview$weight), raw$mview$4 := SUM(CASE WHEN amount IS NULL THEN 0 ELSE mview$weight END), raw$total := SUM(mview$weight * amount) by customer
                  weight as mview$weight
                    changes of orders
            delete customer among customer if n = 0
              project customer, amount
                filter mview$weight < 0
                  weight as mview$weight
                    changes of orders
            """),
        arguments(
            "one of values that are never NULL does not, so rows come one by one",
            byCustomer(ORDERS, SUM_OF_IDS),
            """
            merge by customer
              set mview$3 := mview$3 + new$mview$3
              set ids := ids + new$ids
              project new$customer := customer, new$ids := raw$ids, new$mview$3 := raw$mview$3
                project customer, raw$mview$3 := mview$weight, raw$ids := mview$weight * id
                  weight as mview$weight
                    changes of orders
            delete customer among customer if mview$3 = 0
              project id, customer
                filter mview$weight < 0
                  weight as mview$weight
                    changes of orders
            """),
        arguments(
            "a mean follows from its sum and its count",
            byCustomer(ORDERS, mean()),
            """
            merge by customer
              set mview$3 := mview$3 + new$mview$3
              set mview$4 := mview$4 + new$mview$4
              set mview$5 := CASE WHEN mview$4 + new$mview$4 = 0 THEN NULL ELSE COALESCE(mview$5, 0) + COALESCE(new$mview$5, 0) END
              set mean := CASE WHEN mview$4 + new$mview$4 = 0 THEN NULL ELSE COALESCE(mview$5, 0) + COALESCE(new$mview$5, 0) END / mview$4 + new$mview$4
              project new$customer := customer, new$mean := CASE WHEN raw$mview$4 = 0 AND raw$mview$5 = 0 THEN NULL ELSE raw$mview$5 END / raw$mview$4, new$mview$3 := raw$mview$3, new$mview$4 := raw$mview$4, new$mview$5 := CASE WHEN raw$mview$4 = 0 AND raw$mview$5 = 0 THEN NULL ELSE raw$mview$5 END
                aggregate raw$mview$3 := SUM(mview$weight), raw$mview$4 := SUM(CASE WHEN amount IS NULL THEN 0 ELSE mview$weight END), raw$mview$5 := SUM(mview$weight * amount) by customer
                  weight as mview$weight
                    changes of orders
            delete customer among customer if mview$3 = 0
              project customer, amount
                filter mview$weight < 0
                  weight as mview$weight
                    changes of orders
            """));
  }

  static Stream<Arguments> staged() {
    return Stream.of(
        arguments(
            "a join is not computed twice",
            byCustomer(SOLD, rows()),
            CHANGED,
            """
            keep changes
              project new$customer := customer, new$n := raw$n
                aggregate raw$n := SUM(mview$weight) by customer
                  weight as mview$weight
                    join customer = nr
                      changes of orders
                      rows of customers
            delete customer among new$customer if n + new$n = 0
              rows of changes
            merge by customer
              set n := n + new$n
              union all
                filter new$n > 0
                  rows of changes
                restrict new$customer
                  filter new$n <= 0
                    rows of changes
                  project customer
                    rows of container
            """),
        arguments(
            "groups that may have lost their greatest value are read again",
            byCustomer(ORDERS, greatest()),
            CHANGED,
            """
            keep changes
              project new$customer := customer, new$m := raw$m, new$mview$3 := raw$mview$3, gone$m
                aggregate raw$mview$3 := SUM(mview$weight), raw$m := MAX(CASE WHEN mview$weight > 0 THEN amount END), gone$m := MAX(CASE WHEN mview$weight < 0 THEN amount END) by customer
                  weight as mview$weight
                    changes of orders
            keep keys
              distinct new$customer$
                project new$customer$ := new$customer
                  weight as mview$weight
                    union all
                      project new$customer
                        join customer is new$customer and gone$m >= m
                          rows of changes
                          rows of container
                      project new$customer
                        filter gone$m >= new$m
                          rows of changes
            delete customer among new$customer if mview$3 + new$mview$3 = 0
              rows of changes
            merge by customer
              set mview$3 := mview$3 + new$mview$3
              set m := CASE WHEN m IS NULL OR new$m > m THEN new$m ELSE m END
              union all
                project new$customer, new$m, new$mview$3
                  filter new$mview$3 > 0
                    rows of changes
                project new$customer, new$m, new$mview$3
                  restrict new$customer
                    filter new$mview$3 <= 0
                      rows of changes
                    project customer
                      rows of container
            delete customer among new$customer$
              rows of keys
            insert
              project customer, m, mview$3 := mview$call1
                aggregate m := MAX(amount), mview$call1 := COUNT(*) by customer
                  restrict customer
                    rows of orders
                    rows of keys
            """),
        arguments(
            "groups that may have lost their least value are read again",
            byCustomer(ORDERS, least()),
            CHANGED,
            """
            keep changes
              project new$customer := customer, new$m := raw$m, new$mview$3 := raw$mview$3, gone$m
                aggregate raw$mview$3 := SUM(mview$weight), raw$m := MIN(CASE WHEN mview$weight > 0 THEN amount END), gone$m := MIN(CASE WHEN mview$weight < 0 THEN amount END) by customer
                  weight as mview$weight
                    changes of orders
            keep keys
              distinct new$customer$
                project new$customer$ := new$customer
                  weight as mview$weight
                    union all
                      project new$customer
                        join customer is new$customer and gone$m <= m
                          rows of changes
                          rows of container
                      project new$customer
                        filter gone$m <= new$m
                          rows of changes
            delete customer among new$customer if mview$3 + new$mview$3 = 0
              rows of changes
            merge by customer
              set mview$3 := mview$3 + new$mview$3
              set m := CASE WHEN m IS NULL OR new$m < m THEN new$m ELSE m END
              union all
                project new$customer, new$m, new$mview$3
                  filter new$mview$3 > 0
                    rows of changes
                project new$customer, new$m, new$mview$3
                  restrict new$customer
                    filter new$mview$3 <= 0
                      rows of changes
                    project customer
                      rows of container
            delete customer among new$customer$
              rows of keys
            insert
              project customer, m, mview$3 := mview$call1
                aggregate m := MIN(amount), mview$call1 := COUNT(*) by customer
                  restrict customer
                    rows of orders
                    rows of keys
            """),
        arguments(
            "groups of groups may end although rows were only added",
            distinct(select(byCustomer(ORDERS, rows()), rows().column())),
            ADDED,
            """
            keep changes
              project new$n := n, new$mview$2 := raw$mview$2
                aggregate raw$mview$2 := SUM(mview$weight) by n
                  weight as mview$weight
                    union all
                      project n
                        aggregate n := COUNT(*) by customer
                          restrict customer
                            rows of orders
                            distinct customer$
                              project customer$ := customer
                                weight as mview$weight
                                  changes of orders
                      project n
                        negate
                          aggregate n := COUNT(*) by customer
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
            delete n among new$n if mview$2 + new$mview$2 = 0
              rows of changes
            merge by n
              set mview$2 := mview$2 + new$mview$2
              union all
                filter new$mview$2 > 0
                  rows of changes
                restrict new$n
                  filter new$mview$2 <= 0
                    rows of changes
                  project n
                    rows of container
            """));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rowByRow")
  void rowsOfOneTableAreMergedOneByOne(String name, Relation query, String plan) {
    assertThat(PlanText.of(Planner.fast(Keeping.of(query), ADDED))).isEqualTo(plan);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("grouped")
  void changesAreGroupedBefore(String name, Relation query, Change change, String plan) {
    assertThat(PlanText.of(Planner.fast(Keeping.of(query), change))).isEqualTo(plan);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ended")
  void groupsEndAfterTheMerge(String name, Relation query, String plan) {
    assertThat(PlanText.of(Planner.fast(Keeping.of(query), CHANGED))).isEqualTo(plan);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("staged")
  void changesArePutAwayBefore(String name, Relation query, Change change, String plan) {
    assertThat(PlanText.of(Planner.fast(Keeping.of(query), change))).isEqualTo(plan);
  }

  @Test
  void aSumOfValuesThatAreNeverNullIsLookedAtToo() {
    Aggregate.Call ids = call("ids", AggregateFunction.sum(ID, Arithmetic.BY_VALUE));
    RefreshPlan plan = Planner.fast(Keeping.of(byCustomer(ORDERS, ids)), ADDED);
    assertThat(PlanText.of(plan)).contains("set ids := exactly(ids + new$ids)\n");
  }

  /** A row that goes may stand in the log before it came: a sum must not forget what it was. */
  @Test
  void aSumThatCanBecomeNullSeesAllChangesOfItsGroupAtOnce() {
    assertThat(PlanText.of(Planner.fast(Keeping.of(byCustomer(ORDERS, total())), CHANGED)))
        .contains("aggregate raw$");
    assertThat(PlanText.of(Planner.fast(Keeping.of(byCustomer(ORDERS, SUM_OF_IDS)), CHANGED)))
        .doesNotContain("aggregate");
    Change grouped = new Change(CHANGED.masters(), false, false, true);
    assertThat(PlanText.of(Planner.fast(Keeping.of(byCustomer(ORDERS, SUM_OF_IDS)), grouped)))
        .contains("aggregate raw$");
  }

  @Test
  void whereOnlyALookAtTheValuesTellsThereIsAnotherPlan() {
    assertThat(PlanText.of(Planner.fast(Keeping.of(byCustomer(ORDERS, BY_VALUE)), ADDED)))
        .isEqualTo(
            """
            merge by customer
              set mview$3 := mview$3 + new$mview$3
              set mview$4 := mview$4 + new$mview$4
              set s := CASE WHEN mview$4 + new$mview$4 = 0 THEN NULL ELSE exactly(COALESCE(s, 0) + COALESCE(new$s, 0)) END
              project new$customer := customer, new$s := raw$s, new$mview$3 := raw$mview$3, new$mview$4 := raw$mview$4
                project customer, raw$mview$3 := mview$weight, raw$mview$4 := CASE WHEN amount IS NULL THEN 0 ELSE mview$weight END, raw$s := mview$weight * exactly(amount)
                  weight as mview$weight
                    changes of orders
            otherwise
              keep keys
                distinct customer$
                  project customer$ := customer
                    weight as mview$weight
                      changes of orders
              delete customer among customer$
                rows of keys
              insert
                project customer, s, mview$3 := mview$call1, mview$4 := mview$call2
                  aggregate s := SUM(amount), mview$call1 := COUNT(*), mview$call2 := COUNT(amount) by customer
                    restrict customer
                      rows of orders
                      rows of keys
            """);
  }
}
