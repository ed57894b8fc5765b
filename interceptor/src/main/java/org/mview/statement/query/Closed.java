package org.mview.statement.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mview.algebra.Aggregate;
import org.mview.algebra.Filter;
import org.mview.algebra.Join;
import org.mview.algebra.OuterJoin;
import org.mview.algebra.Project;
import org.mview.algebra.Relation;
import org.mview.algebra.SemiJoin;
import org.mview.algebra.Top;
import org.mview.algebra.Window;
import org.mview.sql.Column;
import org.mview.sql.Expression;

/**
 * Makes sure that every operator reads columns of its inputs alone: whatever form of dependence on
 * a query around was not thought of is found here.
 */
final class Closed {
  private Closed() {}

  static void check(Relation relation) {
    Set<Column> there = new HashSet<>();
    relation.inputs().forEach(input -> there.addAll(input.columns()));
    for (Expression expression : expressions(relation)) {
      for (Column column : expression.columns()) {
        if (!there.contains(column)) {
          throw new NotUnderstood(
              "%s of the query around a subquery is used where it cannot be", column);
        }
      }
    }
    relation.inputs().forEach(Closed::check);
  }

  private static Collection<? extends Expression> expressions(Relation relation) {
    if (relation instanceof Filter filter) {
      return filter.conditions();
    } else if (relation instanceof Join join) {
      return join.conditions();
    } else if (relation instanceof OuterJoin join) {
      return join.conditions();
    } else if (relation instanceof SemiJoin join) {
      return join.conditions();
    } else if (relation instanceof Project project) {
      return project.items().stream().map(Project.Item::value).toList();
    } else if (relation instanceof Top top) {
      return top.order();
    } else if (relation instanceof Aggregate aggregate) {
      List<Expression> all = new ArrayList<>(aggregate.keys());
      aggregate.calls().forEach(call -> all.addAll(call.function().arguments()));
      return all;
    } else if (relation instanceof Window window) {
      List<Expression> all = new ArrayList<>(window.partition());
      window.calls().forEach(call -> all.add(call.call()));
      return all;
    }
    return List.of();
  }
}
