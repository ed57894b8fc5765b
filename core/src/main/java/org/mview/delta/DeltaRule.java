package org.mview.delta;

import java.util.function.UnaryOperator;
import org.mview.algebra.Relation;

/** How the change of an operator's result follows from the changes of its inputs. */
interface DeltaRule<R extends Relation> {
  /**
   * The change of the result.
   *
   * @param relation the operator over its inputs as they are now
   * @param delta the change of an input
   */
  Relation derive(R relation, UnaryOperator<Relation> delta);
}
