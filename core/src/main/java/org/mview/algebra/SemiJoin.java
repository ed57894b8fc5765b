package org.mview.algebra;

import java.util.List;
import java.util.function.UnaryOperator;
import org.mview.sql.Column;
import org.mview.sql.Expression;

/**
 * The rows of the left side for which there is a row on the right that makes every condition true,
 * or, if {@code anti}, for which there is none; each with the weight it has on the left.
 *
 * <p>Rows of the right side that are to be taken off count as such: there is one if the weights of
 * those that fit add up to more than 0.
 */
public record SemiJoin(Relation left, Relation right, List<Expression> conditions, boolean anti)
    implements Relation {
  public SemiJoin {
    conditions = List.copyOf(conditions);
  }

  /** The same of other inputs. */
  public SemiJoin over(Relation otherLeft, Relation otherRight) {
    return new SemiJoin(otherLeft, otherRight, conditions, anti);
  }

  @Override
  public List<Column> columns() {
    return left.columns();
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
