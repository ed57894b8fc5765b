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
import org.mview.sql.Absent;
import org.mview.sql.Column;
import org.mview.sql.Expression;
import org.mview.sql.Same;

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
      return Optional.of(belowOuterJoin(outer, restrict));
    } else if (input instanceof UnionAll union) {
      return Optional.of(belowUnion(union, restrict));
    } else if (input instanceof Project project) {
      return belowProject(project, restrict);
    } else if (input instanceof Join join && !isBlock(join)) {
      return belowJoin(join, restrict);
    }
    return Optional.empty();
  }

  private static Relation below(Relation operator, List<Column> on, Relation keys) {
    return operator.mapInputs(input -> in(new Restrict(input, on, keys)));
  }

  /** Values are compared as those of the union: an input may compare '1' and 1 in another way. */
  private static Relation belowUnion(UnionAll union, Restrict restrict) {
    List<Integer> places = restrict.on().stream().map(union.columns()::indexOf).toList();
    return union
        .unmixed()
        .mapInputs(
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

  /**
   * A restriction of the right side would make NULLs of rows that have partners, so pairs and
   * padded rows are restricted each for themselves; so they are where a database would compute all
   * of the right side to join it.
   */
  private static Relation belowOuterJoin(OuterJoin outer, Restrict restrict) {
    boolean ofLeft = !outer.full() && outer.left().columns().containsAll(restrict.on());
    return ofLeft && Shape.isTable(outer.right())
        ? outer.over(among(outer.left(), restrict), outer.right())
        : belowUnion((UnionAll) outer.asUnion(), restrict);
  }

  private static Relation among(Relation input, Restrict restrict) {
    return in(new Restrict(input, restrict.on(), restrict.keys()));
  }

  /** Whether a relation becomes one query block: then nothing is won by going further down. */
  private static boolean isBlock(Relation relation) {
    if (relation instanceof SemiJoin semi) {
      return isBlock(semi.left());
    }
    return !(relation instanceof Aggregate
            || relation instanceof OuterJoin
            || relation instanceof Window
            || relation instanceof Top
            || relation instanceof Net
            || relation instanceof UnionAll
            || relation instanceof Copies)
        && relation.inputs().stream().allMatch(PushRestrictions::isBlock);
  }

  /** A column that is NULL in every row leaves only those keys that are NULL there. */
  private static Optional<Relation> belowProject(Project project, Restrict restrict) {
    List<Column> on = new ArrayList<>();
    List<Column> by = new ArrayList<>();
    List<Expression> nulls = new ArrayList<>();
    for (int i = 0; i < restrict.on().size(); i++) {
      Column key = restrict.keys().columns().get(i);
      Expression value = project.value(restrict.on().get(i));
      if (value instanceof Column column) {
        on.add(column);
        by.add(key);
      } else if (value instanceof Absent || value.equals(Project.NULL)) {
        nulls.add(new Same(key, value));
      } else {
        return Optional.empty();
      }
    }
    Relation keys = Project.keep(Filter.of(restrict.keys(), nulls), by);
    return Optional.of(below(project, on, keys));
  }
}
