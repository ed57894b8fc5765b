package org.mview.statement.query;

import java.util.ArrayList;
import java.util.List;
import net.sf.jsqlparser.expression.AnalyticExpression;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;
import net.sf.jsqlparser.statement.select.AllColumns;

/** The call inside a call with OVER or FILTER, as the parser gives a plain call. */
final class AnalyticCall {
  private AnalyticCall() {}

  static Function function(AnalyticExpression call) {
    List<Expression> arguments = new ArrayList<>();
    if (call.isAllColumns()) {
      arguments.add(new AllColumns());
    } else if (call.getExpression() != null) {
      arguments.add(call.getExpression());
    }
    if (call.getOffset() != null) {
      arguments.add(call.getOffset());
    }
    if (call.getDefaultValue() != null) {
      arguments.add(call.getDefaultValue());
    }
    Function function = new Function();
    function.setName(call.getName());
    function.setParameters(new ExpressionList<>(arguments));
    function.setDistinct(call.isDistinct());
    function.setOrderByElements(call.getFuncOrderBy());
    return function;
  }
}
