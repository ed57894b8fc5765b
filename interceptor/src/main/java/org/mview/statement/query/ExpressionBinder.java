package org.mview.statement.query;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.sf.jsqlparser.expression.AnalyticExpression;
import net.sf.jsqlparser.expression.ArrayConstructor;
import net.sf.jsqlparser.expression.BinaryExpression;
import net.sf.jsqlparser.expression.BooleanValue;
import net.sf.jsqlparser.expression.CaseExpression;
import net.sf.jsqlparser.expression.CastExpression;
import net.sf.jsqlparser.expression.CollateExpression;
import net.sf.jsqlparser.expression.DateTimeLiteralExpression;
import net.sf.jsqlparser.expression.DateUnitExpression;
import net.sf.jsqlparser.expression.DoubleValue;
import net.sf.jsqlparser.expression.ExtractExpression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.HexValue;
import net.sf.jsqlparser.expression.IntervalExpression;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.expression.NotExpression;
import net.sf.jsqlparser.expression.NullValue;
import net.sf.jsqlparser.expression.SignedExpression;
import net.sf.jsqlparser.expression.StringValue;
import net.sf.jsqlparser.expression.TimeKeyExpression;
import net.sf.jsqlparser.expression.WhenClause;
import net.sf.jsqlparser.expression.operators.conditional.AndExpression;
import net.sf.jsqlparser.expression.operators.relational.Between;
import net.sf.jsqlparser.expression.operators.relational.InExpression;
import net.sf.jsqlparser.expression.operators.relational.IsBooleanExpression;
import net.sf.jsqlparser.expression.operators.relational.IsDistinctExpression;
import net.sf.jsqlparser.expression.operators.relational.IsNullExpression;
import net.sf.jsqlparser.expression.operators.relational.LikeExpression;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.select.Select;
import org.mview.sql.Expression;
import org.mview.sql.Fragment;
import org.mview.sql.Same;

/**
 * An expression of the parser → ours: its text with holes, each node a fragment of its own, so that
 * equal parts of a query are equal values.
 *
 * <p>A node is taken over only if its template, filled with the texts of its children, reads like
 * the node itself.
 */
final class ExpressionBinder {
  /** Operators of which databases and the parser do not agree how tight they bind. */
  private static final Set<String> ARITHMETIC =
      Set.of("||", "*", "/", "%", "+", "-", "<<", ">>", "&", "|", "^");

  private final Site site;

  ExpressionBinder(Site site) {
    this.site = site;
  }

  Site site() {
    return site;
  }

  /** The conditions that AND joins in an expression. */
  List<Expression> conditions(net.sf.jsqlparser.expression.Expression expression)
      throws SQLException {
    List<Expression> all = new ArrayList<>();
    for (net.sf.jsqlparser.expression.Expression condition : conjuncts(expression)) {
      all.add(bind(condition));
    }
    return all;
  }

  /** The nodes that AND joins in an expression. */
  static List<net.sf.jsqlparser.expression.Expression> conjuncts(
      net.sf.jsqlparser.expression.Expression expression) {
    if (expression instanceof AndExpression and) {
      List<net.sf.jsqlparser.expression.Expression> all =
          new ArrayList<>(conjuncts(and.getLeftExpression()));
      all.addAll(conjuncts(and.getRightExpression()));
      return all;
    }
    return inParentheses(expression)
        .map(ExpressionBinder::conjuncts)
        .orElseGet(() -> List.of(expression));
  }

  Expression bind(net.sf.jsqlparser.expression.Expression node) throws SQLException {
    Optional<net.sf.jsqlparser.expression.Expression> inner = inParentheses(node);
    if (inner.isPresent()) {
      return bind(inner.get());
    } else if (node instanceof Column column) {
      return column(column);
    } else if (node instanceof DateUnitExpression unit) {
      return site.scope().find(unit.toString()); // a column called DAY, MONTH, YEAR …
    } else if (node instanceof Function function) {
      return new FunctionBinder(site).bind(function);
    } else if (node instanceof AnalyticExpression call) {
      return new WindowBinder(site).bind(call);
    } else if (node instanceof Select select) {
      return new ScalarSubqueries(site).value(select);
    } else if (SubqueryTest.of(node).isPresent()) {
      return new SubqueryMarkers(site).bind(SubqueryTest.of(node).get());
    }
    return operator(node);
  }

