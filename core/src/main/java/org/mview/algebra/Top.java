package org.mview.algebra;

import java.util.List;
import java.util.function.UnaryOperator;
import org.mview.sql.Column;
import org.mview.sql.Expression;

/**
 * The first rows in an order in which no two rows are equal.
 *
 * @param order each an expression over the input, with its direction
 * @param skipped number of rows before the first, at least 0
 * @param rows number of rows at most, at least 0
 */
public record Top(Relation input, List<Expression> order, long skipped, long rows)
    implements Relation {
  public Top {
    order = List.copyOf(order);
  }

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
    return new Top(change.apply(input), order, skipped, rows);
  }
}
