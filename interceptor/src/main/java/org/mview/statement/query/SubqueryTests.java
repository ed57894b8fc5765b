package org.mview.statement.query;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mview.algebra.Join;
import org.mview.algebra.Relation;
import org.mview.algebra.SemiJoin;
import org.mview.sql.Column;
import org.mview.sql.Expression;
import org.mview.sql.Fragment;

/**
 * EXISTS, IN, ANY, ALL as conditions of their own: a semijoin, or an antijoin.
 *
 * <pre>
 *   x IN (SELECT y …)        there is a row for which x = y
 *   x NOT IN (SELECT y …)    there is no row for which x = y may be
 *   x &gt; ALL (SELECT y …)     there is no row for which x &lt;= y may be
 * </pre>
 */
final class SubqueryTests {
  private final SelectBinder binder;
  private final Scope scope;
  private final List<Expression> links;
  private final boolean mayRepeat;

  /**
   * Tests in a query block.
   *
   * @param links takes the conditions on the query around, which cannot be judged here
   * @param mayRepeat whether it does not matter how often a row occurs
   */
  SubqueryTests(SelectBinder binder, Scope scope, List<Expression> links, boolean mayRepeat) {
    this.binder = binder;
    this.scope = scope;
    this.links = links;
    this.mayRepeat = mayRepeat;
  }

  /** The rows that pass the test. */
  Relation apply(Relation rows, SubqueryTest test) throws SQLException {
    Attachments attachments = new Attachments();
    Site site = Site.plain(binder, scope, attachments);
    Inner inner = binder.inner(test.select(), scope, test.use());
    if (inner.total().isPresent()) {
      return new TotalTest(site, inner).apply(rows, test);
    }
    List<Expression> left = new ExpressionBinder(site).all(test.left());
    checkLengths(test, left, inner);
    Relation joined = attachments.join(rows);
    List<Expression> conditions = new ArrayList<>(inner.links());
    for (int i = 0; i < left.size(); i++) {
      conditions.add(pair(test, left.get(i), inner.outputs().get(i)));
    }
    return joined(joined, inner, conditions, test.not());
  }

  private Relation joined(Relation rows, Inner inner, List<Expression> conditions, boolean not) {
    Set<Column> there = new HashSet<>(rows.columns());
    there.addAll(inner.relation().columns());
    List<Expression> here =
        conditions.stream().filter(c -> there.containsAll(c.columns())).toList();
    if (here.size() == conditions.size()) {
      return new SemiJoin(rows, inner.relation(), here, not);
    } else if (not || !mayRepeat) {
      throw new NotUnderstood("a subquery that depends on a query further out than the next");
    }
    conditions.stream().filter(c -> !here.contains(c)).forEach(links::add);
    return new Join(rows, inner.relation(), here);
  }

  private static Expression pair(SubqueryTest test, Expression left, Expression right) {
    Fragment compared = Comparison.of(left, test.operator(), right);
    if (!test.not()) {
      return compared;
    }
    Expression possible = compared;
    for (Expression side : List.of(left, right)) {
      possible =
          mayBeNull(side)
              ? Fragment.of("{} OR {}", possible, Fragment.of("{} IS NULL", side))
              : possible;
    }
    return possible;
  }

  static boolean mayBeNull(Expression expression) {
    if (expression instanceof Column column) {
      return column.type().nullable();
    }
    boolean literal = expression instanceof Fragment fragment && fragment.parts().isEmpty();
    return !literal || expression.toString().equalsIgnoreCase("NULL");
  }

  static void checkLengths(SubqueryTest test, List<?> left, Inner inner) {
    boolean single = left.size() == 1 || test.operator().equals("=");
    boolean fits = left.isEmpty() || (left.size() == inner.outputs().size() && single);
    if (!fits) {
      throw new NotUnderstood(
          "%s values are compared with %s columns: %s"
              .formatted(left.size(), inner.outputs().size(), test.left()));
    }
  }
}
