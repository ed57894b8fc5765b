package org.mview.statement.query;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.sf.jsqlparser.expression.AnalyticExpression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;
import net.sf.jsqlparser.statement.select.AllColumns;
import net.sf.jsqlparser.statement.select.OrderByElement;
import org.mview.algebra.AggregateFunction;
import org.mview.algebra.AggregateFunction.Kind;
import org.mview.sql.Expression;
import org.mview.sql.Fragment;
import org.mview.sql.Type;

/** Calls of functions: of values, and of groups of rows. */
final class FunctionBinder {
  private final Site site;

  FunctionBinder(Site site) {
    this.site = site;
  }

  Expression bind(Function function) throws SQLException {
    Whole.check(function);
    List<String> arguments =
        function.getParameters() == null
            ? List.of()
            : function.getParameters().stream().map(Object::toString).toList();
    if (isAggregate(function.getName(), arguments, function)) {
      return aggregate(function, Optional.empty());
    }
    return call(function, new ExpressionBinder(site));
  }

  /** An aggregate function with FILTER (WHERE …). */
  Expression filtered(AnalyticExpression call) throws SQLException {
    Function function = AnalyticCall.function(call);
    Template.check(call, "{} FILTER (WHERE {})", List.of(function, call.getFilterExpression()));
    List<String> arguments = function.getParameters().stream().map(Object::toString).toList();
    if (!isAggregate(function.getName(), arguments, call)) {
      throw new NotUnderstood("%s is no aggregate".formatted(call));
    }
    return aggregate(function, Optional.of(call.getFilterExpression()));
  }

  boolean isAggregate(String name, List<String> arguments, Object node) throws SQLException {
    return switch (site.binder().functions().kind(name.toLowerCase(Locale.ROOT), arguments)) {
      case SCALAR -> false;
      case AGGREGATE -> true;
      case VOLATILE ->
          throw new NotUnderstood("%s gives another value at another time".formatted(node));
      case UNKNOWN ->
          throw new NotUnderstood("function %s is not known to be deterministic".formatted(name));
    };
  }

  /** The call as the database takes it, with what stands in it bound. */
  static Fragment call(Function function, ExpressionBinder arguments) throws SQLException {
    ExpressionList<?> parameters = function.getParameters();
    List<Expression> parts = new ArrayList<>();
    if (parameters != null && !isStar(function)) {
      parts.addAll(arguments.all(parameters));
    }
    String list = isStar(function) ? "*" : Template.holes(parts.size());
    String distinct = function.isDistinct() ? "DISTINCT " : "";
    String order = "";
    if (function.getOrderByElements() != null) {
      List<String> terms = new ArrayList<>();
      for (OrderByElement element : function.getOrderByElements()) {
        terms.add("{}" + Ordering.direction(element));
        parts.add(arguments.bind(element.getExpression()));
      }
      order = " ORDER BY " + String.join(", ", terms);
    }
    return Fragment.of(function.getName() + "(" + distinct + list + order + ")", parts);
  }

  /** COUNT(*); not COUNT(ALL x), which is COUNT(x). */
  private static boolean isStar(Function function) {
    if (function.getParameters() == null || function.getParameters().isEmpty()) {
      return function.isAllColumns();
    }
    return function.getParameters().size() == 1
        && function.getParameters().get(0) instanceof AllColumns all
        && all.toString().equals("*");
  }

  private Expression aggregate(
      Function function, Optional<net.sf.jsqlparser.expression.Expression> filter)
      throws SQLException {
    Calls collected =
        site.calls()
            .orElseThrow(
                () -> new NotUnderstood("%s where no aggregate can be".formatted(function)));
    ExpressionBinder inside = new ExpressionBinder(site.insideCall());
    Fragment call = call(function, inside);
    String name = function.getName().toLowerCase(Locale.ROOT);
    boolean plain = !function.isDistinct() && function.getOrderByElements() == null;
    Kind kind = plain && call.parts().size() <= 1 ? kind(name, call) : Kind.OTHER;
    Type.Arithmetic arithmetic = arithmetic(kind, call);
    if (filter.isPresent()) {
      Expression condition = inside.bind(filter.get());
      call = kind == Kind.OTHER ? verbatim(call, condition) : conditional(name, call, condition);
      kind = kind == Kind.COUNT_ROWS ? Kind.COUNT : kind;
    }
    boolean counts = kind == Kind.COUNT || kind == Kind.COUNT_ROWS;
    Type type = counts ? Type.COUNT : Type.ANY.arithmetic(ofValues(kind, name, call, arithmetic));
    return collected.column(AggregateFunction.of(kind, call, arithmetic), name, type);
  }

  private Type.Arithmetic arithmetic(Kind kind, Fragment call) {
    Symbols symbols = site.binder().symbols();
    return switch (kind) {
      case SUM -> symbols.arithmetic(call.parts().get(0));
      case AVG -> symbols.ofAverage(call.parts().get(0));
      default -> Type.Arithmetic.EXACT;
    };
  }

  /** Whether sums of what the function has found are exact. */
  private Type.Arithmetic ofValues(
      Kind kind, String name, Fragment call, Type.Arithmetic ofFunction) {
    return switch (kind) {
      case MIN, MAX -> site.binder().symbols().arithmetic(call.parts().get(0));
      case OTHER -> name.equals("count") ? Type.Arithmetic.EXACT : Type.Arithmetic.APPROXIMATE;
      default -> ofFunction;
    };
  }

  private static Fragment verbatim(Fragment call, Expression condition) {
    return Fragment.of("{} FILTER (WHERE {})", call, condition).inlined(0);
  }

  /** The rows left out count as NULL, which these functions pass over. */
  private static Fragment conditional(String name, Fragment call, Expression condition) {
    Expression value = call.parts().isEmpty() ? Fragment.text("1") : call.parts().get(0);
    return Fragment.of(name + "({})", Fragment.of("CASE WHEN {} THEN {} END", condition, value));
  }

  private static Kind kind(String name, Fragment call) {
    boolean extreme = name.equals("min") || name.equals("max");
    if (extreme && Collations.of(call.parts().get(0)).isPresent()) {
      return Kind.OTHER; // its order is not that of the values
    }
    return switch (name) {
      case "count" -> call.parts().isEmpty() ? Kind.COUNT_ROWS : Kind.COUNT;
      case "sum" -> Kind.SUM;
      case "avg" -> Kind.AVG;
      case "min" -> Kind.MIN;
      case "max" -> Kind.MAX;
      default -> Kind.OTHER;
    };
  }
}
