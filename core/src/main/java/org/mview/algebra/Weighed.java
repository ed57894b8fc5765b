package org.mview.algebra;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.mview.sql.Column;

/** Each row with weight 1, and the weight it had as one more column, the last. */
public record Weighed(Relation input, Column weight) implements Relation {
  @Override
  public List<Column> columns() {
    return Stream.concat(input.columns().stream(), Stream.of(weight)).toList();
  }

  @Override
  public List<Relation> inputs() {
    return List.of(input);
  }

  @Override
  public Relation mapInputs(UnaryOperator<Relation> change) {
    return new Weighed(change.apply(input), weight);
  }
}
