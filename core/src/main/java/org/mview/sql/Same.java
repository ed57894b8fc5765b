package org.mview.sql;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Equality that holds for two NULLs, too; each database has its own way to say it.
 *
 * @param neverNull whether one of the sides is never NULL, so that plain equality is the same
 */
public record Same(Expression left, Expression right, boolean neverNull) implements Expression {
  /** Of values that may be NULL. */
  public Same(Expression left, Expression right) {
    this(left, right, false);
  }

  @Override
  public List<Expression> parts() {
    return List.of(left, right);
  }

  @Override
  public Expression mapParts(UnaryOperator<Expression> change) {
    return new Same(change.apply(left), change.apply(right), neverNull);
  }

  @Override
  public String toString() {
    return left + " is " + right;
  }
}
