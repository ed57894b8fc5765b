package org.mview.algebra;

import java.util.List;
import java.util.function.UnaryOperator;
import org.mview.sql.Column;

/** What happened to a master since the last refresh: each row that vanished, each that appeared. */
public record Changes(Scan of) implements Relation {
  @Override
  public List<Column> columns() {
    return of.columns();
  }

  @Override
  public List<Relation> inputs() {
    return List.of();
  }

  @Override
  public Relation mapInputs(UnaryOperator<Relation> change) {
    return this;
  }
}
