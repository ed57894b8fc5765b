package org.mview.sql;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * An expression of SQL, evaluated by the database and by nobody else.
 *
 * <p>What a user wrote is kept as it was written: a {@link Fragment} is source text with holes for
 * the columns. Only what the delta compiler has to see has a record of its own.
 */
public sealed interface Expression
    permits Absent,
        Average,
        Binary,
        Column,
        Fragment,
        Gained,
        Guarded,
        IsTainted,
        KeyEqual,
        Qualified,
        Same,
        Subquery,
        Tainted {

  /** The expressions that this one is made of; none for a leaf. */
  List<Expression> parts();

  /** The same expression over other parts; a leaf is itself. */
  Expression mapParts(UnaryOperator<Expression> change);

  /** The same expression with each column replaced. */
  default Expression mapColumns(UnaryOperator<Expression> change) {
    return this instanceof Column ? change.apply(this) : mapParts(part -> part.mapColumns(change));
  }

  /** The columns this expression reads, in order of their first appearance. */
  default Set<Column> columns() {
    Set<Column> found = new LinkedHashSet<>();
    collect(this, found);
    return found;
  }

  private static void collect(Expression expression, Set<Column> found) {
    if (expression instanceof Column column) {
      found.add(column);
    }
    expression.parts().forEach(part -> collect(part, found));
  }
}
