package org.mview.delta;

import java.util.function.UnaryOperator;
import org.mview.algebra.OuterJoin;
import org.mview.algebra.Relation;
import org.mview.algebra.UnionAll;

/**
 * The change of an outer join: that of its pairs, and that of the rows which are in no pair.
 *
 * <pre>
 *   Δ(L ⟕ R)  =  Δ(L ⋈ R)  +  Δ(L ▷ R) with NULLs
 *   Δ(L ⟕ R)  =  ΔL ⟕ R                                  when R is a table that has not changed
 * </pre>
 *
 * <p>Where R is more than a table, a database would compute all of it to join it.
 *
 * <p>Of a full join there is the same once more, with the sides exchanged, for the rows of R.
 *
 * @see "Griffin, Kumar: Algebraic Change Propagation for Semijoin and Outerjoin Queries, SIGMOD
 *     Record 27(3), 1998"
 */
final class OuterJoinDelta implements DeltaRule<OuterJoin> {
  @Override
  public Relation derive(OuterJoin outer, UnaryOperator<Relation> delta) {
    boolean leftOnly =
        !outer.full()
            && Shape.isTable(outer.right())
            && UnionAll.isNothing(Nothing.dropped(delta.apply(outer.right())));
    return leftOnly
        ? outer.over(delta.apply(outer.left()), outer.right())
        : delta.apply(outer.asUnion());
  }
}
