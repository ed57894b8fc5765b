package org.mview.statement.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mview.algebra.Aggregate;
import org.mview.algebra.Project;
import org.mview.algebra.Relation;
import org.mview.sql.Column;
import org.mview.sql.Expression;

/** The groups of a query block, and what an expression over them means. */
final class Grouping {
  private final Map<Expression, Column> keys = new LinkedHashMap<>();
  private final Set<Column> results = new LinkedHashSet<>();
  private final Set<Column> ungrouped;
  private final Aggregate aggregate;

  Grouping(Relation input, List<Expression> by, List<Aggregate.Call> calls, Symbols symbols) {
    ungrouped = Set.copyOf(input.columns());
    List<Project.Item> computed = new ArrayList<>();
    for (Expression key : by) {
      if (key instanceof Column column) {
        keys.put(column, column);
      } else if (!keys.containsKey(key)) {
        Column column = symbols.output("key", key);
        keys.put(key, column);
        computed.add(new Project.Item(column, key));
      }
    }
    calls.forEach(call -> results.add(call.column()));
    Relation grouped = computed.isEmpty() ? input : with(input, computed, calls);
    aggregate = new Aggregate(grouped, List.copyOf(keys.values()), calls);
  }

  /** The input with the keys that have to be computed, and without what is not needed. */
  private Relation with(Relation input, List<Project.Item> computed, List<Aggregate.Call> calls) {
    Set<Column> needed = new LinkedHashSet<>();
    keys.values().stream().filter(input.columns()::contains).forEach(needed::add);
    calls.stream()
        .flatMap(call -> call.function().arguments().stream())
        .forEach(argument -> needed.addAll(argument.columns()));
    List<Project.Item> items = new ArrayList<>(needed.stream().map(Project.Item::of).toList());
    items.addAll(computed);
    return new Project(input, items);
  }

  Relation relation() {
    return aggregate;
  }

  /** The column that holds a key. */
  Column key(Expression by) {
    return keys.get(by);
  }

  /** Lets expressions over the groups use more columns, of what is joined to the groups. */
  void add(Collection<Column> columns) {
    results.addAll(columns);
  }

  /**
   * An expression over the rows of FROM as one over the groups; columns of a query around stay as
   * they are.
   */
  Expression ofGroups(Expression expression) {
    Column key = keys.get(expression);
    if (key != null) {
      return key;
    } else if (expression instanceof Column column
        && !results.contains(column)
        && ungrouped.contains(column)) {
      throw new NotUnderstood("column %s is neither grouped nor aggregated", column);
    }
    return expression.mapParts(this::ofGroups);
  }
}
