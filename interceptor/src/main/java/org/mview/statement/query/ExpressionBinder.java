package org.mview.statement.query;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.sf.jsqlparser.expression.BinaryExpression;
import net.sf.jsqlparser.expression.BooleanValue;
import net.sf.jsqlparser.expression.CaseExpression;
import net.sf.jsqlparser.expression.CastExpression;
import net.sf.jsqlparser.expression.CollateExpression;
import net.sf.jsqlparser.expression.DateUnitExpression;
import net.sf.jsqlparser.expression.DoubleValue;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.HexValue;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.expression.NotExpression;
import net.sf.jsqlparser.expression.NullValue;
import net.sf.jsqlparser.expression.SignedExpression;
import net.sf.jsqlparser.expression.StringValue;
import net.sf.jsqlparser.expression.TimeKeyExpression;
import net.sf.jsqlparser.expression.WhenClause;
import net.sf.jsqlparser.expression.operators.conditional.AndExpression;
import net.sf.jsqlparser.expression.operators.relational.Between;
import net.sf.jsqlparser.expression.operators.relational.EqualsTo;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;
import net.sf.jsqlparser.expression.operators.relational.InExpression;
import net.sf.jsqlparser.expression.operators.relational.IsNullExpression;
import net.sf.jsqlparser.expression.operators.relational.LikeExpression;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.select.AllColumns;
import net.sf.jsqlparser.statement.select.Select;
import org.mview.algebra.AggregateFunction;
import org.mview.algebra.AggregateFunction.Kind;
import org.mview.sql.Expression;
import org.mview.sql.Fragment;
import org.mview.sql.Type;

/**
 * An expression of the parser → ours: its text with holes, each node a fragment of its own, so that
 * equal parts of a query are equal values.
 *
 * <p>A node is taken over only if its template, filled with the texts of its children, reads like
 * the node itself.
 */
final class ExpressionBinder {
  private final Scope scope;
  private final FunctionKinds functions;
  private final Optional<Calls> calls;

  private ExpressionBinder(Scope scope, FunctionKinds functions, Optional<Calls> calls) {
    this.scope = scope;
    this.functions = functions;
    this.calls = calls;
  }

  /** Operators of which databases and the parser do not agree how tight they bind. */
  private static final Set<String> ARITHMETIC =
      Set.of("||", "*", "/", "%", "+", "-", "<<", ">>", "&", "|", "^");

  /** Binds expressions in which no aggregate function may stand. */
  static ExpressionBinder plain(Scope scope, FunctionKinds functions) {
    return new ExpressionBinder(scope, functions, Optional.empty());
  }

  /** Binds expressions whose aggregate functions are collected. */
  static ExpressionBinder collecting(Scope scope, FunctionKinds functions, Calls calls) {
    return new ExpressionBinder(scope, functions, Optional.of(calls));
  }

  /** The conditions that AND joins in an expression. */
  List<Expression> conditions(net.sf.jsqlparser.expression.Expression expression)
      throws SQLException {
    if (expression instanceof AndExpression and) {
      List<Expression> all = new ArrayList<>(conditions(and.getLeftExpression()));
      all.addAll(conditions(and.getRightExpression()));
      return all;
    }
    Optional<net.sf.jsqlparser.expression.Expression> inner = inParentheses(expression);
    return inner.isPresent() ? conditions(inner.get()) : List.of(bind(expression));
  }

  Expression bind(net.sf.jsqlparser.expression.Expression node) throws SQLException {
    Optional<net.sf.jsqlparser.expression.Expression> inner = inParentheses(node);
    if (inner.isPresent()) {
      return bind(inner.get());
    } else if (node instanceof Column column) {
      return column(column);
    } else if (node instanceof DateUnitExpression unit) {
      return scope.find(unit.toString()); // a column called DAY, MONTH, YEAR …
    } else if (node instanceof Function function) {
      return function(function);
    } else if (node instanceof CaseExpression choice) {
      return choice(choice);
    } else if (node instanceof LikeExpression like) {
      return like(like);
    } else if (node instanceof BinaryExpression binary) {
      return binary(binary);
    } else if (node instanceof Between between) {
      checkEnd(between);
      return shape(
          node,
          between.isNot() ? "{} NOT BETWEEN {} AND {}" : "{} BETWEEN {} AND {}",
          between.getLeftExpression(),
          between.getBetweenExpressionStart(),
          between.getBetweenExpressionEnd());
    } else if (node instanceof InExpression in) {
      return in(in);
    }
    return simple(node);
  }

