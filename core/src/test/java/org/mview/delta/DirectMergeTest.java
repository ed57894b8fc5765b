package org.mview.delta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mview.algebra.Shop.AMOUNT;
import static org.mview.algebra.Shop.CUSTOMER;
import static org.mview.algebra.Shop.CUSTOMERS;
import static org.mview.algebra.Shop.ID;
import static org.mview.algebra.Shop.NR;
import static org.mview.algebra.Shop.ORDERS;
import static org.mview.algebra.Shop.OTHER_ORDERS;
import static org.mview.algebra.Shop.SOLD;
import static org.mview.algebra.Shop.VISITOR;
import static org.mview.algebra.Shop.VISITS;
import static org.mview.algebra.Shop.byCustomer;
import static org.mview.algebra.Shop.call;
import static org.mview.algebra.Shop.distinct;
import static org.mview.algebra.Shop.greatest;
import static org.mview.algebra.Shop.rows;
import static org.mview.algebra.Shop.select;
import static org.mview.algebra.Shop.total;
import static org.mview.algebra.Shop.where;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mview.algebra.Aggregate;
import org.mview.algebra.AggregateFunction;
import org.mview.algebra.Join;
import org.mview.algebra.Relation;
import org.mview.algebra.Scan;
import org.mview.algebra.Table;
import org.mview.algebra.Tree;
import org.mview.sql.Column;
import org.mview.sql.Expression;
import org.mview.sql.Fragment;
import org.mview.sql.Identifier;
import org.mview.sql.QualifiedName;
import org.mview.sql.Type;
import org.mview.sql.Type.Arithmetic;

/** Which views changed rows are merged into one by one, and by which steps. */
class DirectMergeTest {
  private static final Aggregate.Call BY_VALUE =
      call("s", AggregateFunction.sum(AMOUNT, Arithmetic.BY_VALUE));

  private static Optional<DirectMerge> of(Relation query) {
    return direct(query, ORDERS);
  }

  private static Optional<DirectMerge> direct(Relation query, Scan master) {
    Kept kept = Keeping.of(query);
    QualifiedName name = master.table().name();
    Optional<DirectMerge> merge = Planner.direct(kept, name);
    assertThat(Planner.againstDirect(kept, name).isEmpty()).isEqualTo(merge.isPresent());
    return merge;
  }

  @Test
  void aGroupStaysUntilAllThatItHoldsIsNothing() {
    DirectMerge merge = of(byCustomer(ORDERS, total(), rows())).orElseThrow();
    assertThat(PlanText.of(new RefreshPlan(merge.merging(), Optional.empty())))
        .isEqualTo(
            """
            merge by customer
              set n := n + new$n
              set mview$4 := mview$4 + new$mview$4
              set total := CASE WHEN mview$4 + new$mview$4 = 0 AND COALESCE(total, 0) + COALESCE(new$total, 0) = 0 THEN NULL ELSE COALESCE(total, 0) + COALESCE(new$total, 0) END
              project new$customer := customer, new$total := raw$total, new$n := raw$n, new$mview$4 := raw$mview$4
                project customer, raw$n := mview$weight, raw$mview$4 := CASE WHEN amount IS NULL THEN 0 ELSE mview$weight END, raw$total := mview$weight * amount
                  weight as mview$weight
                    changes of orders
            """);
    assertThat(PlanText.of(new RefreshPlan(merge.ending(), Optional.empty())))
        .isEqualTo(
            """
            delete customer among customer if COALESCE(n, 0) = 0 AND COALESCE(mview$4, 0) = 0 AND COALESCE(total, 0) = 0
              weight as mview$weight
                changes of orders
            """);
    assertThat(merge.doubtful()).isEmpty();
  }

  @Test
  void whatIsNotExactTaintsItsGroup() {
    DirectMerge merge = of(byCustomer(ORDERS, BY_VALUE)).orElseThrow();
    assertThat(PlanText.of(new RefreshPlan(merge.merging(), Optional.empty())))
        .contains("mview$weight * tainted(amount)")
        .doesNotContain("exactly(");
    assertThat(merge.doubtful().map(Tree::of))
        .contains(
            """
            project mview$weight
              join customer is customer and isTainted(s)
                weight as mview$weight
                  changes of orders
                rows of container
            """);
  }

  @Test
  void nothingIsMergedThatTellsNothingOfTheNextOne() {
    assertThat(of(byCustomer(ORDERS, greatest()))).isEmpty();
    assertThat(of(ORDERS)).isEmpty();
  }

