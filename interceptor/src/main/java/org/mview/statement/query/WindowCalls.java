package org.mview.statement.query;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.mview.algebra.Project;
import org.mview.algebra.Relation;
import org.mview.algebra.Window;
import org.mview.sql.Column;
import org.mview.sql.Expression;
import org.mview.sql.Fragment;
import org.mview.sql.Type;

/** The window functions of one query block, each once; calls of one partition together. */
final class WindowCalls {
  private final Symbols symbols;
  private final Map<Call, Column> calls = new LinkedHashMap<>();

  WindowCalls(Symbols symbols) {
    this.symbols = symbols;
  }

  /**
   * A call over a window.
   *
   * @param function the call without its OVER clause
   * @param frame with a blank before it; empty for the usual one
   * @param needsOrder whether its result is only certain if no two rows of a partition are equal in
   *     the order
   */
  record Call(
      Fragment function,
      List<Expression> partition,
      List<Ordering> order,
      String frame,
      boolean needsOrder) {
    Call {
      partition = List.copyOf(partition);
      order = List.copyOf(order);
    }

    Call map(UnaryOperator<Expression> change) {
      return new Call(
          (Fragment) function.mapParts(change),
          partition.stream().map(change).toList(),
          order.stream().map(o -> new Ordering(change.apply(o.value()), o.direction())).toList(),
          frame,
          needsOrder);
    }
  }

  /** The column that holds the result of a call. */
  Column column(Call call, String name, Type type) {
    return calls.computeIfAbsent(call, c -> symbols.ofCall(name, type, over(c)));
  }

  private static Fragment over(Call call) {
    return Fragment.of("{} OVER (…)", call.function());
  }

  boolean isEmpty() {
    return calls.isEmpty();
  }

  /** The columns of all results. */
  Set<Column> columns() {
    return new HashSet<>(calls.values());
  }

  /**
   * The rows with the results of the calls.
   *
   * @param change what the expressions of the calls are over these rows
   */
  Relation over(Relation rows, UnaryOperator<Expression> change) throws SQLException {
    Map<Expression, Column> keys = new LinkedHashMap<>();
    Map<Set<Column>, List<Window.Call>> partitions = new LinkedHashMap<>();
    Map<Call, Column> mapped = new LinkedHashMap<>();
    calls.forEach((call, column) -> mapped.put(call.map(change), column));
    for (Call call : mapped.keySet()) {
      call.partition().forEach(key -> keys.computeIfAbsent(key, this::key));
    }
    Relation input = withKeys(rows, keys);
    for (Map.Entry<Call, Column> entry : mapped.entrySet()) {
      Set<Column> partition = new LinkedHashSet<>();
      entry.getKey().partition().forEach(key -> partition.add(keys.get(key)));
      check(entry.getKey(), input, partition);
      partitions
          .computeIfAbsent(partition, p -> new ArrayList<>())
          .add(new Window.Call(entry.getValue(), text(entry.getKey(), partition)));
    }
    Relation result = input;
    for (Map.Entry<Set<Column>, List<Window.Call>> entry : partitions.entrySet()) {
      result = new Window(result, List.copyOf(entry.getKey()), entry.getValue());
    }
    return result;
  }

  private Column key(Expression key) {
    return key instanceof Column column ? column : symbols.output("key", key);
  }

  private static Relation withKeys(Relation rows, Map<Expression, Column> keys) {
    List<Project.Item> items =
        new ArrayList<>(rows.columns().stream().map(Project.Item::of).toList());
    keys.forEach(
        (key, column) -> {
          if (!key.equals(column)) {
            items.add(new Project.Item(column, key));
          }
        });
    return items.size() == rows.columns().size() ? rows : new Project(rows, items);
  }

  private void check(Call call, Relation input, Set<Column> partition) {
    if (call.needsOrder()) {
      Set<Column> known = new HashSet<>(partition);
      call.order().stream()
          .filter(term -> term.value() instanceof Column)
          .forEach(term -> known.add((Column) term.value()));
      TotalOrder.check(input, known, over(call), symbols);
    }
  }

  private static Fragment text(Call call, Set<Column> partition) {
    List<Expression> parts = new ArrayList<>();
    parts.add(call.function());
    parts.addAll(partition);
    List<String> clauses = new ArrayList<>();
    if (!partition.isEmpty()) {
      clauses.add("PARTITION BY " + Template.holes(partition.size()));
    }
    if (!call.order().isEmpty()) {
      List<String> terms = new ArrayList<>();
      for (Ordering term : call.order()) {
        terms.add("{}" + term.direction());
        parts.add(term.value());
      }
      clauses.add("ORDER BY " + String.join(", ", terms));
    }
    String over = String.join(" ", clauses) + call.frame();
    return Fragment.of("{} OVER (" + over.strip() + ")", parts).inlined(0);
  }
}