  private Expression simple(net.sf.jsqlparser.expression.Expression node) throws SQLException {
    if (node instanceof NotExpression not) {
      return shape(node, "NOT {}", not.getExpression());
    } else if (node instanceof SignedExpression signed) {
      return shape(node, signed.getSign() + "{}", signed.getExpression());
    } else if (node instanceof IsNullExpression isNull) {
      String template = isNull.isNot() ? "{} IS NOT NULL" : "{} IS NULL";
      return shape(node, template, isNull.getLeftExpression());
    } else if (node instanceof CastExpression cast) {
      String template = "%s({} AS %s)".formatted(cast.keyword, cast.getColDataType());
      return shape(node, template, cast.getLeftExpression());
    } else if (node instanceof CollateExpression collate) {
      return shape(node, "{} COLLATE " + collate.getCollate(), collate.getLeftExpression());
    } else if (node instanceof TimeKeyExpression) {
      throw new NotUnderstood("%s gives another value at another time".formatted(node));
    } else if (isLiteral(node)) {
      return Fragment.text(node.toString());
    } else if (node instanceof Select) {
      throw new NotUnderstood("a subquery in an expression: %s".formatted(node));
    }
    throw new NotUnderstood("an expression that is not understood: %s".formatted(node));
  }

  /** BETWEEN 0 AND 2 = b: the parser and the database take it differently. */
  private static void checkEnd(Between between) {
    boolean compares =
        between.getBetweenExpressionEnd() instanceof BinaryExpression end && !isArithmetic(end);
    if (compares) {
      throw new NotUnderstood("BETWEEN needs parentheses: %s".formatted(between));
    }
  }

  private static boolean isLiteral(net.sf.jsqlparser.expression.Expression node) {
    return node instanceof LongValue
        || node instanceof DoubleValue
        || node instanceof StringValue
        || node instanceof NullValue
        || node instanceof HexValue
        || node instanceof BooleanValue;
  }

  private static Optional<net.sf.jsqlparser.expression.Expression> inParentheses(
      net.sf.jsqlparser.expression.Expression node) {
    return node instanceof ParenthesedExpressionList<?> list && list.size() == 1
        ? Optional.of(list.get(0))
        : Optional.empty();
  }

  private Expression column(Column column) {
    Whole.check(column);
    String name = Quoting.without(column.getColumnName());
    return column.getTable() == null || column.getTable().getName() == null
        ? scope.find(name)
        : scope.find(Quoting.without(column.getTable().getName()), name);
  }

  private Expression binary(BinaryExpression binary) throws SQLException {
    Expression left = bind(binary.getLeftExpression());
    Expression right = bind(binary.getRightExpression());
    String operator = binary.getStringExpression();
    checked(
        binary,
        "{} " + operator + " {}",
        List.of(binary.getLeftExpression(), binary.getRightExpression()));
    if (binary instanceof EqualsTo) {
      return Fragment.equal(left, right);
    }
    Fragment both = Fragment.of("{} " + operator + " {}", left, right);
    return isArithmetic(binary) ? flat(both, binary) : both;
  }

  /**
   * The same text without parentheses where there were none: which operator binds tighter is the
   * database's to say, and the parser does not always agree with it.
   */
  private static Fragment flat(Fragment both, BinaryExpression binary) {
    Fragment flat = both;
    if (isArithmetic(binary.getRightExpression())) {
      flat = flat.inlined(1);
    }
    return isArithmetic(binary.getLeftExpression()) ? flat.inlined(0) : flat;
  }

  private static boolean isArithmetic(net.sf.jsqlparser.expression.Expression node) {
    return node instanceof BinaryExpression binary
        && ARITHMETIC.contains(binary.getStringExpression());
  }

  private Expression like(LikeExpression like) throws SQLException {
    String operator = (like.isNot() ? "NOT " : "") + like.getLikeKeyWord();
    return like.getEscape() == null
        ? shape(like, "{} " + operator + " {}", like.getLeftExpression(), like.getRightExpression())
        : shape(
            like,
            "{} " + operator + " {} ESCAPE {}",
            like.getLeftExpression(),
            like.getRightExpression(),
            like.getEscape());
  }

  private Expression in(InExpression in) throws SQLException {
    if (!(in.getRightExpression() instanceof ParenthesedExpressionList<?> list)) {
      throw new NotUnderstood("a subquery in an expression: %s".formatted(in));
    }
    List<net.sf.jsqlparser.expression.Expression> parts = new ArrayList<>();
    parts.add(in.getLeftExpression());
    parts.addAll(list);
    String template = (in.isNot() ? "{} NOT IN (" : "{} IN (") + holes(list.size()) + ")";
    return shape(in, template, parts.toArray(net.sf.jsqlparser.expression.Expression[]::new));
  }

