package org.mview.algebra;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.mview.sql.Column;
import org.mview.sql.Expression;

/** The pairs of rows for which every condition is true; a pair's weight is the product of both. */
public record Join(Relation left, Relation right, List<Expression> conditions) implements Relation {
  public Join {
    conditions = List.copyOf(conditions);
  }

  /** The same join of other inputs. */
  public Join over(Relation otherLeft, Relation otherRight) {
    return new Join(otherLeft, otherRight, conditions);
  }

  @Override
  public List<Column> columns() {
    return Stream.concat(left.columns().stream(), right.columns().stream()).toList();
  }

  @Override
  public List<Relation> inputs() {
    return List.of(left, right);
  }

  @Override
  public Relation mapInputs(UnaryOperator<Relation> change) {
    return over(change.apply(left), change.apply(right));
  }
}
