package org.mview.delta;

import java.util.List;
import java.util.function.UnaryOperator;
import org.mview.algebra.Relation;
import org.mview.algebra.Top;

/**
 * The change of the first rows: those that are the first now, less those that were.
 *
 * <pre>
 *   Δ(τ R)  =  τ R  −  τ R₀        R₀: the input before the change
 * </pre>
 */
final class TopDelta implements DeltaRule<Top> {
  @Override
  public Relation derive(Top top, UnaryOperator<Relation> delta) {
    return NowLessBefore.of(top, List.of(), delta);
  }
}
