package org.mview.delta;

import java.util.function.UnaryOperator;
import org.mview.algebra.Join;
import org.mview.algebra.Negate;
import org.mview.algebra.Relation;
import org.mview.algebra.UnionAll;

/**
 * The change of an inner join: each side's changes meet the other side.
 *
 * <pre>
 *   Δ(L ⋈ R)  =  ΔL ⋈ R  +  L ⋈ ΔR  −  ΔL ⋈ ΔR        L, R: the tables as they are now
 * </pre>
 *
 * <p>At a refresh the tables already hold their new rows, so ΔL ⋈ ΔR is in both of the first two
 * terms, and one of them is taken off again. The usual form, all terms positive, needs the old
 * rows, which are gone by then.
 *
 * @see "Budiu et al., DBSP: Automatic Incremental View Maintenance, PVLDB 16(7), 2023: bilinear
 *     operators"
 */
final class JoinDelta implements DeltaRule<Join> {
  @Override
  public Relation derive(Join join, UnaryOperator<Relation> delta) {
    Relation left = delta.apply(join.left());
    Relation right = delta.apply(join.right());
    return UnionAll.of(
        join.over(left, join.right()),
        join.over(join.left(), right),
        new Negate(join.over(left, right)));
  }
}
