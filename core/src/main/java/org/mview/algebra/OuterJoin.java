package org.mview.algebra;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.mview.sql.Column;
import org.mview.sql.Expression;

/**
 * The pairs of rows for which every condition is true, and the rows of the left side that are in no
 * pair, with NULL for the right side; if {@code full}, those of the right side, too.
 */
public record OuterJoin(Relation left, Relation right, List<Expression> conditions, boolean full)
    implements Relation {
  public OuterJoin {
    conditions = List.copyOf(conditions);
  }

  /** The same of other inputs. */
  public OuterJoin over(Relation otherLeft, Relation otherRight) {
    return new OuterJoin(otherLeft, otherRight, conditions, full);
  }

  /**
   * The same rows without an outer join: the pairs, and what is in no pair, padded.
   *
   * <pre>
   *   L ⟕ R  =  (L ⋈ R)  +  (L ▷ R) with NULLs
   * </pre>
   */
  public Relation asUnion() {
    List<Relation> rows = new ArrayList<>();
    rows.add(new Join(left, right, conditions));
    rows.add(Project.padded(new SemiJoin(left, right, conditions, true), this));
    if (full) {
      rows.add(Project.padded(new SemiJoin(right, left, conditions, true), this));
    }
    return UnionAll.of(rows);
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
