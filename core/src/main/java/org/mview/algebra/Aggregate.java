package org.mview.algebra;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.mview.sql.Column;

/**
 * One row for each group of rows that are equal in the keys, with what the calls make of the group.
 *
 * <p>Without keys there is exactly one row, also for an empty input, unless there are no calls
 * either. Without calls this is DISTINCT.
 */
public record Aggregate(Relation input, List<Column> keys, List<Call> calls) implements Relation {
  public Aggregate {
    keys = List.copyOf(keys);
    calls = List.copyOf(calls);
  }

  /** A column of the result and the function that computes it. */
  public record Call(Column column, AggregateFunction function) {
    @Override
    public String toString() {
      return column.name() + " := " + function;
    }
  }

  /** Whether there is one group whatever the input, even when it is empty. */
  public boolean isTotal() {
    return keys.isEmpty();
  }

  @Override
  public List<Column> columns() {
    return Stream.concat(keys.stream(), calls.stream().map(Call::column)).toList();
  }

  @Override
  public List<Relation> inputs() {
    return List.of(input);
  }

  @Override
  public Relation mapInputs(UnaryOperator<Relation> change) {
    return new Aggregate(change.apply(input), keys, calls);
  }
}
