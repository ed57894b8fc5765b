package org.mview.delta;

import java.util.List;
import java.util.function.UnaryOperator;
import org.mview.algebra.Negate;
import org.mview.algebra.Relation;
import org.mview.algebra.Restrict;
import org.mview.algebra.UnionAll;
import org.mview.sql.Column;

/** The change of an operator that makes something of many rows at once. */
final class NowLessBefore {
  private NowLessBefore() {}

  /**
   * What the operator makes of the touched rows now, less what it made of them before.
   *
   * @param relation the operator over its only input
   * @param keys columns of the input and of the result; rows that differ in them have nothing to do
   *     with each other. With none, every row may have to do with every other
   * @param delta the change of an input
   */
  static Relation of(Relation relation, List<Column> keys, UnaryOperator<Relation> delta) {
    Relation change = delta.apply(relation.inputs().get(0));
    if (UnionAll.isNothing(Nothing.dropped(change))) {
      return UnionAll.nothing(relation.columns());
    }
    Relation before = Before.of(relation, delta);
    if (keys.isEmpty()) {
      return UnionAll.of(relation, new Negate(before));
    }
    Relation touched = AffectedKeys.of(change, keys);
    return UnionAll.of(
        new Restrict(relation, keys, touched), new Negate(new Restrict(before, keys, touched)));
  }
}
