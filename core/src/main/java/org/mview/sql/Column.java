package org.mview.sql;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A column of a relation.
 *
 * @param name unlike that of every other column of the same query
 */
public record Column(String name, Type type) implements Expression {
  @Override
  public List<Expression> parts() {
    return List.of();
  }

  @Override
  public Expression mapParts(UnaryOperator<Expression> change) {
    return this;
  }

  /** The same column under another name. */
  public Column named(String other) {
    return new Column(other, type);
  }

  @Override
  public String toString() {
    return name;
  }
}
