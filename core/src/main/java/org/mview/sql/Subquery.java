package org.mview.sql;

import java.util.List;
import java.util.function.UnaryOperator;

/** A query in parentheses, where an expression stands. */
public record Subquery(Query query) implements Expression {
  @Override
  public List<Expression> parts() {
    return List.of();
  }

  @Override
  public Expression mapParts(UnaryOperator<Expression> change) {
    return this;
  }
}
