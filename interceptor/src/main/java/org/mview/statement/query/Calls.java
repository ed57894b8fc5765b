package org.mview.statement.query;

import java.util.ArrayList;
import java.util.List;
import org.mview.algebra.Aggregate;
import org.mview.algebra.AggregateFunction;
import org.mview.sql.Column;
import org.mview.sql.Type;

/** The aggregate functions of one query block, each once. */
final class Calls {
  private final Symbols symbols;
  private final List<Aggregate.Call> calls = new ArrayList<>();

  Calls(Symbols symbols) {
    this.symbols = symbols;
  }

  /** The column that holds the function's result. */
  Column column(AggregateFunction function, String name, Type type) {
    return calls.stream()
        .filter(call -> call.function().equals(function))
        .map(Aggregate.Call::column)
        .findFirst()
        .orElseGet(() -> add(function, name, type));
  }

  private Column add(AggregateFunction function, String name, Type type) {
    Column column = symbols.ofCall(name, type, function.call());
    calls.add(new Aggregate.Call(column, function));
    return column;
  }

  List<Aggregate.Call> all() {
    return List.copyOf(calls);
  }
}
