package org.mview.statement.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mview.algebra.Project;
import org.mview.algebra.Relation;
import org.mview.sql.Column;
import org.mview.sql.Expression;

/**
 * The side of an outer join that NULL may stand for: its columns under names of their own, of types
 * that say so.
 */
record Padding(Relation relation, Map<Column, Column> columns) {
  Padding {
    columns = Map.copyOf(columns);
  }

  static Padding of(Relation side, Symbols symbols) {
    Map<Column, Column> columns = new HashMap<>();
    List<Project.Item> items = new ArrayList<>();
    for (Column column : side.columns()) {
      Column padded =
          column.type().nullable() ? column : symbols.copy(column, column.type().nullable(true));
      columns.put(column, padded);
      items.add(new Project.Item(padded, column));
    }
    boolean same = columns.entrySet().stream().allMatch(e -> e.getKey().equals(e.getValue()));
    return new Padding(same ? side : new Project(side, items), columns);
  }

  /** An expression over the side, as one over its padded columns; other columns stay. */
  Expression map(Expression expression) {
    return expression.mapColumns(
        column -> columns.containsKey(column) ? columns.get(column) : column);
  }
}
