package org.mview.delta;

import java.util.List;
import java.util.function.UnaryOperator;
import org.mview.algebra.Aggregate;
import org.mview.algebra.Filter;
import org.mview.algebra.Join;
import org.mview.algebra.OuterJoin;
import org.mview.algebra.Project;
import org.mview.algebra.Relation;
import org.mview.algebra.Scan;
import org.mview.algebra.SemiJoin;
import org.mview.algebra.Top;
import org.mview.algebra.UnionAll;
import org.mview.algebra.Window;
import org.mview.sql.Column;
import org.mview.sql.Expression;
import org.mview.sql.Fragment;

/** A query with other types of its columns, each wherever it occurs. */
final class Retyped {
  private final UnaryOperator<Column> type;

  private Retyped(UnaryOperator<Column> type) {
    this.type = type;
  }

  /**
   * The same query.
   *
   * @param type gives each column another type, and leaves it its name
   */
  static Relation of(Relation query, UnaryOperator<Column> type) {
    return new Retyped(type).of(query);
  }

  private Relation of(Relation relation) {
    Relation over = relation.mapInputs(this::of);
    if (over instanceof Scan scan) {
      return new Scan(scan.table(), columns(scan.columns()), scan.sources());
    } else if (over instanceof Filter filter) {
      return new Filter(filter.input(), all(filter.conditions()));
    } else if (over instanceof Project project) {
      return new Project(project.input(), project.items().stream().map(this::item).toList());
    } else if (over instanceof Join join) {
      return new Join(join.left(), join.right(), all(join.conditions()));
    } else if (over instanceof SemiJoin semi) {
      return new SemiJoin(semi.left(), semi.right(), all(semi.conditions()), semi.anti());
    } else if (over instanceof OuterJoin outer) {
      return new OuterJoin(outer.left(), outer.right(), all(outer.conditions()), outer.full());
    } else if (over instanceof UnionAll union) {
      return new UnionAll(union.inputs(), columns(union.columns()));
    } else if (over instanceof Aggregate aggregate) {
      return aggregate(aggregate);
    } else if (over instanceof Window window) {
      return window(window);
    } else if (over instanceof Top top) {
      return new Top(top.input(), all(top.order()), top.skipped(), top.rows());
    }
    throw new IllegalArgumentException("no query is made of " + relation);
  }

  private Project.Item item(Project.Item item) {
    return new Project.Item(type.apply(item.column()), of(item.value()));
  }

  private Aggregate aggregate(Aggregate aggregate) {
    return new Aggregate(
        aggregate.input(),
        columns(aggregate.keys()),
        aggregate.calls().stream()
            .map(
                call ->
                    new Aggregate.Call(
                        type.apply(call.column()), call.function().mapArguments(this::of)))
            .toList());
  }

  private Window window(Window window) {
    return new Window(
        window.input(),
        columns(window.partition()),
        window.calls().stream()
            .map(c -> new Window.Call(type.apply(c.column()), (Fragment) of(c.call())))
            .toList());
  }

  private List<Column> columns(List<Column> columns) {
    return columns.stream().map(type).toList();
  }

  private List<Expression> all(List<Expression> expressions) {
    return expressions.stream().map(this::of).toList();
  }

  private Expression of(Expression expression) {
    return expression.mapColumns(column -> type.apply((Column) column));
  }
}
