package org.mview.delta;

import java.util.function.UnaryOperator;
import org.mview.algebra.Relation;

/**
 * The change of an operator that looks at one row at a time: the operator applied to the change.
 *
 * <pre>
 *   Δ(σ R)  =  σ ΔR          the same for a projection, and for UNION ALL
 * </pre>
 *
 * @see "Budiu et al., DBSP: Automatic Incremental View Maintenance, PVLDB 16(7), 2023: linear
 *     operators"
 */
final class LinearDelta<R extends Relation> implements DeltaRule<R> {
  @Override
  public Relation derive(R relation, UnaryOperator<Relation> delta) {
    return relation.mapInputs(delta);
  }
}
