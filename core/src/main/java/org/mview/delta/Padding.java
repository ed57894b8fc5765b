package org.mview.delta;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mview.algebra.Aggregate;
import org.mview.algebra.AggregateFunction.Kind;
import org.mview.algebra.OuterJoin;
import org.mview.algebra.Project;
import org.mview.algebra.Relation;
import org.mview.algebra.UnionAll;
import org.mview.algebra.Window;
import org.mview.sql.Column;
import org.mview.sql.Expression;

/**
 * Finds the columns that outer joins may pad, and all that is computed from them: they may be NULL,
 * whatever the tables say.
 */
final class Padding {
  private final Set<Column> padded = new HashSet<>();

  private Padding() {}

  /** The same rows, of columns that are said to be NULL at times when they may be. */
  static Relation marked(Relation relation) {
    Padding padding = new Padding();
    padding.collect(relation);
    return padding.padded.isEmpty() ? relation : Retyped.of(relation, padding::type);
  }

  private Column type(Column column) {
    return padded.contains(column)
        ? new Column(column.name(), column.type().nullable(true))
        : column;
  }

  private void collect(Relation relation) {
    relation.inputs().forEach(this::collect);
    if (relation instanceof OuterJoin outer) {
      padded.addAll(outer.right().columns());
      padded.addAll(outer.full() ? outer.left().columns() : List.of());
    } else if (relation instanceof Project project) {
      project.items().forEach(item -> follow(item.column(), item.value().columns()));
    } else if (relation instanceof UnionAll union) {
      union.inputs().forEach(input -> follow(union.columns(), input.columns()));
    } else if (relation instanceof Aggregate aggregate) {
      aggregate.calls().stream().filter(Padding::mayBeNull).forEach(this::follow);
    } else if (relation instanceof Window window) {
      window.calls().forEach(call -> follow(call.column(), call.call().columns()));
    }
  }

  private static boolean mayBeNull(Aggregate.Call call) {
    Kind kind = call.function().kind();
    return kind != Kind.COUNT && kind != Kind.COUNT_ROWS;
  }

  private void follow(Aggregate.Call call) {
    for (Expression argument : call.function().arguments()) {
      follow(call.column(), argument.columns());
    }
  }

  private void follow(List<Column> columns, List<Column> sources) {
    for (int i = 0; i < columns.size(); i++) {
      follow(columns.get(i), List.of(sources.get(i)));
    }
  }

  private void follow(Column column, Collection<Column> sources) {
    if (sources.stream().anyMatch(padded::contains)) {
      padded.add(column);
    }
  }
}
