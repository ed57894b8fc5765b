package org.mview.delta;

import java.util.function.UnaryOperator;
import org.mview.algebra.Relation;
import org.mview.algebra.Window;

/**
 * The change of window functions: the partitions that the input's change touches, as they are now,
 * less the same partitions as they were.
 *
 * <pre>
 *   Δ(ω R)  =  ω(R | A)  −  ω(R₀ | A)        A: the partitions in ΔR;  R₀: the input before the change
 * </pre>
 *
 * <p>It knows nothing of the functions, nor of their order. Without PARTITION BY all rows are one
 * partition, and A is left out.
 */
final class WindowDelta implements DeltaRule<Window> {
  @Override
  public Relation derive(Window window, UnaryOperator<Relation> delta) {
    return NowLessBefore.of(window, window.partition(), delta);
  }
}
