package org.mview.algebra;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.mview.sql.Column;
import org.mview.sql.Fragment;

/**
 * Each row with what window functions make of the rows that are equal to it in the partition's
 * columns.
 *
 * @param partition columns of the input, by all of which every call is partitioned; with none, all
 *     rows are one partition
 */
public record Window(Relation input, List<Column> partition, List<Call> calls) implements Relation {
  public Window {
    partition = List.copyOf(partition);
    calls = List.copyOf(calls);
  }

  /**
   * A column of the result and the call that computes it.
   *
   * @param call with its OVER clause, as the database takes it
   */
  public record Call(Column column, Fragment call) {
    @Override
    public String toString() {
      return column.name() + " := " + call;
    }
  }

  @Override
  public List<Column> columns() {
    return Stream.concat(input.columns().stream(), calls.stream().map(Call::column)).toList();
  }

  @Override
  public List<Relation> inputs() {
    return List.of(input);
  }

  @Override
  public Relation mapInputs(UnaryOperator<Relation> change) {
    return new Window(change.apply(input), partition, calls);
  }
}
