package org.mview.delta;

import java.util.List;
import java.util.function.UnaryOperator;
import org.mview.algebra.Join;
import org.mview.algebra.Keys;
import org.mview.algebra.Negate;
import org.mview.algebra.Relation;
import org.mview.algebra.Restrict;
import org.mview.algebra.SemiJoin;
import org.mview.algebra.UnionAll;
import org.mview.sql.Column;

/**
 * The change of a semi-join: the changed rows of the left that had a partner, and the rows that got
 * their first one, less those that lost their last.
 *
 * <pre>
 *   Δ(L ⋉ R)  =  ΔL ⋉ R₀  +  (L|A ⋉ R) ▷ R₀  −  (L|A ⋉ R₀) ▷ R        A: the rows of L that ΔR fits
 *   Δ(L ▷ R)  =  ΔL ▷ R₀  −  (L|A ⋉ R) ▷ R₀  +  (L|A ⋉ R₀) ▷ R
 * </pre>
 *
 * <p>A superset of A gives the same result with more work: rows are found by the key of L, or,
 * where it has none, by the columns that the conditions look at; if they look at none, A is L. R₀
 * is R and, with weights, what is to be taken off it; of these only what fits a row is looked at,
 * never the whole.
 *
 * @see "Griffin, Kumar: Algebraic Change Propagation for Semijoin and Outerjoin Queries, SIGMOD
 *     Record 27(3), 1998"
 */
final class SemiJoinDelta implements DeltaRule<SemiJoin> {
  @Override
  public Relation derive(SemiJoin semi, UnaryOperator<Relation> delta) {
    Relation left = delta.apply(semi.left());
    Relation right = Nothing.dropped(delta.apply(semi.right()));
    if (UnionAll.isNothing(right)) {
      return semi.over(left, semi.right());
    }
    Relation now = semi.right();
    Relation before = Before.of(now, delta);
    Relation touched = touched(semi, right);
    Relation first = without(with(touched, now, semi), before, semi);
    Relation last = without(with(touched, before, semi), now, semi);
    return semi.anti()
        ? UnionAll.of(semi.over(left, before), new Negate(first), last)
        : UnionAll.of(semi.over(left, before), first, new Negate(last));
  }

  /** The rows of the left side whose partners may be others now. */
  private static Relation touched(SemiJoin semi, Relation change) {
    Relation left = semi.left();
    List<Column> compared = compared(semi);
    List<Column> on = compared.isEmpty() ? compared : Keys.of(left).orElse(compared);
    return on.isEmpty()
        ? left
        : new Restrict(left, on, AffectedKeys.of(new Join(left, change, semi.conditions()), on));
  }

  /** The columns of the left side on which it depends whether a row has a partner. */
  private static List<Column> compared(SemiJoin semi) {
    return semi.left().columns().stream()
        .filter(column -> semi.conditions().stream().anyMatch(c -> c.columns().contains(column)))
        .toList();
  }

  private static Relation with(Relation rows, Relation right, SemiJoin semi) {
    return new SemiJoin(rows, right, semi.conditions(), false);
  }

  private static Relation without(Relation rows, Relation right, SemiJoin semi) {
    return new SemiJoin(rows, right, semi.conditions(), true);
  }
}
