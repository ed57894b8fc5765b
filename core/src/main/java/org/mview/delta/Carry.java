package org.mview.delta;

import org.mview.algebra.Aggregate;
import org.mview.algebra.Keys;
import org.mview.algebra.Project;
import org.mview.algebra.Relation;
import org.mview.algebra.UnionAll;

/** Keeps the keys of the rows through projections that would drop them. */
final class Carry {
  private Carry() {}

  /** The same rows; the columns by which they differ are added behind the others. */
  static Relation keys(Relation relation) {
    if (relation instanceof Aggregate || relation instanceof UnionAll) {
      return relation;
    }
    Relation over = relation.mapInputs(Carry::keys);
    return over instanceof Project project
        ? Keys.of(project.input()).<Relation>map(key -> project.withSources(key)).orElse(project)
        : over;
  }
}
