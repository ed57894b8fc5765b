package org.mview.algebra;

import java.util.List;
import java.util.function.UnaryOperator;
import org.mview.sql.Column;

/**
 * Each row as many times as its weight says, every copy with weight 1; a row with a negative weight
 * not at all.
 *
 * <p>What knows nothing of weights, such as an aggregate function, can then be applied.
 */
public record Copies(Relation input) implements Relation {
  @Override
  public List<Column> columns() {
    return input.columns();
  }

  @Override
  public List<Relation> inputs() {
    return List.of(input);
  }

  @Override
  public Relation mapInputs(UnaryOperator<Relation> change) {
    return new Copies(change.apply(input));
  }
}
