package org.mview.delta;

import org.mview.algebra.Aggregate;
import org.mview.algebra.AggregateFunction;
import org.mview.algebra.Relation;
import org.mview.sql.Type.Arithmetic;

/**
 * Takes every sum for exact, as the user has asked for: changes are added to sums of approximate
 * numbers, and rounding errors with them.
 */
final class Additive {
  private Additive() {}

  static Relation sums(Relation relation) {
    Relation over = relation.mapInputs(Additive::sums);
    if (!(over instanceof Aggregate aggregate)) {
      return over;
    }
    return new Aggregate(
        aggregate.input(),
        aggregate.keys(),
        aggregate.calls().stream()
            .map(call -> new Aggregate.Call(call.column(), exact(call.function())))
            .toList());
  }

  private static AggregateFunction exact(AggregateFunction function) {
    return new AggregateFunction(function.kind(), function.call(), Arithmetic.EXACT);
  }
}
