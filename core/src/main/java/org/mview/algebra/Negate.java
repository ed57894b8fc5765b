package org.mview.algebra;

import java.util.List;
import java.util.function.UnaryOperator;
import org.mview.sql.Column;

/** The same rows with the sign of their weights turned. */
public record Negate(Relation input) implements Relation {
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
    return new Negate(change.apply(input));
  }
}
