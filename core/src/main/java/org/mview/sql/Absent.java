package org.mview.sql;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * NULL in the place of a column of which there is no row, such as on one side of an outer join.
 *
 * <p>What is computed of it has the type that it would have of the column: of a bare NULL a
 * database makes a number of another type, to which a union converts those that are there, too.
 *
 * @param type of the column
 * @param like NULL that has the column's type, and is made of no columns, where no type is declared
 */
public record Absent(Type type, Optional<Expression> like) implements Expression {
  /** NULL of a declared type. */
  public Absent(Type type) {
    this(type, Optional.empty());
  }

  @Override
  public List<Expression> parts() {
    return like.stream().toList();
  }

  @Override
  public Expression mapParts(UnaryOperator<Expression> change) {
    return new Absent(type, like.map(change));
  }

  @Override
  public String toString() {
    return "NULL";
  }
}
