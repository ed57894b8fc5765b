package org.mview.statement.query;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import net.sf.jsqlparser.expression.BinaryExpression;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import net.sf.jsqlparser.statement.select.Select;
import org.mview.sql.Expression;
import org.mview.sql.Fragment;

/** Rows of values compared, as comparisons of the values: (a, b) &lt; (c, d). */
final class RowComparison {
  private static final Set<String> OPERATORS = Set.of("=", "<>", "!=", "<", "<=", ">", ">=");

  private final ExpressionBinder expressions;

  RowComparison(ExpressionBinder expressions) {
    this.expressions = expressions;
  }

  static boolean isOne(net.sf.jsqlparser.expression.Expression node) {
    return node instanceof BinaryExpression binary
        && OPERATORS.contains(binary.getStringExpression())
        && (isRow(binary.getLeftExpression()) || isRow(binary.getRightExpression()));
  }

  static boolean isRow(net.sf.jsqlparser.expression.Expression node) {
    return node instanceof ParenthesedExpressionList<?> list && list.size() > 1;
  }

  Expression bind(BinaryExpression node) throws SQLException {
    String operator = node.getStringExpression();
    Template.check(
        node,
        "{} " + operator + " {}",
        List.of(node.getLeftExpression(), node.getRightExpression()));
    List<Expression> left = values(node.getLeftExpression());
    List<Expression> right = values(node.getRightExpression());
    if (left.size() != right.size()) {
      throw new NotUnderstood("rows of different lengths are compared: %s".formatted(node));
    }
    return switch (operator) {
      case "=" -> equal(left, right);
      case "<>", "!=" -> Fragment.of("NOT {}", equal(left, right));
      default -> ordered(left, right, operator);
    };
  }

  /** The values of a row, or of a subquery that has one row. */
  private List<Expression> values(net.sf.jsqlparser.expression.Expression node)
      throws SQLException {
    if (node instanceof ParenthesedExpressionList<?> list) {
      return expressions.all(list);
    } else if (node instanceof Select select) {
      return new ScalarSubqueries(expressions.site()).values(select);
    }
    throw new NotUnderstood("a row is compared with %s".formatted(node));
  }

  private static Expression equal(List<Expression> left, List<Expression> right) {
    Expression all = Comparison.equal(left.get(0), right.get(0));
    for (int i = 1; i < left.size(); i++) {
      all = Fragment.of("{} AND {}", all, Comparison.equal(left.get(i), right.get(i)));
    }
    return all;
  }

  /** The first values decide; where they are equal, the others do. */
  private static Expression ordered(
      List<Expression> left, List<Expression> right, String operator) {
    if (left.size() == 1) {
      return Comparison.of(left.get(0), operator, right.get(0));
    }
    Expression others =
        ordered(left.subList(1, left.size()), right.subList(1, right.size()), operator);
    return Fragment.of(
        "{} OR {}",
        Comparison.of(left.get(0), operator.substring(0, 1), right.get(0)),
        Fragment.of("{} AND {}", Fragment.equal(left.get(0), right.get(0)), others));
  }
}
