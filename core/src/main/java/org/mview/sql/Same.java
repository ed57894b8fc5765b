package org.mview.sql;

import java.util.List;
import java.util.function.UnaryOperator;

/** Equality that holds for two NULLs, too; each database has its own way to say it. */
public record Same(Expression left, Expression right) implements Expression {
  @Override
  public List<Expression> parts() {
    return List.of(left, right);
  }

  @Override
  public Expression mapParts(UnaryOperator<Expression> change) {
    return new Same(change.apply(left), change.apply(right));
  }

  @Override
  public String toString() {
    return left + " is " + right;
  }
}
