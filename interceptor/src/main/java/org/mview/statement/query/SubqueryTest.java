package org.mview.statement.query;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.sf.jsqlparser.expression.AnyComparisonExpression;
import net.sf.jsqlparser.expression.AnyType;
import net.sf.jsqlparser.expression.BinaryExpression;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.NotExpression;
import net.sf.jsqlparser.expression.operators.relational.ExistsExpression;
import net.sf.jsqlparser.expression.operators.relational.InExpression;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.select.AllColumns;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SelectItem;

/**
 * EXISTS, IN, ANY, ALL: whether a query has a row that compares so with some values.
 *
 * @param left the values; none for EXISTS
 * @param not whether it is asked that there is no such row
 */
record SubqueryTest(Select select, List<Expression> left, String operator, boolean not) {
  private static final Map<String, String> OPPOSITE =
      Map.of("=", "<>", "<>", "=", "!=", "=", "<", ">=", ">=", "<", ">", "<=", "<=", ">");

  static Optional<SubqueryTest> of(Expression node) {
    Optional<Expression> inner = ExpressionBinder.inParentheses(node);
    if (inner.isPresent()) {
      return of(inner.get());
    } else if (node instanceof NotExpression not) {
      return of(not.getExpression()).map(test -> negated(test, not));
    } else if (node instanceof ExistsExpression exists
        && exists.getRightExpression() instanceof Select select) {
      Template.check(exists, exists.isNot() ? "NOT EXISTS {}" : "EXISTS {}", List.of(select));
      return Optional.of(new SubqueryTest(select, List.of(), "", exists.isNot()));
    } else if (node instanceof InExpression in && rows(in).isPresent()) {
      Template.check(
          in,
          in.isNot() ? "{} NOT IN {}" : "{} IN {}",
          List.of(in.getLeftExpression(), in.getRightExpression()));
      return Optional.of(
          new SubqueryTest(rows(in).get(), row(in.getLeftExpression()), "=", in.isNot()));
    } else if (node instanceof BinaryExpression comparison
        && comparison.getRightExpression() instanceof AnyComparisonExpression any
        && OPPOSITE.containsKey(comparison.getStringExpression())) {
      return Optional.of(quantified(comparison, any));
    }
    return Optional.empty();
  }

  /** The query of IN (SELECT …), or of IN table, which is all of it. */
  private static Optional<Select> rows(InExpression in) {
    if (in.getRightExpression() instanceof Select select) {
      return Optional.of(select);
    } else if (in.getRightExpression() instanceof Column table && table.getTable() == null) {
      return Optional.of(
          new PlainSelect()
              .withSelectItems(List.of(SelectItem.from(new AllColumns())))
              .withFromItem(new Table(table.getColumnName())));
    }
    return Optional.empty();
  }

  /** NOT a &gt; ANY … is no test itself, but NOT a IN … is. */
  private static SubqueryTest negated(SubqueryTest test, NotExpression not) {
    Template.check(not, "NOT {}", List.of(not.getExpression()));
    return new SubqueryTest(test.select, test.left, test.operator, !test.not);
  }

  /** For all rows it is so, if there is no row for which the opposite may be so. */
  private static SubqueryTest quantified(BinaryExpression node, AnyComparisonExpression any) {
    String operator = node.getStringExpression();
    Template.check(
        node,
        "{} " + operator + " " + any.getAnyType() + "{}",
        List.of(node.getLeftExpression(), any.getSelect()));
    boolean all = any.getAnyType() == AnyType.ALL;
    return new SubqueryTest(
        any.getSelect(),
        row(node.getLeftExpression()),
        all ? OPPOSITE.get(operator) : operator,
        all);
  }

  private static List<Expression> row(Expression node) {
    return node instanceof ParenthesedExpressionList<?> list ? List.copyOf(list) : List.of(node);
  }

  boolean isExists() {
    return left.isEmpty();
  }

  Use use() {
    return isExists() ? Use.EXISTENCE : Use.VALUES;
  }
}