  @Test
  void ofAJoinTheRowsOfTheTableAreMergedThatHoldsTheKeysOfTheOthers() {
    DirectMerge merge = of(byCustomer(SOLD, rows())).orElseThrow();
    assertThat(PlanText.of(new RefreshPlan(merge.merging(), Optional.empty())))
        .contains("join customer = nr", "changes of orders", "rows of customers");
    assertThat(merge.deciding()).containsExactly(Identifier.of("customer"));
    assertThat(merge.adds()).isTrue();
    assertThat(direct(byCustomer(SOLD, rows()), CUSTOMERS)).isEmpty();
  }

  @Test
  void nothingIsMergedOfAJoinInWhichNoTableHoldsTheKeysOfAllOthers() {
    Relation byVisitor = new Join(ORDERS, VISITS, List.of(Fragment.equal(CUSTOMER, VISITOR)));
    assertThat(of(byCustomer(byVisitor, rows()))).isEmpty();
    assertThat(direct(byCustomer(byVisitor, rows()), VISITS)).isEmpty();
    Relation twice =
        new Join(ORDERS, OTHER_ORDERS, List.of(Fragment.equal(ID, ID.named("old_id"))));
    assertThat(of(byCustomer(twice, rows()))).isPresent();
    assertThat(direct(byCustomer(twice, rows()), OTHER_ORDERS)).isEmpty();
  }

  @Test
  void valuesAreComparedAsMereOnesWithColumnsThatAreDeclaredAlike() {
    Column text = NR.named("code");
    Column other = new Column("code", Type.ANY);
    assertThat(of(byCustomer(coded(text), rows())).map(DirectMerge::adds)).contains(true);
    assertThat(of(byCustomer(coded(other), rows())).map(DirectMerge::adds)).contains(false);
  }

  private static Relation coded(Column code) {
    Scan codes =
        new Scan(
            new Table(
                QualifiedName.of("main", "codes"),
                List.of(new Table.TableColumn(Identifier.of("code"), code.type())),
                List.of(List.of(Identifier.of("code")))),
            List.of(code),
            List.of(Identifier.of("code")));
    return new Join(ORDERS, codes, List.of(Fragment.equal(CUSTOMER, code)));
  }

  @Test
  void anUpdateOfOtherColumnsThanTheDecidingOnesIsMergedAtOnce() {
    DirectMerge merge = of(byCustomer(where(ORDERS, "{} > 9", ID), BY_VALUE, rows())).orElseThrow();
    assertThat(merge.deciding())
        .containsExactlyInAnyOrder(Identifier.of("customer"), Identifier.of("id"));
    assertThat(PlanText.of(new RefreshPlan(merge.updating().stream().toList(), Optional.empty())))
        .contains("raw$n := 0,", "raw$s := gained(mview$weight * tainted(amount))");
    DirectMerge ofAll = of(new Aggregate(ORDERS, List.of(), List.of(BY_VALUE))).orElseThrow();
    assertThat(ofAll.updating()).isEmpty();
  }

  @Test
  void valuesMayBeMereOnesWhereNoneIsCompared() {
    assertThat(of(byCustomer(ORDERS, rows())).map(DirectMerge::adds)).contains(true);
    assertThat(of(distinct(select(ORDERS, CUSTOMER))).map(DirectMerge::adds)).contains(true);
    assertThat(of(byCustomer(where(ORDERS, "{} > 9", AMOUNT), rows())).map(DirectMerge::adds))
        .contains(false);
  }

  private static Optional<SetMerge> ofSets(Relation query) {
    Kept kept = Keeping.of(query);
    QualifiedName name = ORDERS.table().name();
    Optional<SetMerge> merge = Planner.ofSets(kept, name);
    assertThat(Planner.againstExact(kept, name).isEmpty()).isEqualTo(merge.isPresent());
    return merge;
  }

