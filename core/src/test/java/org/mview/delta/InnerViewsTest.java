package org.mview.delta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.mview.algebra.Shop.CUSTOMER;
import static org.mview.algebra.Shop.DEAREST;
import static org.mview.algebra.Shop.NAME;
import static org.mview.algebra.Shop.ORDERS;
import static org.mview.algebra.Shop.PER_CUSTOMER;
import static org.mview.algebra.Shop.RANKED;
import static org.mview.algebra.Shop.byCustomer;
import static org.mview.algebra.Shop.select;
import static org.mview.algebra.Shop.total;
import static org.mview.algebra.Shop.where;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mview.algebra.Project;
import org.mview.algebra.Relation;
import org.mview.algebra.Scan;
import org.mview.algebra.Tree;
import org.mview.sql.Column;
import org.mview.sql.Fragment;
import org.mview.sql.QualifiedName;
import org.mview.sql.Type;

class InnerViewsTest {
  static Stream<Arguments> queries() {
    return Stream.of(
        arguments(
            "groups that the container itself holds are no inner view",
            select(where(byCustomer(ORDERS, total()), "{} > 9", total().column()), CUSTOMER),
            """
            view
              project customer
                filter total > 9
                  aggregate total := SUM(amount) by customer
                    rows of orders
            """),
        arguments(
            "groups that are joined",
            select(PER_CUSTOMER, NAME, total().column()),
            """
            inner view
              aggregate total := SUM(amount) by customer
                project customer, amount
                  rows of orders
            view
              project name, total
                join customer = nr
                  project customer, total := COALESCE(total$kept, NULL)
                    rows of inner0
                  rows of customers
            """),
        arguments(
            "partitions under groups",
            byCustomer(select(RANKED, CUSTOMER)),
            """
            inner view
              window rank := RANK() OVER (PARTITION BY customer ORDER BY amount) by customer
                project customer, amount
                  rows of orders
            view
              distinct customer
                project customer
                  project customer, amount, rank := COALESCE(rank$kept, NULL)
                    rows of inner0
            """),
        arguments(
            "one inside another: the inner one comes first",
            byCustomer(select(byCustomer(DEAREST, total()), CUSTOMER)),
            """
            inner view
              first 10 after 5 by amount DESC, id
                rows of orders
            inner view
              aggregate total := SUM(amount) by customer
                rows of inner0
            view
              distinct customer
                project customer
                  project customer, total := COALESCE(total$kept, NULL)
                    rows of inner1
            """));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("queries")
  void aQueryIsDivided(String name, Relation query, String parts) {
    assertThat(text(InnerViews.of(query, number -> QualifiedName.of("inner" + number))))
        .isEqualTo(parts);
    assertThat(InnerViews.number(query)).isEqualTo(parts.split("inner view", -1).length - 1);
  }

  private static String text(InnerViews.Divided parts) {
    String inner =
        parts.inner().stream()
            .map(part -> "inner view\n" + Tree.of(part).indent(2))
            .collect(Collectors.joining());
    return inner + "view\n" + Tree.of(parts.outer()).indent(2);
  }

  @Test
  void groupsHaveAKeyAndPartitionsHaveNone() {
    assertThat(keys(PER_CUSTOMER)).isEqualTo("[[c1]]");
    assertThat(keys(byCustomer(select(RANKED, CUSTOMER)))).isEqualTo("[]");
  }

  private static String keys(Relation query) {
    return scan(InnerViews.of(query, number -> QualifiedName.of("inner")).outer())
        .table()
        .keys()
        .toString();
  }

  private static Scan scan(Relation relation) {
    return relation instanceof Scan scan ? scan : scan(relation.inputs().get(0));
  }

  @Test
  void whatIsComputedHasNoDeclaredType() {
    assertThat(types(byCustomer(ORDERS, total()))).containsExactly("INTEGER", "");
    assertThat(types(RANKED)).containsExactly("INTEGER", "INTEGER", "INTEGER", "");
    assertThat(types(DEAREST)).containsExactly("INTEGER", "INTEGER", "INTEGER");
    Column half = new Column("half", Type.COUNT);
    Relation computed = new Project(ORDERS, List.of(new Project.Item(half, Fragment.text("1"))));
    assertThat(types(DEAREST.mapInputs(orders -> computed))).containsExactly("");
  }

  private static List<String> types(Relation inner) {
    List<Column> columns = inner.columns();
    return InnerViews.types(inner, columns).stream().map(type -> type.declaration()).toList();
  }
}
