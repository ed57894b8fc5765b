package org.mview.sql;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Equality with a column of a container's key, NULL being like NULL, said in the way that the
 * unique index of the container understands.
 *
 * @param type what is known of the column of the key
 */
public record KeyEqual(Expression key, Expression other, Type type) implements Expression {
  @Override
  public List<Expression> parts() {
    return List.of(key, other);
  }

  @Override
  public Expression mapParts(UnaryOperator<Expression> change) {
    return new KeyEqual(change.apply(key), change.apply(other), type);
  }

  @Override
  public String toString() {
    return key + " is " + other;
  }
}
