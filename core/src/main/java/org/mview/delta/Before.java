package org.mview.delta;

import java.util.function.UnaryOperator;
import org.mview.algebra.Aggregate;
import org.mview.algebra.Copies;
import org.mview.algebra.Negate;
import org.mview.algebra.Net;
import org.mview.algebra.Relation;
import org.mview.algebra.Scan;
import org.mview.algebra.UnionAll;

/**
 * A relation as it was before the change, out of the masters as they are now and their changes.
 *
 * <pre>
 *   T₀  =  T − ΔT
 * </pre>
 *
 * <p>An aggregate knows nothing of rows that are to be taken off, so below one they are netted.
 */
final class Before {
  private Before() {}

  /**
   * The relation before the change.
   *
   * @param delta the change of a relation
   */
  static Relation of(Relation relation, UnaryOperator<Relation> delta) {
    if (relation instanceof Scan scan) {
      Relation change = Nothing.dropped(delta.apply(scan));
      return UnionAll.isNothing(change) ? scan : UnionAll.of(scan, new Negate(change));
    } else if (relation instanceof Aggregate) {
      return relation.mapInputs(input -> settled(input, of(input, delta)));
    }
    return relation.mapInputs(input -> of(input, delta));
  }

  private static Relation settled(Relation now, Relation before) {
    return before.equals(now) ? now : new Copies(new Net(before));
  }
}