  @Test
  void ofWhatAStatementHasChangedThoseGroupsAreMergedThatChange() {
    SetMerge merge = ofSets(byCustomer(ORDERS, total(), rows())).orElseThrow();
    assertThat(PlanText.of(new RefreshPlan(List.of(merge.merging()), Optional.empty())))
        .isEqualTo(
            """
            merge by customer
              set n := n + new$n
              set mview$4 := mview$4 + new$mview$4
              set total := CASE WHEN mview$4 + new$mview$4 = 0 AND COALESCE(total, 0) + COALESCE(new$total, 0) = 0 THEN NULL ELSE COALESCE(total, 0) + COALESCE(new$total, 0) END
              project new$customer := customer, new$total := CASE WHEN raw$mview$4 = 0 AND raw$total = 0 THEN NULL ELSE raw$total END, new$n := raw$n, new$mview$4 := raw$mview$4
                filter NOT (COALESCE(raw$n, 0) = 0 AND COALESCE(raw$mview$4, 0) = 0 AND COALESCE(raw$total, 0) = 0)
                  aggregate raw$n := SUM(mview$weight), raw$mview$4 := SUM(CASE WHEN amount IS NULL THEN 0 ELSE mview$weight END), raw$total := SUM(mview$weight * amount) by customer
                    weight as mview$weight
                      changes of orders
            """);
    assertThat(merge.ended().map(Expression::toString))
        .contains("COALESCE(n, 0) = 0 AND COALESCE(mview$4, 0) = 0 AND COALESCE(total, 0) = 0");
    SetMerge ofAll =
        ofSets(new Aggregate(ORDERS, List.of(), List.of(call("n", AggregateFunction.COUNT_ROWS))))
            .orElseThrow();
    assertThat(ofAll.ended()).isEmpty();
  }

  @Test
  void ofSetsOnlyThatIsMergedWhichAddsUpWithoutALook() {
    Fragment whole = Fragment.of("{} * 2 + {}", ID, CUSTOMER);
    Fragment chosen =
        Fragment.of(
            "CASE WHEN {} THEN {} ELSE 0 END",
            Fragment.of("{} = {}", text(), Fragment.text("'x'")),
            ID);
    Fragment flat = Fragment.of("CASE WHEN {} = 1 THEN {} END", ID, text());
    Fragment literal = Fragment.of("COALESCE({}, 'NaN')", ID);
    assertThat(ofSets(summed(whole))).isPresent();
    assertThat(ofSets(summed(chosen))).isPresent();
    assertThat(ofSets(summed(flat))).isEmpty();
    assertThat(ofSets(summed(literal))).isEmpty();
    assertThat(ofSets(summed(text()))).isEmpty();
    assertThat(ofSets(byCustomer(ORDERS, greatest()))).isEmpty();
    assertThat(ofSets(byCustomer(SOLD, rows()))).isEmpty();
    assertThat(ofSets(ORDERS)).isEmpty();
    assertThat(ofSets(distinct(select(ORDERS, CUSTOMER)))).isPresent();
  }

  private static Optional<DirectMerge> ofRows(Relation query) {
    Kept kept = Keeping.of(query);
    QualifiedName name = ORDERS.table().name();
    Optional<DirectMerge> merge = Planner.ofRows(kept, name);
    assertThat(Planner.againstExact(kept, name).isEmpty()).isEqualTo(merge.isPresent());
    return merge;
  }

  @Test
  void theOnlyRowOfATotalIsMergedIntoWithoutAGroupToo() {
    DirectMerge merge =
        ofRows(new Aggregate(ORDERS, List.of(), List.of(call("n", AggregateFunction.COUNT_ROWS))))
            .orElseThrow();
    assertThat(PlanText.of(new RefreshPlan(merge.merging(), Optional.empty())))
        .isEqualTo(
            """
            merge by nothing
              set n := n + COALESCE(new$n, 0)
              project new$n := raw$n
                project raw$n := mview$weight
                  weight as mview$weight
                    changes of orders
            """);
    assertThat(merge.updating()).isPresent();
    assertThat(merge.ending()).isEmpty();
    assertThat(merge.doubtful()).isEmpty();
  }

  @Test
  void ofRowsOnlyThatIsMergedWhichAddsUpWithoutALook() {
    assertThat(ofRows(byCustomer(ORDERS, total(), rows()))).isPresent();
    assertThat(ofRows(summed(Fragment.of("{} * 2 + {}", ID, CUSTOMER)))).isPresent();
    assertThat(ofRows(summed(text()))).isEmpty();
    assertThat(ofRows(byCustomer(ORDERS, greatest()))).isEmpty();
    assertThat(ofRows(byCustomer(SOLD, rows()))).isEmpty();
    assertThat(ofRows(ORDERS)).isEmpty();
    assertThat(ofRows(distinct(select(ORDERS, CUSTOMER)))).isPresent();
  }

  private static Relation summed(Expression value) {
    return byCustomer(ORDERS, call("s", AggregateFunction.sum(value, Arithmetic.BY_VALUE)));
  }

  private static Column text() {
    return new Column("amount", Type.ANY.arithmetic(Arithmetic.BY_VALUE));
  }
}
