package org.mview.algebra;

import java.util.List;
import java.util.function.UnaryOperator;
import org.mview.sql.Column;

/** The rows of all inputs, or nothing when there is none; columns correspond by position. */
public record UnionAll(List<Relation> inputs, List<Column> columns) implements Relation {
  public UnionAll {
    inputs = List.copyOf(inputs);
    columns = List.copyOf(columns);
    for (Relation input : inputs) {
      if (input.columns().size() != columns.size()) {
        throw new IllegalArgumentException(columns + " do not match " + input.columns());
      }
    }
  }

  /** No row at all. */
  public static UnionAll nothing(List<Column> columns) {
    return new UnionAll(List.of(), columns);
  }

  /** Whether it is certain that a relation has no row. */
  public static boolean isNothing(Relation relation) {
    return relation instanceof UnionAll union && union.inputs().isEmpty();
  }

  /** The rows of inputs that all have the columns of the first. */
  public static Relation of(Relation... inputs) {
    return of(List.of(inputs));
  }

  /** The rows of inputs that all have the columns of the first. */
  public static Relation of(List<Relation> inputs) {
    return inputs.size() == 1 ? inputs.get(0) : new UnionAll(inputs, inputs.get(0).columns());
  }

  @Override
  public Relation mapInputs(UnaryOperator<Relation> change) {
    return new UnionAll(inputs.stream().map(change).toList(), columns);
  }
}
