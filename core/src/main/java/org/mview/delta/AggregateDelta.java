package org.mview.delta;

import java.util.function.UnaryOperator;
import org.mview.algebra.Aggregate;
import org.mview.algebra.Relation;

/**
 * The change of an aggregate: the groups that the input's change touches, as they are now, less the
 * same groups as they were.
 *
 * <pre>
 *   Δ(γ R)  =  γ(R | A)  −  γ(R₀ | A)        A: the keys in ΔR;  R₀: the input before the change
 * </pre>
 *
 * <p>It knows nothing of the functions, so it holds for all of them, and for DISTINCT. Rows that
 * cancel in ΔR leave keys in A that are not affected: more work, the same result.
 *
 * @see "Gupta, Mumick: Maintenance of Materialized Views, IEEE Data Eng. Bulletin 18(2), 1995:
 *     recomputation of affected groups"
 */
final class AggregateDelta implements DeltaRule<Aggregate> {
  @Override
  public Relation derive(Aggregate aggregate, UnaryOperator<Relation> delta) {
    return NowLessBefore.of(aggregate, aggregate.keys(), delta);
  }
}
