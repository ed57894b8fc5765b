package org.mview.algebra;

import java.util.List;
import java.util.function.UnaryOperator;
import org.mview.sql.Column;

/**
 * The rows whose values in some columns are among the keys, NULL being like NULL.
 *
 * @param on columns of the input, each compared with the column of the keys at the same place
 * @param keys distinct rows
 */
public record Restrict(Relation input, List<Column> on, Relation keys) implements Relation {
  public Restrict {
    on = List.copyOf(on);
    if (on.size() != keys.columns().size()) {
      throw new IllegalArgumentException(on + " cannot be compared with " + keys.columns());
    }
  }

  @Override
  public List<Column> columns() {
    return input.columns();
  }

  @Override
  public List<Relation> inputs() {
    return List.of(input, keys);
  }

  @Override
  public Relation mapInputs(UnaryOperator<Relation> change) {
    return new Restrict(change.apply(input), on, change.apply(keys));
  }
}
