package org.mview.delta;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mview.algebra.Window;
import org.mview.delta.Bag.Row;
import org.mview.sql.Column;
import org.mview.sql.Expression;

/**
 * What window functions make of rows in memory, for tests. It knows those of {@link RandomQuery}:
 * {@code FUNCTION OVER (PARTITION BY …)} and {@code RANK() OVER (PARTITION BY … ORDER BY …)}.
 */
final class WindowMeaning {
  private final Window window;
  private final List<Column> columns;

  WindowMeaning(Window window) {
    this.window = window;
    this.columns = window.input().columns();
  }

  Bag of(List<Row> rows) {
    Map<List<Value>, List<Row>> partitions =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    row -> window.partition().stream().map(c -> value(c, row)).toList()));
    Bag bag = new Bag();
    partitions
        .values()
        .forEach(partition -> partition.forEach(row -> bag.add(of(row, partition), 1)));
    return bag;
  }

  private Row of(Row row, List<Row> partition) {
    List<Value> values = new ArrayList<>(row.values());
    window.calls().forEach(call -> values.add(call(call, row, partition)));
    return Row.of(values);
  }

  private Value call(Window.Call call, Row row, List<Row> partition) {
    List<Expression> parts = call.call().parts();
    String text = String.join("{}", call.call().pieces());
    String function = text.substring(0, text.indexOf(" OVER"));
    return switch (function) {
      case "COUNT(*)" -> Value.of(partition.size());
      case "RANK()" -> rank(parts.get(parts.size() - 1), row, partition);
      case "SUM({})" -> sum(parts.get(0), partition);
      case "MAX({})" ->
          partition.stream()
              .map(other -> value(parts.get(0), other))
              .reduce(Value.NULL, (a, b) -> a.compareTo(b) < 0 ? b : a);
      default -> throw new IllegalArgumentException("the test does not know " + function);
    };
  }

  private Value rank(Expression order, Row row, List<Row> partition) {
    Value own = value(order, row);
    return Value.of(
        1 + partition.stream().filter(other -> value(order, other).compareTo(own) < 0).count());
  }

  private Value sum(Expression argument, List<Row> partition) {
    return partition.stream()
        .map(row -> value(argument, row))
        .filter(value -> !value.isNull())
        .reduce(Value::plus)
        .orElse(Value.NULL);
  }

  private Value value(Expression expression, Row row) {
    return Meaning.value(expression, new Bound(columns, row));
  }
}
