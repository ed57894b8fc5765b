package org.mview.statement.query;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import net.sf.jsqlparser.statement.select.Join;
import org.mview.algebra.Relation;
import org.mview.sql.Expression;

/** Two sides of FROM, joined. */
final class JoinBinder {
  private final SelectBinder binder;
  private final FromBinder.Bound left;
  private final FromBinder.Bound right;

  JoinBinder(SelectBinder binder, FromBinder.Bound left, FromBinder.Bound right) {
    this.binder = binder;
    this.left = left;
    this.right = right;
  }

  FromBinder.Bound bind(Join join) throws SQLException {
    Whole.check(join);
    List<net.sf.jsqlparser.expression.Expression> on = new ArrayList<>();
    for (net.sf.jsqlparser.expression.Expression node : join.getOnExpressions()) {
      on.addAll(ExpressionBinder.conjuncts(node));
    }
    SharedColumns shared = SharedColumns.of(join, left.scope(), right.scope());
    boolean outer = join.isLeft() || join.isRight() || join.isFull() || join.isOuter();
    return outer
        ? new OuterJoinBinder(binder, left, right, shared).bind(join, on)
        : inner(on, shared);
  }

  private FromBinder.Bound inner(
      List<net.sf.jsqlparser.expression.Expression> on, SharedColumns shared) throws SQLException {
    Scope scope = left.scope().and(shared.merged(right.scope()));
    List<Expression> conditions = shared.equalities(left.scope(), right.scope());
    Relation both = new org.mview.algebra.Join(left.relation(), right.relation(), List.of());
    List<net.sf.jsqlparser.expression.Expression> tests = new ArrayList<>();
    Attachments attachments = new Attachments();
    ExpressionBinder expressions =
        new ExpressionBinder(
            Site.plain(
                binder, left.scope().and(right.scope()).inside(binder.around()), attachments));
    List<Expression> links = new ArrayList<>(left.links());
    links.addAll(right.links());
    for (net.sf.jsqlparser.expression.Expression node : on) {
      if (Subqueries.isIn(node)) {
        tests.add(node);
        continue;
      }
      for (Expression condition : Strict.conjuncts(expressions.bind(node))) {
        (both.columns().containsAll(condition.columns()) ? conditions : links).add(condition);
      }
    }
    Relation joined = new org.mview.algebra.Join(left.relation(), right.relation(), conditions);
    if (!tests.isEmpty()) {
      WhereBinder.Rows rows =
          new WhereBinder(binder, scope.inside(binder.around()), false).restrict(joined, tests);
      joined = rows.relation();
      links.addAll(rows.links());
    }
    return new FromBinder.Bound(joined, scope, links);
  }
}
