package org.mview.delta;

import static org.assertj.core.api.Assertions.assertThat;
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
import static org.mview.algebra.Shop.NR;
import static org.mview.algebra.Shop.ORDERS;
import static org.mview.algebra.Shop.PER_CUSTOMER;
import static org.mview.algebra.Shop.RANKED;
import static org.mview.algebra.Shop.SOLD;
import static org.mview.algebra.Shop.VISITOR;
import static org.mview.algebra.Shop.VISITS;
import static org.mview.algebra.Shop.byCustomer;
import static org.mview.algebra.Shop.call;
import static org.mview.algebra.Shop.distinct;
import static org.mview.algebra.Shop.greatest;
import static org.mview.algebra.Shop.item;
import static org.mview.algebra.Shop.kinds;
import static org.mview.algebra.Shop.mean;
import static org.mview.algebra.Shop.scan;
import static org.mview.algebra.Shop.select;
import static org.mview.algebra.Shop.total;
import static org.mview.algebra.Shop.where;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mview.algebra.Aggregate;
import org.mview.algebra.AggregateFunction;
import org.mview.algebra.Join;
import org.mview.algebra.OuterJoin;
import org.mview.algebra.Project;
import org.mview.algebra.Relation;
import org.mview.algebra.Scan;
import org.mview.algebra.Shop;
import org.mview.algebra.UnionAll;
import org.mview.algebra.Window;
import org.mview.sql.Column;
import org.mview.sql.Fragment;
import org.mview.sql.Type.Arithmetic;

/** Which way is chosen for a query, and which columns are hidden for it. */
class KeepingTest {
  private static final Aggregate.Call ROWS = Shop.rows();
  private static final Aggregate.Call COUNT = call("c", AggregateFunction.count(AMOUNT));
  private static final Aggregate.Call DRIFTING =
      call("s", AggregateFunction.sum(AMOUNT, Arithmetic.APPROXIMATE));

  private static final Aggregate.Call SUM_OF_IDS =
      call("ids", AggregateFunction.sum(ID, Arithmetic.EXACT));

  private static final Scan WIDE =
      scan(
          "wide",
          List.of(),
          IntStream.range(0, 8).mapToObj(i -> AMOUNT.named("w" + i)).toArray(Column[]::new));

  static Stream<Arguments> rows() {
    return Stream.of(
        arguments(
            "rows that show their key are found by it",
            select(ORDERS, ID, AMOUNT),
            """
            rows by id, shows id, amount, hides nothing
              project id, amount
                rows of orders
            """),
        arguments(
            "a key that the query does not show is hidden",
            select(ORDERS, AMOUNT),
            """
            rows by id, shows amount, hides id
              project amount, id
                rows of orders
            """),
        arguments(
            "of a join the keys of all its tables",
            select(SOLD, NAME, AMOUNT),
            """
            rows by id, nr, shows name, amount, hides id, nr
              project name, amount, id, nr
                join customer = nr
                  rows of orders
                  rows of customers
            """),
        arguments(
            "rows without a key are a bag",
            select(VISITS, DAY),
            """
            bag by day (not unique), shows day, hides nothing
              project day
                rows of visits
            """),
        arguments(
            "six columns of a bag are enough to find a row",
            WIDE,
            """
            bag by w0, w1, w2, w3, w4, w5 (not unique), shows w0, w1, w2, w3, w4, w5, w6, w7, hides nothing
              rows of wide
            """),
        arguments(
            "a row of either branch of UNION ALL may be in both",
            new UnionAll(List.of(select(ORDERS, AMOUNT), select(VISITS, VISITOR)), List.of(AMOUNT)),
            """
            bag by amount (not unique), shows amount, hides nothing
              union all
                project amount
                  rows of orders
                project visitor
                  rows of visits
            """),
        arguments(
            "groups that are joined are rows, found by their keys, which are hidden",
            select(PER_CUSTOMER, NAME, total().column()),
            """
            rows by customer, nr, shows name, total, hides customer, nr
              project name, total, customer, nr
                join customer = nr
                  aggregate total := SUM(amount) by customer
                    rows of orders
                  rows of customers
            """),
        arguments(
            "rows that have a partner are found by their own key",
            select(BUYERS, NAME),
            """
            rows by nr, shows name, hides nr
              project name, nr
                semi join customer = nr
                  rows of customers
                  rows of orders
            """),
        arguments(
            "of an outer join the keys of both sides, of which one may be NULL",
            select(ANYWAY, AMOUNT),
            """
            rows by id, nr, shows amount, hides id, nr
              project amount, id, nr
                left join customer = nr
                  rows of orders
                  rows of customers
            """),
        arguments(
            "of a full join both may",
            select(EITHER, AMOUNT),
            """
            rows by id, nr, shows amount, hides id, nr
              project amount, id, nr
                full join customer = nr
                  rows of orders
                  rows of customers
            """),
        arguments(
            "a window below a join",
            select(new Join(RANKED, CUSTOMERS, List.of(Fragment.equal(CUSTOMER, NR))), NAME),
            """
            rows by id, nr, shows name, hides id, nr
              project name, id, nr
                join customer = nr
                  window rank := RANK() OVER (PARTITION BY customer ORDER BY amount) by customer
                    rows of orders
                  rows of customers
            """));
  }

