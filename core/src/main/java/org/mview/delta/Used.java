package org.mview.delta;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.mview.algebra.Aggregate;
import org.mview.algebra.Filter;
import org.mview.algebra.Join;
import org.mview.algebra.OuterJoin;
import org.mview.algebra.Project;
import org.mview.algebra.Relation;
import org.mview.algebra.Restrict;
import org.mview.algebra.Scan;
import org.mview.algebra.SemiJoin;
import org.mview.algebra.Top;
import org.mview.algebra.UnionAll;
import org.mview.algebra.Window;
import org.mview.sql.Column;
import org.mview.sql.Expression;

/**
 * Reads no more columns of the masters than the query needs: neither logs nor inner views are to
 * hold others.
 */
final class Used {
  private Used() {}

  /** The same rows, out of scans of the used columns alone. */
  static Relation only(Relation relation) {
    Set<Column> used = new HashSet<>(relation.columns());
    collect(relation, used);
    return pruned(relation, used);
  }

  private static void collect(Relation relation, Set<Column> used) {
    expressions(relation).forEach(expression -> used.addAll(expression.columns()));
    if (relation instanceof UnionAll union) {
      union.inputs().forEach(input -> used.addAll(input.columns()));
    }
    relation.inputs().forEach(input -> collect(input, used));
  }

  private static Stream<? extends Expression> expressions(Relation relation) {
    if (relation instanceof Filter filter) {
      return filter.conditions().stream();
    } else if (relation instanceof Project project) {
      return project.items().stream().map(Project.Item::value);
    } else if (relation instanceof Join join) {
      return join.conditions().stream();
    } else if (relation instanceof SemiJoin semi) {
      return semi.conditions().stream();
    } else if (relation instanceof OuterJoin outer) {
      return outer.conditions().stream();
    } else if (relation instanceof Window window) {
      return Stream.concat(
          window.partition().stream(), window.calls().stream().map(Window.Call::call));
    } else if (relation instanceof Top top) {
      return top.order().stream();
    } else if (relation instanceof Restrict restrict) {
      return restrict.on().stream();
    } else if (relation instanceof Aggregate aggregate) {
      return Stream.concat(
          aggregate.keys().stream(),
          aggregate.calls().stream().flatMap(call -> call.function().arguments().stream()));
    }
    return Stream.of();
  }

  private static Relation pruned(Relation relation, Set<Column> used) {
    return relation instanceof Scan scan
        ? scan.only(used)
        : relation.mapInputs(input -> pruned(input, used));
  }
}
