package org.mview.sql;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A number that must be exact: the value itself, or, where it turns out to be approximate, an error
 * by which the database undoes the statement, so that another way is taken.
 */
public record Guarded(Expression value) implements Expression {
  @Override
  public List<Expression> parts() {
    return List.of(value);
  }

  @Override
  public Expression mapParts(UnaryOperator<Expression> change) {
    return new Guarded(change.apply(value));
  }

  @Override
  public String toString() {
    return "exactly(" + value + ")";
  }
}
