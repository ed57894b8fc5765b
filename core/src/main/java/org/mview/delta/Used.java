package org.mview.delta;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
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
    return pruned(relation, Set.copyOf(relation.columns()), Scan::only);
  }

  /**
   * The same rows with no other columns than the used ones; the scans still have all of them, and
   * with them their keys.
   */
  static Relation shown(Relation relation, Set<Column> used) {
    return pruned(
        relation, used, (scan, columns) -> Project.keep(scan, scan.only(columns).columns()));
  }

  /** All columns that any part of a query has. */
  static Set<Column> mentioned(Relation relation) {
    Set<Column> mentioned = new HashSet<>(relation.columns());
    relation.inputs().forEach(input -> mentioned.addAll(mentioned(input)));
    return mentioned;
  }

  private static Relation pruned(
      Relation relation, Set<Column> used, BiFunction<Scan, Set<Column>, Relation> leaf) {
    if (relation instanceof Scan scan) {
      return leaf.apply(scan, used);
    } else if (relation instanceof Project project) {
      List<Project.Item> items =
          project.items().stream().filter(item -> used.contains(item.column())).toList();
      return inside(new Project(project.input(), items), Set.of(), leaf);
    }
    return inside(relation, relation instanceof UnionAll union ? all(union) : used, leaf);
  }

  private static Relation inside(
      Relation relation, Set<Column> used, BiFunction<Scan, Set<Column>, Relation> leaf) {
    Set<Column> below = new HashSet<>(used);
    expressions(relation).forEach(expression -> below.addAll(expression.columns()));
    return relation.mapInputs(input -> pruned(input, below, leaf));
  }

  /** The columns of a union are those of its inputs by their place, so all of them stay. */
  private static Set<Column> all(UnionAll union) {
    return union.inputs().stream()
        .flatMap(input -> input.columns().stream())
        .collect(Collectors.toSet());
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
      return Stream.concat(restrict.on().stream(), restrict.keys().columns().stream());
    } else if (relation instanceof Aggregate aggregate) {
      return Stream.concat(
          aggregate.keys().stream(),
          aggregate.calls().stream().flatMap(call -> call.function().arguments().stream()));
    }
    return Stream.of();
  }
}
