package org.mview.statement.query;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.sf.jsqlparser.expression.ArrayConstructor;
import net.sf.jsqlparser.expression.BinaryExpression;
import net.sf.jsqlparser.expression.Function;
import org.mview.sql.Expression;
import org.mview.sql.Fragment;

/** A value against those of an array: {@code a = ANY (ARRAY[1, 2])}, as PostgreSQL keeps IN. */
final class ArrayComparison {
  private static final Set<String> QUANTIFIERS = Set.of("ANY", "SOME", "ALL");

  private final ExpressionBinder binder;

  ArrayComparison(ExpressionBinder binder) {
    this.binder = binder;
  }

  static boolean isOne(net.sf.jsqlparser.expression.Expression node) {
    return node instanceof BinaryExpression binary
        && Comparison.isOne(binary.getStringExpression())
        && binary.getRightExpression() instanceof Function call
        && QUANTIFIERS.contains(call.getName().toUpperCase(Locale.ROOT))
        && call.getParameters() != null
        && call.getParameters().size() == 1;
  }

  Expression bind(BinaryExpression comparison) throws SQLException {
    Function call = (Function) comparison.getRightExpression();
    List<net.sf.jsqlparser.expression.Expression> parts =
        List.of(comparison.getLeftExpression(), call.getParameters().get(0));
    String template = "{} %s %s({})".formatted(comparison.getStringExpression(), call.getName());
    Template.check(comparison, template, parts);
    return Fragment.of(template, binder.all(parts));
  }

  /** ARRAY[1, 2]. */
  Expression array(ArrayConstructor array) throws SQLException {
    String template = "ARRAY[" + Template.holes(array.getExpressions().size()) + "]";
    Template.check(array, template, array.getExpressions());
    return Fragment.of(template, binder.all(array.getExpressions()));
  }
}
