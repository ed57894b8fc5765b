package org.mview.sql;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A number that ought to be exact: the value itself, or, where it is approximate, one of which
 * every sum is {@link IsTainted}.
 */
public record Tainted(Expression value) implements Expression {
  @Override
  public List<Expression> parts() {
    return List.of(value);
  }

  @Override
  public Expression mapParts(UnaryOperator<Expression> change) {
    return new Tainted(change.apply(value));
  }

  @Override
  public String toString() {
    return "tainted(" + value + ")";
  }
}
