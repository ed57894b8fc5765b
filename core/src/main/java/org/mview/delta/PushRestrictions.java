package org.mview.delta;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mview.algebra.Aggregate;
import org.mview.algebra.Copies;
import org.mview.algebra.Filter;
import org.mview.algebra.Join;
import org.mview.algebra.Negate;
import org.mview.algebra.Net;
import org.mview.algebra.OuterJoin;
import org.mview.algebra.Project;
import org.mview.algebra.Relation;
import org.mview.algebra.Restrict;
import org.mview.algebra.SemiJoin;
import org.mview.algebra.Top;
import org.mview.algebra.UnionAll;
import org.mview.algebra.Window;
import org.mview.sql.Column;

/**
 * Restricts the masters instead of the result, so that indexes find the rows.
 *
 * <pre>
 *   restrict k                      aggregate by k
 *     aggregate by k        →         restrict k
 *       join                            join
 * </pre>
 *
 * <p>A restriction stops above a join: the two and the keys then make one query block, in which the
 * database may choose any order.
 */
final class PushRestrictions {
  private PushRestrictions() {}

  /** The same rows, each restriction as far down as it goes. */
  static Relation in(Relation relation) {
    Relation over = relation.mapInputs(PushRestrictions::in);
    return over instanceof Restrict restrict ? push(restrict).orElse(restrict) : over;
  }

  private static Optional<Relation> push(Restrict restrict) {
    Relation input = restrict.input();
    if (input instanceof Filter
        || input instanceof Negate
        || input instanceof Net
        || input instanceof Copies) {
      return Optional.of(below(input, restrict.on(), restrict.keys()));
    } else if (input instanceof Aggregate aggregate) {
      return aggregate.keys().containsAll(restrict.on())
          ? Optional.of(below(input, restrict.on(), restrict.keys()))
          : Optional.empty();
    } else if (input instanceof Window window) {
      return window.partition().containsAll(restrict.on())
          ? Optional.of(below(input, restrict.on(), restrict.keys()))
          : Optional.empty();
    } else if (input instanceof SemiJoin semi) {
      return Optional.of(semi.over(among(semi.left(), restrict), semi.right()));
    } else if (input instanceof OuterJoin outer) {
      return belowOuterJoin(outer, restrict);
    } else if (input instanceof UnionAll union) {
      return Optional.of(belowUnion(union, restrict));
    } else if (input instanceof Project project) {
      return sources(project, restrict.on()).map(on -> below(project, on, restrict.keys()));
    } else if (input instanceof Join join && !isBlock(join)) {
      return belowJoin(join, restrict);
    }
    return Optional.empty();
  }

  private static Relation below(Relation operator, List<Column> on, Relation keys) {
    return operator.mapInputs(input -> in(new Restrict(input, on, keys)));
  }

  private static Relation belowUnion(UnionAll union, Restrict restrict) {
    List<Integer> places = restrict.on().stream().map(union.columns()::indexOf).toList();
    return union.mapInputs(
        input -> {
          List<Column> on = places.stream().map(input.columns()::get).toList();
          return in(new Restrict(input, on, restrict.keys()));
        });
  }

  private static Optional<Relation> belowJoin(Join join, Restrict restrict) {
    if (join.left().columns().containsAll(restrict.on())) {
      return Optional.of(join.over(among(join.left(), restrict), join.right()));
    } else if (join.right().columns().containsAll(restrict.on())) {
      return Optional.of(join.over(join.left(), among(join.right(), restrict)));
    }
    return Optional.empty();
  }

  /** A restriction of the right side would make NULLs of rows that have partners. */
  private static Optional<Relation> belowOuterJoin(OuterJoin outer, Restrict restrict) {
    return !outer.full() && outer.left().columns().containsAll(restrict.on())
        ? Optional.of(outer.over(among(outer.left(), restrict), outer.right()))
        : Optional.empty();
  }

  private static Relation among(Relation input, Restrict restrict) {
    return in(new Restrict(input, restrict.on(), restrict.keys()));
  }

  /** Whether a relation becomes one query block: then nothing is won by going further down. */
  private static boolean isBlock(Relation relation) {
    if (relation instanceof SemiJoin || relation instanceof OuterJoin) {
      return !(relation instanceof OuterJoin outer && outer.full())
          && isBlock(relation.inputs().get(0));
    }
    return !(relation instanceof Aggregate
            || relation instanceof Window
            || relation instanceof Top
            || relation instanceof Net
            || relation instanceof UnionAll
            || relation instanceof Copies)
        && relation.inputs().stream().allMatch(PushRestrictions::isBlock);
  }

  private static Optional<List<Column>> sources(Project project, List<Column> on) {
    List<Column> sources = new ArrayList<>();
    for (Project.Item item : project.items()) {
      if (on.contains(item.column()) && !(item.value() instanceof Column)) {
        return Optional.empty();
      }
    }
    for (Column column : on) {
      project.items().stream()
          .filter(item -> item.column().equals(column))
          .findFirst()
          .ifPresent(item -> sources.add((Column) item.value()));
    }
    return Optional.of(sources);
  }
}