  private Expression choice(CaseExpression choice) throws SQLException {
    StringBuilder template = new StringBuilder("CASE");
    List<net.sf.jsqlparser.expression.Expression> parts = new ArrayList<>();
    if (choice.getSwitchExpression() != null) {
      template.append(" {}");
      parts.add(choice.getSwitchExpression());
    }
    for (WhenClause when : choice.getWhenClauses()) {
      template.append(" WHEN {} THEN {}");
      parts.add(when.getWhenExpression());
      parts.add(when.getThenExpression());
    }
    if (choice.getElseExpression() != null) {
      template.append(" ELSE {}");
      parts.add(choice.getElseExpression());
    }
    template.append(" END");
    return shape(
        choice, template.toString(), parts.toArray(net.sf.jsqlparser.expression.Expression[]::new));
  }

  private Expression function(Function function) throws SQLException {
    Whole.check(function);
    List<String> arguments =
        function.getParameters() == null
            ? List.of()
            : function.getParameters().stream().map(Object::toString).toList();
    String name = function.getName();
    return switch (functions.kind(name.toLowerCase(Locale.ROOT), arguments)) {
      case SCALAR -> call(function, this);
      case AGGREGATE -> aggregate(function);
      case VOLATILE ->
          throw new NotUnderstood("%s gives another value at another time".formatted(function));
      case UNKNOWN ->
          throw new NotUnderstood("function %s is not known to be deterministic".formatted(name));
    };
  }

  private static Fragment call(Function function, ExpressionBinder arguments) throws SQLException {
    ExpressionList<?> parameters = function.getParameters();
    List<Expression> parts = new ArrayList<>();
    if (parameters != null && !isStar(function)) {
      for (net.sf.jsqlparser.expression.Expression parameter : parameters) {
        parts.add(arguments.bind(parameter));
      }
    }
    String list = isStar(function) ? "*" : holes(parts.size());
    String distinct = function.isDistinct() ? "DISTINCT " : "";
    return Fragment.of(function.getName() + "(" + distinct + list + ")", parts);
  }

  private static boolean isStar(Function function) {
    return function.isAllColumns()
        || (function.getParameters() != null
            && function.getParameters().size() == 1
            && function.getParameters().get(0) instanceof AllColumns);
  }

  private Expression aggregate(Function function) throws SQLException {
    Calls collected =
        calls.orElseThrow(
            () -> new NotUnderstood("%s where no aggregate can be".formatted(function)));
    Fragment call = call(function, plain(scope, functions));
    String name = function.getName().toLowerCase(Locale.ROOT);
    Kind kind = function.isDistinct() || call.parts().size() > 1 ? Kind.OTHER : kind(name, call);
    Type.Arithmetic arithmetic =
        kind == Kind.SUM || kind == Kind.AVG
            ? Arithmetics.of(call.parts().get(0))
            : Type.Arithmetic.EXACT;
    boolean counts = kind == Kind.COUNT || kind == Kind.COUNT_ROWS;
    Type type = counts ? Type.COUNT : Type.ANY.arithmetic(arithmetic);
    return collected.column(AggregateFunction.of(kind, call, arithmetic), name, type);
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

  /** The fragment of a template, if that says all that the node says. */
  private Expression shape(
      net.sf.jsqlparser.expression.Expression node,
      String template,
      net.sf.jsqlparser.expression.Expression... children)
      throws SQLException {
    checked(node, template, List.of(children));
    List<Expression> parts = new ArrayList<>();
    for (net.sf.jsqlparser.expression.Expression child : children) {
      parts.add(bind(child));
    }
    return Fragment.of(template, parts);
  }

  private static void checked(
      net.sf.jsqlparser.expression.Expression node,
      String template,
      List<net.sf.jsqlparser.expression.Expression> children) {
    String filled =
        Fragment.of(template, children.stream().map(c -> Fragment.text(c.toString())).toList())
            .toString();
    if (!filled.equalsIgnoreCase(node.toString())) {
      throw new NotUnderstood("an expression that is not understood: %s".formatted(node));
    }
  }

  private static String holes(int number) {
    return Stream.generate(() -> "{}").limit(number).collect(Collectors.joining(", "));
  }
}
