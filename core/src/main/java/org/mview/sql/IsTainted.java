package org.mview.sql;

import java.util.List;
import java.util.function.UnaryOperator;

/** Whether a sum is of values that are not all exact, or is not exact itself. */
public record IsTainted(Expression sum) implements Expression {
  @Override
  public List<Expression> parts() {
    return List.of(sum);
  }

  @Override
  public Expression mapParts(UnaryOperator<Expression> change) {
    return new IsTainted(change.apply(sum));
  }

  @Override
  public String toString() {
    return "isTainted(" + sum + ")";
  }
}
