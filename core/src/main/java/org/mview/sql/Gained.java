package org.mview.sql;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * How much more a number is of the row at hand in a trigger after an update than it was before;
 * what is NULL counts as 0.
 *
 * @param value over the row called {@link #AFTER}
 */
public record Gained(Expression value) implements Expression {
  /** How the row is called after the update. */
  public static final Identifier AFTER = Identifier.of("NEW");

  /** How it is called before. */
  public static final Identifier BEFORE = Identifier.of("OLD");

  /** The number before the update. */
  public Expression before() {
    return before(value);
  }

  private static Expression before(Expression after) {
    return after instanceof Qualified column && column.of().equals(AFTER)
        ? new Qualified(BEFORE, column.name())
        : after.mapParts(Gained::before);
  }

  @Override
  public List<Expression> parts() {
    return List.of(value);
  }

  @Override
  public Expression mapParts(UnaryOperator<Expression> change) {
    return new Gained(change.apply(value));
  }

  @Override
  public String toString() {
    return "gained(" + value + ")";
  }
}
