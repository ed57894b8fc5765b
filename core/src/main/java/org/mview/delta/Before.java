package org.mview.delta;

import java.util.function.UnaryOperator;
import org.mview.algebra.Aggregate;
import org.mview.algebra.Copies;
import org.mview.algebra.Negate;
import org.mview.algebra.Net;
import org.mview.algebra.OuterJoin;
import org.mview.algebra.Relation;
import org.mview.algebra.Scan;
import org.mview.algebra.Top;
import org.mview.algebra.UnionAll;
import org.mview.algebra.Window;

/**
 * A relation as it was before the change, out of the masters as they are now and their changes.
 *
 * <pre>
 *   T₀  =  T − ΔT
 * </pre>
 *
 * <p>What makes something of many rows knows nothing of rows that are to be taken off, so below it
 * they are netted. An outer join whose right side has changed is taken apart.
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
    } else if (knowsNoWeights(relation)) {
      return relation.mapInputs(input -> settled(input, of(input, delta)));
    } else if (relation instanceof OuterJoin outer) {
      return ofOuterJoin(outer, delta);
    }
    return relation.mapInputs(input -> of(input, delta));
  }

  private static boolean knowsNoWeights(Relation relation) {
    return relation instanceof Aggregate || relation instanceof Window || relation instanceof Top;
  }

  private static Relation ofOuterJoin(OuterJoin outer, UnaryOperator<Relation> delta) {
    OuterJoin before = outer.over(of(outer.left(), delta), of(outer.right(), delta));
    boolean sameRight = !outer.full() && before.right().equals(outer.right());
    return before.equals(outer) || (sameRight && Shape.isTable(outer.right()))
        ? before
        : before.asUnion();
  }

  private static Relation settled(Relation now, Relation before) {
    return before.equals(now) ? now : new Copies(new Net(before));
  }
}
