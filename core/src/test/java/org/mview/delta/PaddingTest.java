package org.mview.delta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.mview.algebra.Shop.ANYWAY;
import static org.mview.algebra.Shop.BUYERS;
import static org.mview.algebra.Shop.CUSTOMER;
import static org.mview.algebra.Shop.CUSTOMERS;
import static org.mview.algebra.Shop.EITHER;
import static org.mview.algebra.Shop.ID;
import static org.mview.algebra.Shop.KEY;
import static org.mview.algebra.Shop.NR;
import static org.mview.algebra.Shop.NUMBER;
import static org.mview.algebra.Shop.ORDERS;
import static org.mview.algebra.Shop.VISITS;
import static org.mview.algebra.Shop.item;
import static org.mview.algebra.Shop.select;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mview.algebra.Aggregate;
import org.mview.algebra.AggregateFunction;
import org.mview.algebra.Filter;
import org.mview.algebra.Join;
import org.mview.algebra.OuterJoin;
import org.mview.algebra.Project;
import org.mview.algebra.Relation;
import org.mview.algebra.Scan;
import org.mview.algebra.SemiJoin;
import org.mview.algebra.Top;
import org.mview.algebra.UnionAll;
import org.mview.algebra.Window;
import org.mview.sql.Column;
import org.mview.sql.Fragment;
import org.mview.sql.QualifiedName;

/** Which columns may be NULL; those of the shop's keys are said never to be. */
class PaddingTest {
  private static final Column ONE = new Column("one", KEY);
  private static final Column TWO = new Column("two", KEY);
  private static final Relation KEYS = select(ANYWAY, ID, NR);

  static Stream<Arguments> queries() {
    return Stream.of(
        arguments("none without an outer join", select(BUYERS, NR), ""),
        arguments("those of the right side", KEYS, "nr"),
        arguments("those of both sides of a full join", select(EITHER, ID, NR), "id nr"),
        arguments("under another name", new Project(KEYS, List.of(item("x", NR))), "x"),
        arguments(
            "what is computed from one",
            new Project(
                KEYS,
                List.of(
                    new Project.Item(ONE, Fragment.of("{} + {}", NR, ID)),
                    new Project.Item(TWO, Fragment.of("{} + 1", ID)))),
            "one"),
        arguments(
            "those of any part of a union",
            new UnionAll(List.of(KEYS, select(ORDERS, ID, CUSTOMER)), List.of(ONE, TWO)),
            "two"),
        arguments(
            "a key of a group, and a least value, but no count",
            new Aggregate(
                KEYS,
                List.of(NR),
                List.of(
                    new Aggregate.Call(ONE, AggregateFunction.min(NR)),
                    new Aggregate.Call(TWO, AggregateFunction.count(NR)),
                    new Aggregate.Call(ONE.named("n"), AggregateFunction.COUNT_ROWS))),
            "nr one"),
        arguments(
            "but no value of those that are not padded",
            new Aggregate(
                KEYS, List.of(ID), List.of(new Aggregate.Call(ONE, AggregateFunction.min(ID)))),
            ""),
        arguments(
            "a result of a window",
            new Window(
                KEYS,
                List.of(),
                List.of(
                    new Window.Call(ONE, Fragment.of("MIN({}) OVER ()", NR)),
                    new Window.Call(TWO, Fragment.of("MIN({}) OVER ()", ID)))),
            "nr one"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("queries")
  void theColumnsThatMayBeNullAre(String name, Relation query, String nullable) {
    assertThat(
            Padding.marked(query).columns().stream()
                .filter(column -> column.type().nullable())
                .map(Column::name)
                .collect(Collectors.joining(" ")))
        .isEqualTo(nullable);
  }

  @Test
  void aColumnIsSaidToBeNullWhereverItOccurs() {
    Column nr = new Column(NR.name(), NR.type().nullable(true));
    Fragment same = Fragment.of("{} > 0", NR);
    Fragment marked = Fragment.of("{} > 0", nr);
    assertThat(Padding.marked(everywhere(NR, CUSTOMERS, same)))
        .isEqualTo(
            everywhere(
                nr,
                new Scan(
                    CUSTOMERS.table(),
                    List.of(nr, CUSTOMERS.columns().get(1)),
                    CUSTOMERS.sources()),
                marked));
  }

  private static Relation everywhere(Column nr, Scan customers, Fragment condition) {
    Relation outer = new OuterJoin(ORDERS, customers, List.of(condition), false);
    Relation semi = new SemiJoin(outer, VISITS, List.of(condition), true);
    Relation joined = new Join(semi, VISITS, List.of(condition));
    Relation top = new Top(new Filter(joined, List.of(condition)), List.of(condition), 0, 1);
    Window.Call call = new Window.Call(new Column("w", NUMBER), condition);
    Relation window = new Window(top, List.of(nr), List.of(call));
    return new Aggregate(
        window, List.of(nr), List.of(new Aggregate.Call(ONE, AggregateFunction.count(nr))));
  }

  @Test
  void anInnerViewKnowsWhatMayBeNull() {
    Relation query =
        select(
            new Aggregate(
                new Aggregate(KEYS, List.of(NR), List.of()),
                List.of(),
                List.of(new Aggregate.Call(ONE, AggregateFunction.count(NR)))),
            ONE);
    InnerViews.Divided divided = InnerViews.of(query, i -> QualifiedName.of("inner" + i));
    Aggregate outer = (Aggregate) ((Project) divided.outer()).input();
    assertThat(((Scan) outer.input()).columns().get(0).type().nullable()).isTrue();
  }
}
