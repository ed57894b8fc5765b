package org.mview.algebra;

import java.util.List;
import java.util.function.UnaryOperator;
import org.mview.sql.Column;

/** Equal rows made one, their weights added up; a row whose weights cancel is gone. */
public record Net(Relation input) implements Relation {
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
    return new Net(change.apply(input));
  }
}
