package org.mview.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.mview.algebra.Aggregate;
import org.mview.algebra.Project;
import org.mview.algebra.Relation;
import org.mview.catalog.View;
import org.mview.delta.Kept;
import org.mview.sql.Column;
import org.mview.sql.Expression;
import org.mview.sql.Identifier;

/** What is stored of a view: its table, the hidden columns, the index. */
final class KeptText {
  private final View view;
  private final Kept kept;

  private KeptText(View view, Kept kept) {
    this.view = view;
    this.kept = kept;
  }

  static List<String> of(View view, Kept kept) {
    return new KeptText(view, kept).lines();
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        view.isBehindPlainView()
            ? "table %s, behind the plain view %s".formatted(view.container().table(), view.name())
            : "table %s".formatted(view.container().table()));
    kept.hiddenColumns()
        .forEach(
            column -> lines.add("hidden column %s := %s".formatted(name(column), value(column))));
    if (!view.properties().withoutIndex() && !kept.identity().isEmpty()) {
      String columns =
          kept.identity().stream()
              .map(column -> name(column).text())
              .collect(Collectors.joining(", "));
      lines.add((kept.unique() ? "unique index on " : "index on ") + columns);
    }
    view.constraints()
        .forEach(c -> lines.add("constraint %s %s".formatted(c.name(), c.definition())));
    return lines;
  }

  private Identifier name(Column column) {
    return view.container().name(column, kept.columns());
  }

  private Expression value(Column column) {
    if (!(kept.content() instanceof Project project)) {
      return column;
    }
    return project.items().stream()
        .filter(item -> item.column().equals(column))
        .map(item -> item.value().mapColumns(source -> call((Column) source, project.input())))
        .findFirst()
        .orElse(column);
  }

  /** The call of a function behind a column; else the column itself. */
  private static Expression call(Column column, Relation input) {
    return input instanceof Aggregate aggregate
        ? aggregate.calls().stream()
            .filter(call -> call.column().equals(column))
            .map(call -> (Expression) call.function().call())
            .findFirst()
            .orElse(column)
        : column;
  }
}
