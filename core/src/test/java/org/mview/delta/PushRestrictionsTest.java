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
import static org.mview.algebra.Shop.NAME;
import static org.mview.algebra.Shop.NR;
import static org.mview.algebra.Shop.NUMBER;
import static org.mview.algebra.Shop.ORDERS;
import static org.mview.algebra.Shop.OTHER_ORDERS;
import static org.mview.algebra.Shop.PER_CUSTOMER;
import static org.mview.algebra.Shop.RANKED;
import static org.mview.algebra.Shop.SOLD;
import static org.mview.algebra.Shop.VISITOR;
import static org.mview.algebra.Shop.VISITS;
import static org.mview.algebra.Shop.byCustomer;
import static org.mview.algebra.Shop.distinct;
import static org.mview.algebra.Shop.item;
import static org.mview.algebra.Shop.select;
import static org.mview.algebra.Shop.stored;
import static org.mview.algebra.Shop.total;
import static org.mview.algebra.Shop.where;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mview.algebra.Copies;
import org.mview.algebra.Join;
import org.mview.algebra.Negate;
import org.mview.algebra.Net;
import org.mview.algebra.OuterJoin;
import org.mview.algebra.Project;
import org.mview.algebra.Relation;
import org.mview.algebra.Restrict;
import org.mview.algebra.SemiJoin;
import org.mview.algebra.Tree;
import org.mview.algebra.UnionAll;
import org.mview.sql.Column;
import org.mview.sql.Fragment;

class PushRestrictionsTest {
  private static final Relation KEYS = stored("keys", CUSTOMER.named("k"));

  static Stream<Arguments> relations() {
    return Stream.of(
        arguments(
            "a table is where it ends",
            among(ORDERS, CUSTOMER),
            """
            restrict customer
              rows of orders
              rows of keys
            """),
        arguments(
            "below a filter",
            among(where(ORDERS, "{} > 9", AMOUNT), CUSTOMER),
            """
            filter amount > 9
              restrict customer
                rows of orders
                rows of keys
            """),
        arguments(
            "below what only counts rows",
            among(new Copies(new Net(new Negate(ORDERS))), CUSTOMER),
            """
            copies
              net
                negate
                  restrict customer
                    rows of orders
                    rows of keys
            """),
        arguments(
            "below a projection, by the columns that it shows",
            among(new Project(ORDERS, List.of(item("buyer", CUSTOMER))), CUSTOMER.named("buyer")),
            """
            project buyer := customer
              restrict customer
                rows of orders
                rows of keys
            """),
        arguments(
            "but not by what it computes",
            among(
                new Project(ORDERS, List.of(item("half", "{} / 2", ID))),
                new Column("half", NUMBER)),
            """
            restrict half
              project half := id / 2
                rows of orders
              rows of keys
            """),
        arguments(
            "below an aggregate, by what it groups by",
            among(byCustomer(where(ORDERS, "{} > 9", AMOUNT), total()), CUSTOMER),
            """
            aggregate total := SUM(amount) by customer
              filter amount > 9
                restrict customer
                  rows of orders
                  rows of keys
            """),
        arguments(
            "but not by a result",
            among(byCustomer(ORDERS, total()), total().column()),
            """
            restrict total
              aggregate total := SUM(amount) by customer
                rows of orders
              rows of keys
            """),
        arguments(
            "below a union, by the columns at the same places",
            among(new UnionAll(List.of(ORDERS, OTHER_ORDERS), ORDERS.columns()), CUSTOMER),
            """
            union all
              restrict customer
                rows of orders
                rows of keys
              restrict old_customer
                rows of archive
                rows of keys
            """),
        arguments(
            "above a join of tables, which is one query block",
            among(where(SOLD, "{} > 9", AMOUNT), CUSTOMER),
            """
            filter amount > 9
              restrict customer
                join customer = nr
                  rows of orders
                  rows of customers
                rows of keys
            """),
        arguments(
            "into the left of a join that is several blocks",
            among(PER_CUSTOMER, CUSTOMER),
            """
            join customer = nr
              aggregate total := SUM(amount) by customer
                restrict customer
                  rows of orders
                  rows of keys
              rows of customers
            """),
        arguments(
            "into its right",
            among(PER_CUSTOMER, NR),
            """
            join customer = nr
              aggregate total := SUM(amount) by customer
                rows of orders
              restrict nr
                rows of customers
                rows of keys
            """),
        arguments(
            "into neither when the keys are of both",
            new Restrict(
                PER_CUSTOMER,
                List.of(CUSTOMER, NAME),
                stored("keys", CUSTOMER.named("k"), NAME.named("l"))),
            """
            restrict customer, name
              join customer = nr
                aggregate total := SUM(amount) by customer
                  rows of orders
                rows of customers
              rows of keys
            """),
        arguments(
            "a restriction of another",
            among(among(where(ORDERS, "{} > 9", AMOUNT), CUSTOMER), ID),
            """
            filter amount > 9
              restrict id
                restrict customer
                  rows of orders
                  rows of keys
                rows of keys
            """),
        arguments(
            "into the left of a semi-join",
            among(BUYERS, NR),
            """
            semi join customer = nr
              restrict nr
                rows of customers
                rows of keys
              rows of orders
            """),
        arguments(
            "into the left of an outer join",
            among(ANYWAY, CUSTOMER),
            """
            left join customer = nr
              restrict customer
                rows of orders
                rows of keys
              rows of customers
            """),
        arguments(
            "by columns of its right, pairs and padded rows each for themselves",
            among(ANYWAY, NR),
            """
            union all
              restrict nr
                join customer = nr
                  rows of orders
                  rows of customers
                rows of keys
              project id, customer, amount, nr := NULL, name := NULL
                anti join customer = nr
                  restrict
                    rows of orders
                    project
                      filter k is NULL
                        rows of keys
                  rows of customers
            """),
        arguments(
            "of a full join likewise",
            among(EITHER, CUSTOMER),
            """
            union all
              restrict customer
                join customer = nr
                  rows of orders
                  rows of customers
                rows of keys
              project id, customer, amount, nr := NULL, name := NULL
                anti join customer = nr
                  restrict customer
                    rows of orders
                    rows of keys
                  rows of customers
              project id := NULL, customer := NULL, amount := NULL, nr, name
                anti join customer = nr
                  restrict
                    rows of customers
                    project
                      filter k is NULL
                        rows of keys
                  rows of orders
            """),
        arguments(
            "below a window, by what partitions it",
            among(RANKED, CUSTOMER),
            """
            window rank := RANK() OVER (PARTITION BY customer ORDER BY amount) by customer
              restrict customer
                rows of orders
                rows of keys
            """),
        arguments(
            "but not by other columns, as others of the partition would be missed",
            among(RANKED, ID),
            """
            restrict id
              window rank := RANK() OVER (PARTITION BY customer ORDER BY amount) by customer
                rows of orders
              rows of keys
            """),
        arguments(
            "nor below the first rows of all",
            among(DEAREST, CUSTOMER),
            """
            restrict customer
              first 10 after 5 by amount DESC, id
                rows of orders
              rows of keys
            """),
        arguments(
            "into the left of a join whose right is a window",
            among(new Join(CUSTOMERS, RANKED, List.of()), NR),
            """
            cross
              restrict nr
                rows of customers
                rows of keys
              window rank := RANK() OVER (PARTITION BY customer ORDER BY amount) by customer
                rows of orders
            """),
        arguments(
            "into an outer join below a join",
            among(new Join(ANYWAY, VISITS, List.of()), CUSTOMER),
            """
            cross
              left join customer = nr
                restrict customer
                  rows of orders
                  rows of keys
                rows of customers
              rows of visits
            """),
        arguments(
            "into a join with a full join, which is not",
            among(new Join(VISITS, EITHER, List.of()), VISITOR),
            """
            cross
              restrict visitor
                rows of visits
                rows of keys
              full join customer = nr
                rows of orders
                rows of customers
            """),
        arguments(
            "above a join with a semi-join of tables",
            among(new Join(BUYERS, VISITS, List.of()), NR),
            """
            restrict nr
              cross
                semi join customer = nr
                  rows of customers
                  rows of orders
                rows of visits
              rows of keys
            """),
        arguments(
            "into an outer join with more than a table, which would be computed as a whole",
            among(
                new OuterJoin(VISITS, SOLD, List.of(Fragment.equal(VISITOR, CUSTOMER)), false),
                VISITOR),
            """
            union all
              restrict visitor
                join visitor = customer
                  rows of visits
                  join customer = nr
                    rows of orders
                    rows of customers
                rows of keys
              project visitor, day, id := NULL, customer := NULL, amount := NULL, nr := NULL, name := NULL
                anti join visitor = customer
                  restrict visitor
                    rows of visits
                    rows of keys
                  join customer = nr
                    rows of orders
                    rows of customers
            """),
        arguments(
            "of keys of both sides, those go on which are NULL where nothing is padded in",
            new Restrict(ANYWAY, List.of(NR, ID), stored("keys", NR.named("k"), ID.named("l"))),
            """
            union all
              restrict nr, id
                join customer = nr
                  rows of orders
                  rows of customers
                rows of keys
              project id, customer, amount, nr := NULL, name := NULL
                anti join customer = nr
                  restrict id
                    rows of orders
                    project l
                      filter k is NULL
                        rows of keys
                  rows of customers
            """));
  }

