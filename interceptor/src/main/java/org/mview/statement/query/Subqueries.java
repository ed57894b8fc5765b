package org.mview.statement.query;

import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.ExpressionVisitorAdapter;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.Select;

/** Finds subqueries in expressions of the parser. */
final class Subqueries {
  private Subqueries() {}

  /** Whether there is a subquery in an expression. */
  static boolean isIn(Expression expression) {
    Finder finder = new Finder();
    expression.accept(finder, null);
    return finder.found;
  }

  private static final class Finder extends ExpressionVisitorAdapter<Void> {
    private boolean found;

    @Override
    public <S> Void visit(ParenthesedSelect select, S context) {
      found = true;
      return null;
    }

    @Override
    public <S> Void visit(Select select, S context) {
      found = true;
      return null;
    }
  }
}
