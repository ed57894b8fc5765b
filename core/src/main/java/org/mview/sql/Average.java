package org.mview.sql;

import java.util.List;
import java.util.function.UnaryOperator;

/** What the database's AVG makes of a sum and the number of its values; NULL for no value. */
public record Average(Expression sum, Expression count) implements Expression {
  @Override
  public List<Expression> parts() {
    return List.of(sum, count);
  }

  @Override
  public Expression mapParts(UnaryOperator<Expression> change) {
    return new Average(change.apply(sum), change.apply(count));
  }

  @Override
  public String toString() {
    return sum + " / " + count;
  }
}
