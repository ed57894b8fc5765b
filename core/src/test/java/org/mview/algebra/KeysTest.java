package org.mview.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.mview.algebra.Shop.AMOUNT;
import static org.mview.algebra.Shop.ANYWAY;
import static org.mview.algebra.Shop.BUYERS;
import static org.mview.algebra.Shop.CUSTOMER;
import static org.mview.algebra.Shop.CUSTOMERS;
import static org.mview.algebra.Shop.DAY;
import static org.mview.algebra.Shop.DEAREST;
import static org.mview.algebra.Shop.EITHER;
import static org.mview.algebra.Shop.ID;
import static org.mview.algebra.Shop.NAME;
import static org.mview.algebra.Shop.ORDERS;
import static org.mview.algebra.Shop.RANKED;
import static org.mview.algebra.Shop.SOLD;
import static org.mview.algebra.Shop.VISITS;
import static org.mview.algebra.Shop.byCustomer;
import static org.mview.algebra.Shop.distinct;
import static org.mview.algebra.Shop.item;
import static org.mview.algebra.Shop.rows;
import static org.mview.algebra.Shop.scan;
import static org.mview.algebra.Shop.select;
import static org.mview.algebra.Shop.stored;
import static org.mview.algebra.Shop.where;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mview.sql.Column;

/** By what rows differ, as far as the operators tell. */
class KeysTest {
  static Stream<Arguments> relations() {
    return Stream.of(
        arguments("a table's rows differ in its key", ORDERS, "[id]"),
        arguments("a key that is not read is none", ORDERS.only(Set.of(AMOUNT)), "none"),
        arguments("a table without a key", VISITS, "none"),
        arguments(
            "a key of two columns keeps their order",
            scan("t", List.of(CUSTOMER, ID), ID, CUSTOMER),
            "[customer, id]"),
        arguments("a filter changes nothing of it", where(ORDERS, "{} > 9", AMOUNT), "[id]"),
        arguments(
            "nor does a restriction",
            new Restrict(ORDERS, List.of(CUSTOMER), stored("keys", CUSTOMER)),
            "[id]"),
        arguments("a projection that keeps it", select(ORDERS, AMOUNT, ID), "[id]"),
        arguments(
            "under another name",
            new Project(ORDERS, List.of(item("nr", ID), item("x", AMOUNT))),
            "[nr]"),
        arguments("a projection that drops it", select(ORDERS, AMOUNT), "none"),
        arguments(
            "a projection that computes with it",
            new Project(ORDERS, List.of(item("half", "{} / 2", ID))),
            "none"),
        arguments("a join has the keys of both", SOLD, "[id, nr]"),
        arguments("unless one has none", new Join(ORDERS, VISITS, List.of()), "none"),
        arguments(
            "groups differ in what they are grouped by", byCustomer(VISITS, rows()), "[customer]"),
        arguments("a total is one row", new Aggregate(ORDERS, List.of(), List.of(rows())), "[]"),
        arguments("all columns of DISTINCT", distinct(select(CUSTOMERS, NAME)), "[name]"),
        arguments(
            "a row may be in both branches of a union",
            new UnionAll(List.of(ORDERS, ORDERS), ORDERS.columns()),
            "none"),
        arguments("a row may have changed twice", new Changes(ORDERS), "none"),
        arguments("what was put away may be a bag", stored("keys", DAY), "none"),
        arguments("a semi-join has the key of its left", BUYERS, "[nr]"),
        arguments(
            "an outer join has the keys of both: a padded row is the only one of its left",
            ANYWAY,
            "[id, nr]"),
        arguments("unless one has none", new OuterJoin(VISITS, ORDERS, List.of(), false), "none"),
        arguments(
            "a full join, too, if a table tells from which side a padded row is",
            EITHER,
            "[id, nr]"),
        arguments(
            "through filters and joins",
            new OuterJoin(
                distinct(select(VISITS, DAY)),
                where(new Join(ORDERS, CUSTOMERS, List.of()), "{} > 9", AMOUNT),
                List.of(),
                true),
            "[day, id, nr]"),
        arguments(
            "or on its left",
            new OuterJoin(BUYERS, distinct(select(VISITS, DAY)), List.of(), true),
            "[nr, day]"),
        arguments(
            "but both may have a group of NULL",
            new OuterJoin(
                distinct(select(VISITS, DAY)), distinct(select(CUSTOMERS, NAME)), List.of(), true),
            "none"),
        arguments(
            "and a padded key may be NULL as well",
            new OuterJoin(
                new OuterJoin(distinct(select(VISITS, DAY)), ORDERS, List.of(), false),
                distinct(select(CUSTOMERS, NAME)),
                List.of(),
                true),
            "none"),
        arguments("window functions change nothing of it", RANKED, "[id]"),
        arguments("nor does an order", DEAREST, "[id]"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("relations")
  void rowsDifferIn(String name, Relation relation, String key) {
    assertThat(Keys.of(relation).map(List<Column>::toString).orElse("none")).isEqualTo(key);
  }
}