  static Stream<Arguments> merged() {
    return Stream.of(
        arguments(
            "a sum needs the count of its values, a group the count of its rows",
            select(byCustomer(ORDERS, total()), CUSTOMER, total().column()),
            """
            groups merged (mview$3 = COUNT(*), mview$4 = COUNT(amount), total = SUM(amount) of mview$4) by customer, shows customer, total, hides mview$3, mview$4
              project customer, total, mview$3 := mview$call1, mview$4 := mview$call2
                aggregate total := SUM(amount), mview$call1 := COUNT(*), mview$call2 := COUNT(amount) by customer
                  rows of orders
            """),
        arguments(
            "what the query counts itself is not counted again",
            select(
                byCustomer(ORDERS, total(), COUNT, ROWS),
                CUSTOMER,
                total().column(),
                COUNT.column(),
                ROWS.column()),
            """
            groups merged (n = COUNT(*), c = COUNT(amount), total = SUM(amount) of c) by customer, shows customer, total, c, n, hides nothing
              project customer, total, c, n
                aggregate total := SUM(amount), c := COUNT(amount), n := COUNT(*) by customer
                  rows of orders
            """),
        arguments(
            "values that are never NULL are as many as the rows",
            select(byCustomer(ORDERS, SUM_OF_IDS), CUSTOMER, SUM_OF_IDS.column()),
            """
            groups merged (mview$3 = COUNT(*), ids = SUM(id) of mview$3) by customer, shows customer, ids, hides mview$3
              project customer, ids, mview$3 := mview$call1
                aggregate ids := SUM(id), mview$call1 := COUNT(*) by customer
                  rows of orders
            """),
        arguments(
            "a mean is a sum and a count",
            select(byCustomer(ORDERS, mean()), CUSTOMER, mean().column()),
            """
            groups merged (mview$3 = COUNT(*), mview$4 = COUNT(amount), mview$5 = SUM(amount) of mview$4; mean := mview$5 / mview$4) by customer, shows customer, mean, hides mview$3, mview$4, mview$5
              project customer, mean, mview$3 := mview$call1, mview$4 := mview$call2, mview$5 := mview$call3
                aggregate mean := AVG(amount), mview$call1 := COUNT(*), mview$call2 := COUNT(amount), mview$call3 := SUM(amount) by customer
                  rows of orders
            """),
        arguments(
            "and shares them with those of the query",
            select(
                byCustomer(ORDERS, mean(), total(), COUNT),
                CUSTOMER,
                mean().column(),
                total().column(),
                COUNT.column()),
            """
            groups merged (mview$5 = COUNT(*), c = COUNT(amount), total = SUM(amount) of c; mean := total / c) by customer, shows customer, mean, total, c, hides mview$5
              project customer, mean, total, c, mview$5 := mview$call3
                aggregate mean := AVG(amount), total := SUM(amount), c := COUNT(amount), mview$call3 := COUNT(*) by customer
                  rows of orders
            """),
        arguments(
            "of an expression its parts are kept",
            new Project(
                byCustomer(ORDERS, total(), ROWS),
                List.of(item("x", "{} / {}", total().column(), ROWS.column()))),
            """
            groups merged (mview$3 = COUNT(*), mview$4 = COUNT(amount), mview$5 = SUM(amount) of mview$4; x := mview$5 / mview$3) by mview$2, shows x, hides mview$2, mview$3, mview$4, mview$5
              project x := total / n, mview$2 := customer, mview$3 := n, mview$4 := mview$call2, mview$5 := total
                aggregate total := SUM(amount), n := COUNT(*), mview$call2 := COUNT(amount) by customer
                  rows of orders
            """),
        arguments(
            "a greatest value is all that is kept of it",
            select(byCustomer(ORDERS, greatest()), CUSTOMER, greatest().column()),
            """
            groups merged (mview$3 = COUNT(*), m = MAX(amount)) by customer, shows customer, m, hides mview$3
              project customer, m, mview$3 := mview$call1
                aggregate m := MAX(amount), mview$call1 := COUNT(*) by customer
                  rows of orders
            """),
        arguments(
            "a total never ends, so its rows need not be counted",
            select(new Aggregate(ORDERS, List.of(), List.of(total())), total().column()),
            """
            groups merged (mview$2 = COUNT(amount), total = SUM(amount) of mview$2) by nothing, shows total, hides mview$2
              project total, mview$2 := mview$call1
                aggregate total := SUM(amount), mview$call1 := COUNT(amount)
                  rows of orders
            """),
        arguments(
            "DISTINCT counts the copies of each row",
            distinct(select(ORDERS, CUSTOMER)),
            """
            groups merged (mview$2 = COUNT(*)) by customer, shows customer, hides mview$2
              project customer, mview$2 := mview$call0
                aggregate mview$call0 := COUNT(*) by customer
                  project customer
                    rows of orders
            """),
        arguments(
            "groups of groups are merged",
            distinct(select(byCustomer(ORDERS, total()), total().column())),
            """
            groups merged (mview$2 = COUNT(*)) by total, shows total, hides mview$2
              project total, mview$2 := mview$call0
                aggregate mview$call0 := COUNT(*) by total
                  project total
                    aggregate total := SUM(amount) by customer
                      rows of orders
            """),
        arguments(
            "a value that may be padded is not counted like the rows",
            select(
                byCustomer(
                    new OuterJoin(
                        VISITS, ORDERS, List.of(Fragment.equal(VISITOR, CUSTOMER)), false),
                    SUM_OF_IDS),
                CUSTOMER,
                SUM_OF_IDS.column()),
            """
            groups merged (mview$3 = COUNT(*), mview$4 = COUNT(id), ids = SUM(id) of mview$4) by customer, shows customer, ids, hides mview$3, mview$4
              project customer, ids, mview$3 := mview$call1, mview$4 := mview$call2
                aggregate ids := SUM(id), mview$call1 := COUNT(*), mview$call2 := COUNT(id) by customer
                  left join visitor = customer
                    rows of visits
                    rows of orders
            """),
        arguments(
            "those on the other side are",
            select(byCustomer(ANYWAY, SUM_OF_IDS), CUSTOMER, SUM_OF_IDS.column()),
            """
            groups merged (mview$3 = COUNT(*), ids = SUM(id) of mview$3) by customer, shows customer, ids, hides mview$3
              project customer, ids, mview$3 := mview$call1
                aggregate ids := SUM(id), mview$call1 := COUNT(*) by customer
                  left join customer = nr
                    rows of orders
                    rows of customers
            """));
  }

