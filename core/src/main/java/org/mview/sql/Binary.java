package org.mview.sql;

import java.util.List;
import java.util.function.UnaryOperator;

/** A value that is equal to another only if it is the very same, whatever its collation says. */
public record Binary(Expression value) implements Expression {
  @Override
  public List<Expression> parts() {
    return List.of(value);
  }

  @Override
  public Expression mapParts(UnaryOperator<Expression> change) {
    return new Binary(change.apply(value));
  }

  @Override
  public String toString() {
    return "binary " + value;
  }
}
