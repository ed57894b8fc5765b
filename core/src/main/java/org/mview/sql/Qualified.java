package org.mview.sql;

import java.util.List;
import java.util.function.UnaryOperator;

/** A column of something in FROM, as statements name it. */
public record Qualified(Identifier of, Identifier name) implements Expression {
  @Override
  public List<Expression> parts() {
    return List.of();
  }

  @Override
  public Expression mapParts(UnaryOperator<Expression> change) {
    return this;
  }

  @Override
  public String toString() {
    return of + "." + name;
  }
}
