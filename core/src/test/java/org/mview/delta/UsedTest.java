package org.mview.delta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.mview.algebra.Shop.AMOUNT;
import static org.mview.algebra.Shop.ANYWAY;
import static org.mview.algebra.Shop.BUYERS;
import static org.mview.algebra.Shop.COUNTED;
import static org.mview.algebra.Shop.CUSTOMER;
import static org.mview.algebra.Shop.CUSTOMERS;
import static org.mview.algebra.Shop.DEAREST;
import static org.mview.algebra.Shop.ID;
import static org.mview.algebra.Shop.NAME;
import static org.mview.algebra.Shop.NR;
import static org.mview.algebra.Shop.ORDERS;
import static org.mview.algebra.Shop.RANKED;
import static org.mview.algebra.Shop.SOLD;
import static org.mview.algebra.Shop.VISITOR;
import static org.mview.algebra.Shop.VISITS;
import static org.mview.algebra.Shop.item;
import static org.mview.algebra.Shop.rows;
import static org.mview.algebra.Shop.select;
import static org.mview.algebra.Shop.total;
import static org.mview.algebra.Shop.where;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mview.algebra.Aggregate;
import org.mview.algebra.Project;
import org.mview.algebra.Relation;
import org.mview.algebra.Restrict;
import org.mview.algebra.Scan;
import org.mview.algebra.UnionAll;
import org.mview.algebra.Window;
import org.mview.sql.Identifier;

class UsedTest {
  static Stream<Arguments> queries() {
    return Stream.of(
        arguments("all that is shown", select(ORDERS, ID), "orders(id)"),
        arguments(
            "what a filter looks at",
            select(where(ORDERS, "{} > 9", AMOUNT), ID),
            "orders(id, amount)"),
        arguments(
            "what a join compares", select(SOLD, NAME), "orders(customer) customers(nr, name)"),
        arguments(
            "what is grouped and what is summed",
            new Aggregate(ORDERS, List.of(CUSTOMER), List.of(total())),
            "orders(customer, amount)"),
        arguments(
            "nothing at all for COUNT(*)",
            new Aggregate(ORDERS, List.of(), List.of(rows())),
            "orders()"),
        arguments(
            "what a projection computes with",
            new Project(ORDERS, List.of(item("x", "{} + {}", ID, AMOUNT))),
            "orders(id, amount)"),
        arguments(
            "the columns of a union in all of its inputs",
            new UnionAll(List.of(select(ORDERS, ID), select(VISITS, VISITOR)), List.of(NR)),
            "orders(id) visits(visitor)"),
        arguments(
            "what a restriction compares",
            select(new Restrict(ORDERS, List.of(CUSTOMER), select(CUSTOMERS, NR)), ID),
            "orders(id, customer) customers(nr)"),
        arguments(
            "what a semi-join compares",
            select(BUYERS, NAME),
            "customers(nr, name) orders(customer)"),
        arguments(
            "what an outer join compares",
            select(ANYWAY, ID),
            "orders(id, customer) customers(nr)"),
        arguments(
            "not what a projection below shows in vain",
            select(select(ORDERS, ID, AMOUNT, CUSTOMER), ID),
            "orders(id)"),
        arguments("what a window looks at", select(RANKED, ID), "orders(id, customer, amount)"),
        arguments(
            "the partition, even if no call names it",
            select(new Window(ORDERS, List.of(CUSTOMER), COUNTED.calls()), ID),
            "orders(id, customer)"),
        arguments(
            "what an order looks at", select(DEAREST, CUSTOMER), "orders(id, customer, amount)"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("queries")
  void ofATableIsRead(String name, Relation query, String read) {
    assertThat(scans(Used.only(query)).collect(Collectors.joining(" "))).isEqualTo(read);
  }

  private static Stream<String> scans(Relation relation) {
    Stream<String> below = relation.inputs().stream().flatMap(UsedTest::scans);
    return relation instanceof Scan scan
        ? Stream.of(
            scan.table()
                + scan.sources().stream()
                    .map(Identifier::text)
                    .collect(Collectors.joining(", ", "(", ")")))
        : below;
  }
}
