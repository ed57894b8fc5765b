package org.mview.algebra;

import java.util.List;
import java.util.function.UnaryOperator;
import org.mview.sql.Column;

/**
 * Rows that an earlier step of the same plan has put away, or the container of the view itself.
 *
 * @param name what the plan calls them
 * @param signed whether each row is stored with its weight; otherwise every weight is 1
 */
public record Stored(String name, List<Column> columns, boolean signed) implements Relation {
  public Stored {
    columns = List.copyOf(columns);
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
