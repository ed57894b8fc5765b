package org.mview.lowering;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mview.sql.Column;
import org.mview.sql.Expression;
import org.mview.sql.Fragment;
import org.mview.sql.Identifier;
import org.mview.sql.Qualified;
import org.mview.sql.Query;
import org.mview.sql.Query.From;
import org.mview.sql.Query.Outer;

/**
 * A query block in the making.
 *
 * @param values how each column of the relation is computed in this block
 * @param weights factors of the weight of a row; none means 1
 * @param negative whether the weight is to be turned
 * @param grouped whether there is a GROUP BY: then only conditions on groups, and expressions, can
 *     still be put on top
 * @param windowed whether a value is that of a window function: then only expressions can
 * @param small whether the first thing in FROM holds few rows, so that the database is to start
 *     there
 */
record Block(
    List<Source> from,
    List<Expression> where,
    Map<Column, Expression> values,
    List<Expression> weights,
    boolean negative,
    boolean grouped,
    boolean windowed,
    List<Expression> groupBy,
    List<Expression> having,
    boolean small) {

  /** Something in FROM, and the keys by which one of its rows is found. */
  record Source(From from, List<List<Expression>> keys) {}

  /** One row that needs not be read. */
  static Block ofOneRow(Map<Column, Expression> values) {
    return of(List.of(), values, true);
  }

  static Block of(Source source, Map<Column, Expression> values, boolean small) {
    return of(List.of(source), values, small);
  }

  private static Block of(List<Source> from, Map<Column, Expression> values, boolean small) {
    return new Block(
        from, List.of(), values, List.of(), false, false, false, List.of(), List.of(), small);
  }

  Block withWhere(List<Expression> more) {
    return new Block(
        from,
        concat(where, more),
        values,
        weights,
        negative,
        grouped,
        windowed,
        groupBy,
        having,
        small);
  }

  Block withHaving(List<Expression> more) {
    return new Block(
        from,
        where,
        values,
        weights,
        negative,
        grouped,
        windowed,
        groupBy,
        concat(having, more),
        small);
  }

  Block withValues(Map<Column, Expression> others) {
    return new Block(
        from, where, others, weights, negative, grouped, windowed, groupBy, having, small);
  }

  Block withWeight(List<Expression> factors, boolean turned) {
    return new Block(
        from, where, values, factors, turned, grouped, windowed, groupBy, having, small);
  }

  Block grouped(Map<Column, Expression> others, List<Expression> by, List<Expression> weight) {
    return new Block(from, where, others, weight, false, true, false, by, having, small);
  }

  /** More values, computed from all rows at once. */
  Block windowed(Map<Column, Expression> more) {
    Map<Column, Expression> all = new LinkedHashMap<>(values);
    all.putAll(more);
    return new Block(from, where, all, weights, negative, grouped, true, groupBy, having, small);
  }

  /** With something that is joined to all that is there, and under which conditions. */
  Block outerJoined(Source source, List<Expression> on, Map<Column, Expression> more) {
    Map<Column, Expression> all = new LinkedHashMap<>(values);
    all.putAll(more);
    From plain = source.from();
    From outer = new From(plain.source(), plain.alias(), false, Optional.of(new Outer(on)));
    return new Block(
        concat(from, List.of(new Source(outer, source.keys()))),
        where,
        all,
        weights,
        negative,
        grouped,
        windowed,
        groupBy,
        having,
        small);
  }

  /** Both blocks as one; what is known to be small comes first. */
  Block joined(Block other) {
    if (other.small && !small) {
      return other.joined(this);
    }
    Map<Column, Expression> all = new LinkedHashMap<>(values);
    all.putAll(other.values);
    return new Block(
        concat(from, other.from),
        concat(where, other.where),
        all,
        concat(weights, other.weights),
        negative != other.negative,
        false,
        false,
        List.of(),
        List.of(),
        small);
  }

  /** Whether this is one table, and each value one of its columns, NULL when there is no row. */
  boolean isTable() {
    return from.size() == 1 && values.values().stream().allMatch(Qualified.class::isInstance);
  }

  /**
   * Whether a value is a key of the groups, and another key is a column of the same name: MySQL and
   * MariaDB do not find either in HAVING, unless it is selected.
   */
  boolean hasTwinOf(Expression value) {
    return value instanceof Qualified key
        && groupBy.contains(key)
        && groupBy.stream()
            .filter(Qualified.class::isInstance)
            .map(Qualified.class::cast)
            .anyMatch(other -> !other.equals(key) && isSameName(other.name(), key.name()));
  }

  private static boolean isSameName(Identifier one, Identifier other) {
    return one.text().equalsIgnoreCase(other.text());
  }

  /** Whether a row may have a weight other than 1. */
  boolean isSigned() {
    return negative || !weights.isEmpty();
  }

  /** The weight of a row as a number. */
  Expression weight() {
    List<Expression> factors = new ArrayList<>(weights);
    if (factors.isEmpty()) {
      return Fragment.text(negative ? "-1" : "1");
    }
    if (negative) {
      factors.add(Fragment.text("-1"));
    }
    return Fragment.of("{}" + " * {}".repeat(factors.size() - 1), factors);
  }

  /** An expression over the columns of the relation, as this block computes it. */
  Expression substitute(Expression expression) {
    return expression.mapColumns(values::get);
  }

  List<Expression> substitute(List<? extends Expression> expressions) {
    return expressions.stream().map(this::substitute).toList();
  }

  Query.Select select(List<Query.Item> items) {
    return new Query.Select(items, JoinOrder.of(this), where, groupBy, having);
  }

  private static <T> List<T> concat(List<T> first, List<T> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }
}