  private Expression operator(net.sf.jsqlparser.expression.Expression node) throws SQLException {
    if (node instanceof CaseExpression choice) {
      return choice(choice);
    } else if (node instanceof LikeExpression like) {
      return like(like);
    } else if (RowComparison.isOne(node)) {
      return new RowComparison(this).bind((BinaryExpression) node);
    } else if (ArrayComparison.isOne(node)) {
      return new ArrayComparison(this).bind((BinaryExpression) node);
    } else if (node instanceof IsDistinctExpression distinct) {
      return distinct(distinct);
    } else if (node instanceof BinaryExpression binary) {
      return binary(binary);
    } else if (node instanceof Between between) {
      return between(between);
    } else if (node instanceof InExpression in) {
      return in(in);
    }
    return simple(node);
  }

  private Expression between(Between between) throws SQLException {
    checkEnd(between);
    Expression shape =
        shape(
            between,
            between.isNot() ? "{} NOT BETWEEN {} AND {}" : "{} BETWEEN {} AND {}",
            between.getLeftExpression(),
            between.getBetweenExpressionStart(),
            between.getBetweenExpressionEnd());
    Comparison.check(shape.parts().get(0), shape.parts().get(1));
    Comparison.check(shape.parts().get(0), shape.parts().get(2));
    return shape;
  }

  private Expression simple(net.sf.jsqlparser.expression.Expression node) throws SQLException {
    if (node instanceof NotExpression not) {
      return shape(node, "NOT {}", not.getExpression());
    } else if (node instanceof SignedExpression signed) {
      return shape(node, signed.getSign() + "{}", signed.getExpression());
    } else if (node instanceof IsNullExpression isNull) {
      return isNull(isNull);
    } else if (node instanceof IsBooleanExpression is) {
      String template = "{} IS " + (is.isNot() ? "NOT " : "") + (is.isTrue() ? "TRUE" : "FALSE");
      return shape(node, template, is.getLeftExpression());
    } else if (node instanceof CastExpression cast && cast.isImplicitCast()) {
      return Fragment.text(node.toString()); // DATE '2020-01-01'
    } else if (node instanceof CastExpression cast && isPostfix(cast)) {
      return postfixCast(cast);
    } else if (node instanceof ExtractExpression extract) {
      return shape(
          node, "EXTRACT(%s FROM {})".formatted(extract.getName()), extract.getExpression());
    } else if (node instanceof CastExpression cast) {
      String template = "%s({} AS %s)".formatted(cast.keyword, cast.getColDataType());
      return shape(node, template, cast.getLeftExpression());
    } else if (node instanceof ArrayConstructor array) {
      return new ArrayComparison(this).array(array);
    } else if (node instanceof CollateExpression collate) {
      return shape(node, "{} COLLATE " + collate.getCollate(), collate.getLeftExpression());
    } else if (node instanceof TimeKeyExpression) {
      throw new NotUnderstood("%s gives another value at another time".formatted(node));
    } else if (isLiteral(node)) {
      return Fragment.text(node.toString());
    }
    throw new NotUnderstood("an expression that is not understood: %s".formatted(node));
  }

  private static boolean isPostfix(CastExpression cast) {
    return cast.keyword == null || cast.keyword.isEmpty();
  }

  /**
   * {@code a || b::text}: of how much it is the type, the parser and the database may not agree.
   */
  private Expression postfixCast(CastExpression cast) throws SQLException {
    net.sf.jsqlparser.expression.Expression value = cast.getLeftExpression();
    boolean isOne =
        value instanceof Column
            || value instanceof Function
            || value instanceof CastExpression
            || inParentheses(value).isPresent()
            || isLiteral(value);
    if (!isOne) {
      throw new NotUnderstood("a cast needs parentheses: %s".formatted(cast));
    }
    return shape(cast, "{}::" + cast.getColDataType(), value);
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
        || node instanceof DateTimeLiteralExpression
        || (node instanceof IntervalExpression interval && interval.getExpression() == null)
        || node instanceof BooleanValue;
  }

  static Optional<net.sf.jsqlparser.expression.Expression> inParentheses(
      net.sf.jsqlparser.expression.Expression node) {
    return node instanceof ParenthesedExpressionList<?> list && list.size() == 1
        ? Optional.of(list.get(0))
        : Optional.empty();
  }

