package org.mview.statement.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mview.algebra.Project;
import org.mview.algebra.Relation;
import org.mview.sql.Column;
import org.mview.sql.Expression;

/**
 * A query as it is bound, its select list not yet applied.
 *
 * @param outputs its select list, over the rows, and, in a query that depends on the one around it,
 *     over the rows of that one
 * @param names of the outputs; empty for an expression without a name
 * @param links what has to hold between its rows and those of the query around it
 * @param shown whether the rows have just the outputs as their columns
 * @param total the groups, if each row around has one of them, even where there is none
 */
record Inner(
    Relation relation,
    List<Expression> outputs,
    List<Optional<String>> names,
    List<Expression> links,
    boolean shown,
    Optional<TotalGroup> total) {
  Inner {
    outputs = List.copyOf(outputs);
    names = List.copyOf(names);
    links = List.copyOf(links);
  }

  /** A query that depends on nothing. */
  static Inner of(SelectBinder.Bound bound) {
    return new Inner(
        bound.relation(),
        List.copyOf(bound.relation().columns()),
        bound.names(),
        List.of(),
        true,
        Optional.empty());
  }

  /** The query with its select list applied. */
  SelectBinder.Bound bound(Symbols symbols) {
    if (shown) {
      return new SelectBinder.Bound(relation, names);
    }
    List<Project.Item> items = new ArrayList<>();
    for (int i = 0; i < outputs.size(); i++) {
      Expression value = outputs.get(i);
      items.add(new Project.Item(symbols.output(names.get(i), value), value));
    }
    return new SelectBinder.Bound(new Project(relation, items), names);
  }

  /** The columns of its own rows. */
  Set<Column> local() {
    return Set.copyOf(relation.columns());
  }
}
