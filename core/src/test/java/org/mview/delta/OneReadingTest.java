package org.mview.delta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mview.algebra.Shop.AMOUNT;
import static org.mview.algebra.Shop.CUSTOMER;
import static org.mview.algebra.Shop.ORDERS;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mview.algebra.Aggregate;
import org.mview.algebra.Join;
import org.mview.algebra.Relation;
import org.mview.algebra.SemiJoin;
import org.mview.algebra.Stored;
import org.mview.algebra.UnionAll;
import org.mview.sql.Column;

/** Which steps may be begun before it is known that the reading has kept anything. */
class OneReadingTest {
  private static final List<Column> COLUMNS = List.of(CUSTOMER, AMOUNT);
  private static final Stored KEPT = new Stored("kept", COLUMNS, false);
  private static final Stored CONTAINER = new Stored(Step.CONTAINER, COLUMNS, false);

  static Stream<Arguments> steps() {
    return Stream.of(
        Arguments.of("nothing", true, List.of()),
        Arguments.of("rows that were kept", true, inserts(KEPT)),
        Arguments.of("copies that were kept", true, List.of(new Step.DeleteCopies(KEPT))),
        Arguments.of(
            "rows of the container that were kept too",
            true,
            inserts(new Join(KEPT, CONTAINER, List.of()))),
        Arguments.of(
            "rows of the container that were not kept",
            false,
            inserts(new SemiJoin(CONTAINER, KEPT, List.of(), true))),
        Arguments.of("rows of the container besides", false, inserts(union(KEPT, CONTAINER))),
        Arguments.of(
            "groups of what was kept",
            true,
            inserts(new Aggregate(KEPT, List.of(CUSTOMER), List.of()))),
        Arguments.of(
            "a total, which has a row in any case",
            false,
            inserts(new Aggregate(KEPT, List.of(), List.of()))),
        Arguments.of("all goes", false, List.of(new Step.DeleteAll())),
        Arguments.of(
            "all goes behind others", false, List.of(new Step.Insert(KEPT), new Step.DeleteAll())));
  }

  private static List<Step> inserts(Relation rows) {
    return List.of(new Step.Insert(rows));
  }

  private static Relation union(Relation one, Relation other) {
    return new UnionAll(List.of(one, other), COLUMNS);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("steps")
  void isIdleWithoutRows(String what, boolean idle, List<Step> after) {
    Step keep = new Step.Keep(KEPT, ORDERS);
    OneReading reading = new OneReading(List.of(), List.of(keep), after);
    assertThat(reading.isIdleWithoutRows()).as(what).isEqualTo(idle);
  }
}