  static Stream<Arguments> readAgain() {
    return Stream.of(
        arguments(
            "a function of which nothing is known",
            select(byCustomer(ORDERS, kinds(AMOUNT)), CUSTOMER, kinds(AMOUNT).column()),
            """
            groups read again by customer, shows customer, d, hides nothing
              project customer, d
                aggregate d := COUNT(DISTINCT amount) by customer
                  rows of orders
            """),
        arguments(
            "the key of a group is hidden where the query does not show it",
            select(byCustomer(ORDERS, kinds(AMOUNT)), kinds(AMOUNT).column()),
            """
            groups read again by customer, shows d, hides customer
              project d, customer
                aggregate d := COUNT(DISTINCT amount) by customer
                  rows of orders
            """),
        arguments(
            "one such function among others is enough",
            select(
                byCustomer(ORDERS, total(), kinds(AMOUNT)),
                CUSTOMER,
                total().column(),
                kinds(AMOUNT).column()),
            """
            groups read again by customer, shows customer, total, d, hides nothing
              project customer, total, d
                aggregate total := SUM(amount), d := COUNT(DISTINCT amount) by customer
                  rows of orders
            """),
        arguments(
            "a total",
            new Aggregate(ORDERS, List.of(), List.of(kinds(AMOUNT))),
            """
            groups read again by nothing, shows d, hides nothing
              aggregate d := COUNT(DISTINCT amount)
                rows of orders
            """),
        arguments(
            "sums of approximate numbers",
            select(byCustomer(ORDERS, DRIFTING), CUSTOMER, DRIFTING.column()),
            """
            groups read again by customer, shows customer, s, hides nothing
              project customer, s
                aggregate s := SUM(amount) by customer
                  rows of orders
            """),
        arguments(
            "groups that HAVING may hide",
            select(
                where(byCustomer(ORDERS, total()), "{} > 9", total().column()),
                CUSTOMER,
                total().column()),
            """
            groups read again by customer, shows customer, total, hides nothing
              project customer, total
                filter total > 9
                  aggregate total := SUM(amount) by customer
                    rows of orders
            """),
        arguments(
            "partitions are found by their columns",
            select(where(RANKED, "{} > 9", AMOUNT), ID, RANKED.calls().get(0).column()),
            """
            groups read again by customer (not unique), shows id, rank, hides customer
              project id, rank, customer
                filter amount > 9
                  window rank := RANK() OVER (PARTITION BY customer ORDER BY amount) by customer
                    rows of orders
            """),
        arguments(
            "under the names that they are shown by",
            new Project(select(RANKED, ID, AMOUNT), List.of(item("nr", ID))),
            """
            groups read again by customer (not unique), shows nr, hides customer
              project nr := id, customer
                project id, customer
                  window rank := RANK() OVER (PARTITION BY customer ORDER BY amount) by customer
                    rows of orders
            """),
        arguments(
            "or are hidden",
            new Project(
                new Project(RANKED, List.of(item("buyer", CUSTOMER), item("nr", ID))),
                List.of(item("n", ID.named("nr")))),
            """
            groups read again by buyer (not unique), shows n, hides buyer
              project n := nr, buyer
                project buyer := customer, nr := id
                  window rank := RANK() OVER (PARTITION BY customer ORDER BY amount) by customer
                    rows of orders
            """),
        arguments(
            "without a partition all is computed anew",
            select(COUNTED, ID),
            """
            groups read again by nothing (not unique), shows id, hides nothing
              project id
                window n := COUNT(*) OVER ()
                  rows of orders
            """),
        arguments(
            "so are the first rows",
            select(where(DEAREST, "{} > 9", AMOUNT), CUSTOMER),
            """
            groups read again by nothing (not unique), shows customer, hides nothing
              project customer
                filter amount > 9
                  first 10 after 5 by amount DESC, id
                    rows of orders
            """));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void rowsAreKept(String name, Relation query, String kept) {
    assertThat(PlanText.of(Keeping.of(query))).isEqualTo(kept);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("merged")
  void groupsAreMerged(String name, Relation query, String kept) {
    assertThat(PlanText.of(Keeping.of(query))).isEqualTo(kept);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("readAgain")
  void groupsAreReadAgain(String name, Relation query, String kept) {
    assertThat(PlanText.of(Keeping.of(query))).isEqualTo(kept);
  }

  @Test
  void sumsOfApproximateNumbersAreMergedWhenTheUserAsksForIt() {
    Relation query = select(byCustomer(ORDERS, DRIFTING), CUSTOMER, DRIFTING.column());
    assertThat(PlanText.of(Keeping.of(query, true)))
        .isEqualTo(
            """
            groups merged (mview$3 = COUNT(*), mview$4 = COUNT(amount), s = SUM(amount) of mview$4) by customer, shows customer, s, hides mview$3, mview$4
              project customer, s, mview$3 := mview$call1, mview$4 := mview$call2
                aggregate s := SUM(amount), mview$call1 := COUNT(*), mview$call2 := COUNT(amount) by customer
                  rows of orders
            """);
  }

  @Test
  void partitionsAreFoundUnderTheNameThatTheyHaveAtTheTop() {
    Relation renamed =
        new Project(RANKED, List.of(Shop.item("buyer", CUSTOMER), Project.Item.of(rank(RANKED))));
    Relation query = select(where(renamed, "{} = 1", rank(RANKED)), rank(RANKED));
    assertThat(PlanText.of(Keeping.of(query)))
        .isEqualTo(
            """
            groups read again by buyer (not unique), shows rank, hides buyer
              project rank, buyer
                filter rank = 1
                  project buyer := customer, rank
                    window rank := RANK() OVER (PARTITION BY customer ORDER BY amount) by customer
                      rows of orders
            """);
  }

  private static Column rank(Window window) {
    return window.calls().get(0).column();
  }

  @Test
  void aSumOfWhatIsComputedIsCountedByWhatIsComputed() {
    AggregateFunction doubled = AggregateFunction.sum(Fragment.of("{} * 2", ID), Arithmetic.EXACT);
    assertThat(PlanText.of(Keeping.of(byCustomer(ORDERS, call("s", doubled)))))
        .isEqualTo(
            """
            groups merged (mview$3 = COUNT(*), mview$4 = COUNT(id * 2), s = SUM(id * 2) of mview$4) by customer, shows customer, s, hides mview$3, mview$4
              project customer, s, mview$3 := mview$call1, mview$4 := mview$call2
                aggregate s := SUM(id * 2), mview$call1 := COUNT(*), mview$call2 := COUNT(id * 2) by customer
                  rows of orders
            """);
  }

  @Test
  void aKeyThatIsCarriedToBePaddedMayBeNull() {
    Relation hidesItsKey = select(ORDERS, CUSTOMER);
    Relation query =
        select(
            new OuterJoin(CUSTOMERS, hidesItsKey, List.of(Fragment.equal(CUSTOMER, NR)), false),
            NR);
    assertThat(Keeping.of(query).identity())
        .containsExactly(NR, new Column(ID.name(), ID.type().nullable(true)));
  }

  /** Else the table could not be looked up by its key: only what is above the join may be NULL. */
  @Test
  void aKeyThatIsCarriedToBePaddedIsNeverNullInItsTable() {
    Relation left = select(CUSTOMERS, Shop.NAME);
    Relation right = select(ORDERS, CUSTOMER);
    for (boolean full : List.of(false, true)) {
      Kept kept =
          Keeping.of(select(new OuterJoin(left, right, List.of(), full), Shop.NAME, CUSTOMER));
      assertThat(kept.identity())
          .extracting(column -> column.type().nullable())
          .containsExactly(full, true);
      assertThat(scanned(kept.content())).contains(ID, NR);
    }
  }

  private static List<Column> scanned(Relation relation) {
    return relation instanceof Scan scan
        ? scan.columns()
        : relation.inputs().stream().flatMap(input -> scanned(input).stream()).toList();
  }

  @Test
  void withoutAnIndexGroupsAreReadAgain() {
    Kept kept = Keeping.of(select(byCustomer(ORDERS, total()), CUSTOMER, total().column()));
    assertThat(PlanText.of(kept.withoutMerge()))
        .isEqualTo(
            """
            groups read again by customer, shows customer, total, hides mview$3, mview$4
              project customer, total, mview$3 := mview$call1, mview$4 := mview$call2
                aggregate total := SUM(amount), mview$call1 := COUNT(*), mview$call2 := COUNT(amount) by customer
                  rows of orders
            """);
  }

  @Test
  void withoutAnIndexRowsAreKeptAsTheyWere() {
    Kept kept = Keeping.of(select(ORDERS, ID));
    assertThat(kept.withoutMerge()).isSameAs(kept);
  }
}