  /** What one block could not hold is restricted by itself; so is what it is joined with. */
  static Stream<Arguments> joined() {
    return Stream.of(
        arguments("groups", byCustomer(ORDERS, total())),
        arguments("partitions", RANKED),
        arguments("first rows", DEAREST),
        arguments("a union", BOTH),
        arguments("an outer join", new OuterJoin(ORDERS, VISITS, List.of(), false)),
        arguments(
            "groups with a partner", new SemiJoin(byCustomer(ORDERS), VISITS, List.of(), false)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("joined")
  void aJoinThatIsNoBlockIsRestrictedBelow(String name, Relation with) {
    Relation join = new Join(CUSTOMERS, with, List.of(Fragment.equal(CUSTOMER, NR)));
    assertThat(PushRestrictions.in(among(join, NR))).isInstanceOf(Join.class);
  }

  @Test
  void aJoinThatIsABlockIsRestrictedAsAWhole() {
    Relation buyers = new SemiJoin(select(ORDERS, CUSTOMER), distinct(VISITS), List.of(), false);
    Relation join = new Join(CUSTOMERS, buyers, List.of(Fragment.equal(CUSTOMER, NR)));
    assertThat(PushRestrictions.in(among(join, NR))).isInstanceOf(Restrict.class);
  }

  private static Restrict among(Relation input, Column on) {
    return new Restrict(input, List.of(on), KEYS);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("relations")
  void aRestrictionGoes(String name, Relation relation, String tree) {
    Relation pushed = PushRestrictions.in(relation);
    assertThat(Tree.of(pushed)).isEqualTo(tree);
    assertThat(pushed.columns()).isEqualTo(relation.columns());
  }
}
