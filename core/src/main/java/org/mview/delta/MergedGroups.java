package org.mview.delta;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mview.algebra.Aggregate;
import org.mview.algebra.AggregateFunction;
import org.mview.algebra.AggregateFunction.Kind;
import org.mview.algebra.Project;
import org.mview.algebra.Relation;
import org.mview.delta.Way.Accumulator;
import org.mview.sql.Average;
import org.mview.sql.Column;
import org.mview.sql.Expression;
import org.mview.sql.Type;

/**
 * An aggregate whose container keeps enough of each group to take up a change without reading the
 * group: counts beside the sums, and the number of rows, which tells when a group ends.
 *
 * <pre>
 *   AVG(x)   =  Σx / count of x            kept: Σx, count of x
 *   SUM(x)   =  Σx, NULL when count is 0   kept: Σx, count of x
 *   MIN(x)                                 kept: itself; only new rows can be merged
 * </pre>
 *
 * @see "Palpanas et al., Incremental Maintenance for Non-Distributive Aggregate Functions, VLDB
 *     2002"
 */
final class MergedGroups {
  private static final String HIDDEN = "mview$";

  private final Aggregate aggregate;
  private final List<Project.Item> items;
  private final Map<AggregateFunction, Column> calls = new LinkedHashMap<>();
  private final Map<Column, Column> stored = new LinkedHashMap<>();
  private final Map<AggregateFunction, Accumulator> accumulators = new LinkedHashMap<>();
  private final Map<Column, Expression> values = new LinkedHashMap<>();

  private MergedGroups(Aggregate aggregate, Project project) {
    this.aggregate = aggregate;
    this.items = new ArrayList<>(project.items());
    for (Project.Item item : items) {
      if (item.value() instanceof Column source) {
        stored.putIfAbsent(source, item.column());
      }
    }
  }

  /** How the query is kept by merging, if its functions allow it. */
  static Optional<Kept> of(Relation query) {
    Project top =
        query instanceof Project project
            ? project.collapsed()
            : new Project(query, query.columns().stream().map(Project.Item::of).toList());
    return top.input() instanceof Aggregate groups && canMerge(groups)
        ? Optional.of(new MergedGroups(groups, top).kept(query.columns().size()))
        : Optional.empty();
  }

  private static boolean canMerge(Aggregate aggregate) {
    return aggregate.calls().stream()
        .map(Aggregate.Call::function)
        .allMatch(f -> f.kind() != Kind.OTHER && f.arithmetic() != Type.Arithmetic.APPROXIMATE);
  }

  private Kept kept(int visible) {
    aggregate.calls().forEach(call -> calls.putIfAbsent(call.function(), call.column()));
    aggregate.keys().forEach(key -> values.put(key, storedAs(key)));
    Optional<Column> rows = aggregate.isTotal() ? Optional.empty() : Optional.of(rows());
    for (Aggregate.Call call : aggregate.calls()) {
      values.put(call.column(), value(call.function()));
    }
    List<Aggregate.Call> all =
        calls.entrySet().stream().map(e -> new Aggregate.Call(e.getValue(), e.getKey())).toList();
    Relation content = new Project(new Aggregate(aggregate.input(), aggregate.keys(), all), items);
    List<Column> identity = aggregate.keys().stream().map(stored::get).toList();
    Way.Merge merge = new Way.Merge(List.copyOf(accumulators.values()), derived(), rows);
    Way way = new Way.Groups(aggregate.input(), aggregate.keys(), Optional.of(merge));
    return new Kept(content, visible, identity, true, way);
  }

  /** What a call is worth, in terms of what is kept. */
  private Expression value(AggregateFunction function) {
    return switch (function.kind()) {
      case COUNT_ROWS -> rows();
      case COUNT -> count(function.argument());
      case SUM -> sum(function);
      case AVG ->
          new Average(
              sum(AggregateFunction.sum(function.argument(), function.arithmetic())),
              count(function.argument()));
      case MIN, MAX -> kept(function, Optional.empty());
      case OTHER -> throw new IllegalArgumentException(function + " cannot be merged");
    };
  }

  private Column rows() {
    return kept(AggregateFunction.COUNT_ROWS, Optional.empty());
  }

  private Column count(Expression argument) {
    return argument instanceof Column column && !column.type().nullable()
        ? rows()
        : kept(AggregateFunction.count(argument), Optional.empty());
  }

  private Column sum(AggregateFunction sum) {
    return kept(sum, Optional.of(count(sum.argument())));
  }

  private Column kept(AggregateFunction function, Optional<Column> count) {
    Accumulator known = accumulators.get(function);
    if (known == null) {
      Column call =
          calls.computeIfAbsent(
              function, f -> new Column(HIDDEN + "call" + calls.size(), Type.ANY));
      known = new Accumulator(storedAs(call), function, count);
      accumulators.put(function, known);
    }
    return known.stored();
  }

  /**
   * The column of the container that shows a column of the aggregate; a hidden one if none does.
   */
  private Column storedAs(Column source) {
    return stored.computeIfAbsent(
        source,
        column -> {
          Column hidden = column.named(HIDDEN + (items.size() + 1));
          items.add(new Project.Item(hidden, column));
          return hidden;
        });
  }

  /** The columns that hold neither a key nor something kept. */
  private List<Project.Item> derived() {
    Set<Column> held = new HashSet<>();
    aggregate.keys().forEach(key -> held.add(storedAs(key)));
    accumulators.values().forEach(accumulator -> held.add(accumulator.stored()));
    return items.stream()
        .filter(item -> !held.contains(item.column()))
        .map(item -> new Project.Item(item.column(), item.value().mapColumns(values::get)))
        .toList();
  }
}