  private Expression column(Column column) {
    Whole.check(column);
    String name = Quoting.without(column.getColumnName());
    return column.getTable() == null || column.getTable().getName() == null
        ? site.scope().find(name)
        : site.scope().find(Quoting.without(column.getTable().getName()), name);
  }

  private Expression isNull(IsNullExpression isNull) throws SQLException {
    boolean not = isNull.isNot() || isNull.isUseNotNull();
    String written =
        isNull.isUseNotNull()
            ? "{} NOTNULL"
            : isNull.isUseIsNull() ? "{} ISNULL" : not ? "{} IS NOT NULL" : "{} IS NULL";
    Template.check(isNull, written, List.of(isNull.getLeftExpression()));
    return Fragment.of(not ? "{} IS NOT NULL" : "{} IS NULL", bind(isNull.getLeftExpression()));
  }

  private Expression distinct(IsDistinctExpression distinct) throws SQLException {
    String template = distinct.isNot() ? "{} IS NOT DISTINCT FROM {}" : "{} IS DISTINCT FROM {}";
    Template.check(
        distinct, template, List.of(distinct.getLeftExpression(), distinct.getRightExpression()));
    Expression left = bind(distinct.getLeftExpression());
    Expression right = bind(distinct.getRightExpression());
    if (site.binder().isTyped()) {
      return Fragment.of(template, left, right); // in lookups alone NULL may stand for false
    }
    Same same = Comparison.same(left, right);
    return distinct.isNot() ? same : Fragment.of("NOT {}", same);
  }

  private Expression binary(BinaryExpression binary) throws SQLException {
    Expression left = bind(binary.getLeftExpression());
    Expression right = bind(binary.getRightExpression());
    String operator = binary.getStringExpression();
    Template.check(
        binary,
        "{} " + operator + " {}",
        List.of(binary.getLeftExpression(), binary.getRightExpression()));
    if (Comparison.isOne(operator)) {
      return Comparison.of(left, operator, right);
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
    String not = like.isNot() ? "NOT " : "";
    String escape = like.getEscape() == null ? "" : " ESCAPE {}";
    List<net.sf.jsqlparser.expression.Expression> children = new ArrayList<>();
    children.add(like.getLeftExpression());
    children.add(like.getRightExpression());
    if (like.getEscape() != null) {
      children.add(like.getEscape());
    }
    Template.check(like, "{} " + not + like.getLikeKeyWord() + " {}" + escape, children);
    boolean glob = like.getLikeKeyWord() == LikeExpression.KeyWord.RLIKE;
    String keyword = glob ? "GLOB" : like.getLikeKeyWord().toString();
    return Fragment.of("{} " + not + keyword + " {}" + escape, all(children));
  }

  private Expression in(InExpression in) throws SQLException {
    if (!(in.getRightExpression() instanceof ParenthesedExpressionList<?> list)) {
      throw new NotUnderstood("an expression that is not understood: %s".formatted(in));
    }
    List<net.sf.jsqlparser.expression.Expression> parts = new ArrayList<>();
    parts.add(in.getLeftExpression());
    parts.addAll(list);
    String template = (in.isNot() ? "{} NOT IN (" : "{} IN (") + Template.holes(list.size()) + ")";
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
    Expression shape =
        shape(
            choice,
            template.toString(),
            parts.toArray(net.sf.jsqlparser.expression.Expression[]::new));
    if (choice.getSwitchExpression() != null) {
      for (int i = 0; i < choice.getWhenClauses().size(); i++) {
        Comparison.check(shape.parts().get(0), shape.parts().get(2 * i + 1));
      }
    }
    return shape;
  }

  /** The fragment of a template, if that says all that the node says. */
  private Expression shape(
      net.sf.jsqlparser.expression.Expression node,
      String template,
      net.sf.jsqlparser.expression.Expression... children)
      throws SQLException {
    Template.check(node, template, List.of(children));
    return Fragment.of(template, all(List.of(children)));
  }

  List<Expression> all(List<? extends net.sf.jsqlparser.expression.Expression> nodes)
      throws SQLException {
    List<Expression> parts = new ArrayList<>();
    for (net.sf.jsqlparser.expression.Expression node : nodes) {
      parts.add(bind(node));
    }
    return parts;
  }
}
