package org.mview.delta;

import java.util.ArrayList;
import java.util.List;
import org.mview.algebra.Join;
import org.mview.algebra.Project;
import org.mview.algebra.Relation;
import org.mview.algebra.SemiJoin;
import org.mview.algebra.UnionAll;
import org.mview.sql.Column;
import org.mview.sql.Expression;
import org.mview.sql.Fragment;
import org.mview.sql.KeyEqual;
import org.mview.sql.Same;

/**
 * Divides the rows of a container by whether there is a row with the same values elsewhere, NULL
 * being like NULL.
 *
 * <p>Rows without NULL are compared by plain equality, by which every database can join two large
 * tables; only for the others each row is looked for.
 */
final class LikeRows {
  private final List<Column> on;
  private final List<Expression> whole = new ArrayList<>();
  private final List<Expression> withNulls = new ArrayList<>();
  private final List<Expression> exactly = new ArrayList<>();
  private final boolean nullable;

  /**
   * Compares columns of the container with those at the same places.
   *
   * @param by the columns of the other rows
   */
  LikeRows(Kept kept, List<Column> on, List<Column> by) {
    this.on = on;
    this.nullable = on.stream().anyMatch(column -> column.type().nullable());
    if (nullable) {
      withNulls.add(hasNull());
    }
    for (int i = 0; i < on.size(); i++) {
      Column own = on.get(i);
      Same same = new Same(own, by.get(i), !own.type().nullable());
      // As the refresh finds what it deletes; equality beside it is what databases join by.
      Expression exact = kept.unique() ? new KeyEqual(own, by.get(i), own.type()) : same;
      if (own.type().nullable()) {
        whole.add(Fragment.equal(own, by.get(i)));
        withNulls.add(same);
      }
      whole.add(exact);
      exactly.add(exact);
      withNulls.add(exact);
    }
  }

  private Expression hasNull() {
    return on.stream()
        .filter(column -> column.type().nullable())
        .map(column -> Fragment.of("{} IS NULL", column))
        .reduce((one, other) -> Fragment.of("{} OR {}", one, other))
        .orElseThrow();
  }

  /** The rows of which there are none like them. */
  Relation others(Relation rows, Relation like) {
    Relation others = new SemiJoin(rows, like, whole, true);
    return nullable ? new SemiJoin(others, like, withNulls, true) : others;
  }

  /** The rows of which there are some, each looked up by one of the others, which all differ. */
  Relation found(Relation rows, Relation like) {
    return Project.keep(new Join(like, rows, exactly), rows.columns());
  }

  /** The rows of which there are some. */
  Relation those(Relation rows, Relation like) {
    Relation those = new SemiJoin(rows, like, whole, false);
    return nullable ? UnionAll.of(those, new SemiJoin(rows, like, withNulls, false)) : those;
  }
}
