package org.mview.delta;

import org.mview.algebra.Aggregate;
import org.mview.algebra.OuterJoin;
import org.mview.algebra.Project;
import org.mview.algebra.Relation;
import org.mview.algebra.SemiJoin;
import org.mview.algebra.UnionAll;

/** Takes out of a relation what can have no row, such as the changes of a table that has none. */
final class Nothing {
  private Nothing() {}

  /** The same rows, without inputs that have none. */
  static Relation dropped(Relation relation) {
    Relation over = relation.mapInputs(Nothing::dropped);
    if (over instanceof UnionAll union) {
      return withoutEmpty(union);
    } else if (over instanceof SemiJoin semi && semi.anti()) {
      return UnionAll.isNothing(semi.right()) || UnionAll.isNothing(semi.left())
          ? semi.left()
          : semi;
    } else if (over instanceof OuterJoin outer) {
      return ofOuterJoin(outer, relation);
    } else if (over instanceof Aggregate aggregate && aggregate.isTotal()) {
      return aggregate;
    }
    return anyNothing(over) ? UnionAll.nothing(over.columns()) : over;
  }

  private static Relation withoutEmpty(UnionAll union) {
    var kept = union.inputs().stream().filter(input -> !UnionAll.isNothing(input)).toList();
    boolean single = kept.size() == 1 && kept.get(0).columns().equals(union.columns());
    return single ? kept.get(0) : new UnionAll(kept, union.columns());
  }

  private static Relation ofOuterJoin(OuterJoin outer, Relation before) {
    boolean noLeft = UnionAll.isNothing(outer.left());
    boolean noRight = UnionAll.isNothing(outer.right());
    if (noLeft && (noRight || !outer.full())) {
      return UnionAll.nothing(outer.columns());
    } else if (noRight) {
      return Project.padded(outer.left(), before);
    }
    return noLeft ? Project.padded(outer.right(), before) : outer;
  }

  private static boolean anyNothing(Relation relation) {
    return relation.inputs().stream().anyMatch(UnionAll::isNothing);
  }
}
