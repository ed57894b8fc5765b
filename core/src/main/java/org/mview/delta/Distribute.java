package org.mview.delta;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.mview.algebra.Filter;
import org.mview.algebra.Join;
import org.mview.algebra.Negate;
import org.mview.algebra.OuterJoin;
import org.mview.algebra.Project;
import org.mview.algebra.Relation;
import org.mview.algebra.Restrict;
import org.mview.algebra.SemiJoin;
import org.mview.algebra.UnionAll;

/**
 * Takes UNION ALL to the outside, so that each branch is a query block of its own, with a small
 * relation in it from which the database can start.
 *
 * <pre>
 *   join                            union all
 *     union all             →         join
 *       a                               a
 *       b                               c
 *     c                               join
 *                                       b
 *                                       c
 * </pre>
 */
final class Distribute {
  private Distribute() {}

  /** The same rows, each union as far out as it goes. */
  static Relation over(Relation relation) {
    Relation over = relation.mapInputs(Distribute::over);
    if (over instanceof UnionAll union) {
      return flat(union);
    } else if (over instanceof Join join) {
      return overJoin(join);
    } else if (over instanceof SemiJoin semi && semi.left() instanceof UnionAll union) {
      return each(union, branch -> semi.over(branch, semi.right()));
    } else if (over instanceof OuterJoin outer
        && !outer.full()
        && outer.left() instanceof UnionAll union) {
      return each(union, branch -> outer.over(branch, outer.right()));
    } else if (over instanceof Restrict restrict && restrict.input() instanceof UnionAll union) {
      return each(union, b -> new Restrict(b, restrict.on(), restrict.keys()));
    } else if ((over instanceof Filter || over instanceof Project || over instanceof Negate)
        && over.inputs().get(0) instanceof UnionAll union) {
      return each(union, branch -> over.mapInputs(input -> branch));
    }
    return over;
  }

  private static Relation overJoin(Join join) {
    if (join.left() instanceof UnionAll union) {
      return each(union, branch -> overJoin(join.over(branch, join.right())));
    } else if (join.right() instanceof UnionAll union) {
      return each(union, branch -> join.over(join.left(), branch));
    }
    return join;
  }

  private static Relation each(UnionAll union, UnaryOperator<Relation> operator) {
    List<Relation> branches = union.aligned().stream().map(operator).toList();
    return branches.isEmpty()
        ? UnionAll.nothing(operator.apply(union).columns())
        : flat(new UnionAll(branches, branches.get(0).columns()));
  }

  private static Relation flat(UnionAll union) {
    List<Relation> branches = new ArrayList<>();
    for (Relation branch : union.aligned()) {
      if (branch instanceof UnionAll inner) {
        branches.addAll(inner.aligned());
      } else {
        branches.add(branch);
      }
    }
    return new UnionAll(branches, union.columns());
  }
}
