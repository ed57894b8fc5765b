package org.mview.delta;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.mview.algebra.Aggregate;
import org.mview.algebra.AggregateFunction;
import org.mview.algebra.Changes;
import org.mview.algebra.Copies;
import org.mview.algebra.Filter;
import org.mview.algebra.Join;
import org.mview.algebra.Negate;
import org.mview.algebra.Net;
import org.mview.algebra.OuterJoin;
import org.mview.algebra.Project;
import org.mview.algebra.Relation;
import org.mview.algebra.Restrict;
import org.mview.algebra.Scan;
import org.mview.algebra.SemiJoin;
import org.mview.algebra.Stored;
import org.mview.algebra.Top;
import org.mview.algebra.UnionAll;
import org.mview.algebra.Weighed;
import org.mview.algebra.Window;
import org.mview.delta.Bag.Row;
import org.mview.sql.Absent;
import org.mview.sql.Average;
import org.mview.sql.Column;
import org.mview.sql.Expression;
import org.mview.sql.Fragment;
import org.mview.sql.Guarded;
import org.mview.sql.KeyEqual;
import org.mview.sql.Same;

/** What a relation is, over tables in memory: the plainest evaluator there can be, for tests. */
final class Meaning {
  /** A value that had to be exact is not. */
  static final class Inexact extends RuntimeException {}

  private final Map<String, Bag> tables;
  private final Map<String, Bag> changes;
  private final Map<String, Bag> stored;

  /** Tables and changes hold, for each table, all of its columns in order. */
  Meaning(Map<String, Bag> tables, Map<String, Bag> changes, Map<String, Bag> stored) {
    this.tables = tables;
    this.changes = changes;
    this.stored = stored;
  }

  Bag of(Relation relation) {
    if (relation instanceof Scan scan) {
      return read(scan, tables);
    } else if (relation instanceof Changes change) {
      return read(change.of(), changes);
    } else if (relation instanceof Stored kept) {
      return stored.get(kept.name());
    } else if (relation instanceof Filter filter) {
      List<Column> columns = filter.columns();
      return each(
          filter.input(),
          (row, out) -> {
            if (all(filter.conditions(), columns, row)) {
              out.add(row, 1);
            }
          });
    } else if (relation instanceof Project project) {
      List<Column> columns = project.input().columns();
      return each(
          project.input(),
          (row, out) ->
              out.add(
                  Row.of(
                      project.items().stream()
                          .map(item -> value(item.value(), new Bound(columns, row)))
                          .toList()),
                  1));
    } else if (relation instanceof Negate negate) {
      return each(negate.input(), (row, out) -> out.add(row, -1));
    } else if (relation instanceof Net net) {
      return of(net.input());
    } else if (relation instanceof Copies copies) {
      Bag bag = new Bag();
      of(copies.input()).forEach((row, weight) -> bag.add(row, Math.max(weight, 0)));
      return bag;
    } else if (relation instanceof Weighed weighed) {
      Bag bag = new Bag();
      of(weighed.input())
          .forEach((row, weight) -> bag.add(append(row, Row.of(List.of(Value.of(weight)))), 1));
      return bag;
    } else if (relation instanceof UnionAll union) {
      Bag bag = new Bag();
      union.inputs().forEach(input -> bag.addAll(of(input), 1));
      return bag;
    } else if (relation instanceof Join join) {
      return join(join);
    } else if (relation instanceof SemiJoin semi) {
      return semiJoin(semi);
    } else if (relation instanceof OuterJoin outer) {
      return outerJoin(outer);
    } else if (relation instanceof Window window) {
      return new WindowMeaning(window).of(plain(window.input()));
    } else if (relation instanceof Top top) {
      return top(top);
    } else if (relation instanceof Restrict restrict) {
      return restrict(restrict);
    }
    return aggregate((Aggregate) relation);
  }

  private interface Step {
    void apply(Row row, Bag out);
  }

  private Bag each(Relation input, Step step) {
    Bag result = new Bag();
    of(input)
        .forEach(
            (row, weight) -> {
              Bag out = new Bag();
              step.apply(row, out);
              result.addAll(out, weight);
            });
    return result;
  }

  private static Bag read(Scan scan, Map<String, Bag> from) {
    List<Integer> places =
        scan.sources().stream()
            .map(
                source ->
                    scan.table().columns().stream().map(c -> c.name()).toList().indexOf(source))
            .toList();
    Bag bag = new Bag();
    from.getOrDefault(scan.table().toString(), new Bag())
        .forEach((row, weight) -> bag.add(Row.of(places.stream().map(row::at).toList()), weight));
    return bag;
  }

  private Bag join(Join join) {
    Bag left = of(join.left());
    Bag right = of(join.right());
    List<Column> columns = join.columns();
    Bag bag = new Bag();
    left.forEach(
        (l, lw) ->
            right.forEach(
                (r, rw) -> {
                  Row both = append(l, r);
                  if (all(join.conditions(), columns, both)) {
                    bag.add(both, lw * rw);
                  }
                }));
    return bag;
  }

  private Bag semiJoin(SemiJoin semi) {
    Bag right = of(semi.right());
    List<Column> columns = both(semi.left(), semi.right());
    return each(
        semi.left(),
        (row, out) -> {
          if (partners(row, right, columns, semi.conditions()) > 0 != semi.anti()) {
            out.add(row, 1);
          }
        });
  }

  private Bag outerJoin(OuterJoin outer) {
    Bag left = outer.full() ? bag(plain(outer.left())) : of(outer.left());
    Bag right = bag(plain(outer.right()));
    Bag bag = join(new Join(outer.left(), outer.right(), outer.conditions()));
    List<Column> columns = both(outer.left(), outer.right());
    left.forEach(
        (l, weight) -> {
          if (partners(l, right, columns, outer.conditions()) == 0) {
            bag.add(append(l, nulls(outer.right())), weight);
          }
        });
    if (outer.full()) {
      List<Column> turned = both(outer.right(), outer.left());
      right.forEach(
          (r, weight) -> {
            if (partners(r, left, turned, outer.conditions()) == 0) {
              bag.add(append(nulls(outer.left()), r), weight);
            }
          });
    }
    return bag;
  }

  private static long partners(
      Row row, Bag others, List<Column> columns, List<Expression> conditions) {
    long weight = 0;
    for (Row other : others.rows()) {
      if (all(conditions, columns, append(row, other))) {
        weight += others.weight(other);
      }
    }
    return weight;
  }

  private static List<Column> both(Relation left, Relation right) {
    List<Column> columns = new ArrayList<>(left.columns());
    columns.addAll(right.columns());
    return columns;
  }

  private static Row nulls(Relation relation) {
    return Row.of(relation.columns().stream().map(column -> Value.NULL).toList());
  }

  private static Bag bag(List<Row> rows) {
    return Bag.of(rows);
  }

  /** Rows that occur, each as often as it does; none that is to be taken off. */
  private List<Row> plain(Relation relation) {
    List<Row> rows = new ArrayList<>();
    of(relation)
        .forEach(
            (row, weight) -> {
              if (weight < 0) {
                throw new IllegalStateException("rows that are to be taken off, below " + relation);
              }
              rows.addAll(Collections.nCopies(weight.intValue(), row));
            });
    return rows;
  }

  private Bag top(Top top) {
    Comparator<Row> order =
        top.order().stream()
            .map(term -> term(term, top.input()))
            .reduce(Comparator::thenComparing)
            .orElse(Comparator.naturalOrder());
    return Bag.of(
        plain(top.input()).stream().sorted(order).skip(top.skipped()).limit(top.rows()).toList());
  }

  private static Comparator<Row> term(Expression term, Relation input) {
    boolean down = ((Fragment) term).pieces().get(1).equals(" DESC");
    Expression value = term.parts().get(0);
    List<Column> columns = input.columns();
    Comparator<Row> up = Comparator.comparing(row -> value(value, new Bound(columns, row)));
    return down ? up.reversed() : up;
  }

  private Bag restrict(Restrict restrict) {
    Bag keys = of(restrict.keys());
    List<Integer> places = restrict.on().stream().map(restrict.input().columns()::indexOf).toList();
    return each(
        restrict.input(),
        (row, out) -> {
          Row key = Row.of(places.stream().map(row::at).toList());
          if (keys.weight(key) != 0) {
            out.add(row, 1);
          }
        });
  }

  private Bag aggregate(Aggregate aggregate) {
    Map<Row, List<Row>> groups = new TreeMap<>();
    if (aggregate.isTotal()) {
      groups.put(Row.of(List.of()), new ArrayList<>());
    }
    List<Column> columns = aggregate.input().columns();
    of(aggregate.input())
        .forEach(
            (row, weight) -> {
              if (weight < 0 && !aggregate.calls().isEmpty()) {
                throw new IllegalStateException("an aggregate of rows that are to be taken off");
              }
              Bound bound = new Bound(columns, row);
              Row key = Row.of(aggregate.keys().stream().map(bound::at).toList());
              List<Row> group = groups.computeIfAbsent(key, k -> new ArrayList<>());
              for (long i = 0; i < weight; i++) {
                group.add(row);
              }
            });
    Bag bag = new Bag();
    groups.forEach(
        (key, rows) -> {
          List<Value> values = new ArrayList<>(key.values());
          aggregate.calls().forEach(c -> values.add(call(c.function(), columns, rows)));
          bag.add(Row.of(values), 1);
        });
    return bag;
  }

  private Value call(AggregateFunction function, List<Column> columns, List<Row> rows) {
    if (function.kind() == AggregateFunction.Kind.COUNT_ROWS) {
      return Value.of(rows.size());
    }
    List<Value> values =
        rows.stream()
            .map(row -> value(function.argument(), new Bound(columns, row)))
            .filter(value -> !value.isNull())
            .toList();
    Value sum = values.stream().reduce(Value.of(0), Value::plus);
    return switch (function.kind()) {
      case COUNT -> Value.of(values.size());
      case SUM -> values.isEmpty() ? Value.NULL : sum;
      case AVG -> values.isEmpty() ? Value.NULL : Value.approximate(sum.number() / values.size());
      case MIN ->
          values.stream().reduce((a, b) -> a.number() <= b.number() ? a : b).orElse(Value.NULL);
      case MAX ->
          values.stream().reduce((a, b) -> a.number() >= b.number() ? a : b).orElse(Value.NULL);
      default -> Value.of(values.stream().distinct().count());
    };
  }

  static Row append(Row left, Row right) {
    List<Value> values = new ArrayList<>(left.values());
    values.addAll(right.values());
    return Row.of(values);
  }

  private static boolean all(List<Expression> conditions, List<Column> columns, Row row) {
    Bound bound = new Bound(columns, row);
    return conditions.stream().allMatch(condition -> value(condition, bound).isTrue());
  }

  static Value value(Expression expression, Bound bound) {
    if (expression instanceof Column column) {
      return bound.at(column);
    } else if (expression instanceof Absent) {
      return Value.NULL;
    } else if (expression instanceof KeyEqual equal) {
      return Value.of(value(equal.key(), bound).equals(value(equal.other(), bound)));
    } else if (expression instanceof Same same) {
      return Value.of(value(same.left(), bound).equals(value(same.right(), bound)));
    } else if (expression instanceof Guarded guarded) {
      Value value = value(guarded.value(), bound);
      if (value.kind() == Value.Kind.APPROXIMATE) {
        throw new Inexact();
      }
      return value;
    } else if (expression instanceof Average average) {
      Value sum = value(average.sum(), bound);
      Value count = value(average.count(), bound);
      return sum.isNull() || count.number() == 0
          ? Value.NULL
          : Value.approximate(sum.number() / count.number());
    }
    Fragment fragment = (Fragment) expression;
    String template = String.join("{}", fragment.pieces());
    if (fragment.parts().isEmpty()) {
      if (template.equals("NULL")) {
        return Value.NULL;
      }
      return Value.of(Long.parseLong(template));
    }
    return operator(template, i -> value(fragment.parts().get(i), bound));
  }

  private static Value operator(String template, Function<Integer, Value> part) {
    return switch (template) {
      case "{} = {}" -> compare(part.apply(0), part.apply(1), c -> c == 0);
      case "{} <= {}" -> compare(part.apply(0), part.apply(1), c -> c <= 0);
      case "{} >= {}" -> compare(part.apply(0), part.apply(1), c -> c >= 0);
      case "CASE WHEN {} > 0 THEN {} END" ->
          part.apply(0).number() > 0 ? part.apply(1) : Value.NULL;
      case "CASE WHEN {} < 0 THEN {} END" ->
          part.apply(0).number() < 0 ? part.apply(1) : Value.NULL;
      case "{} > {}" -> compare(part.apply(0), part.apply(1), c -> c > 0);
      case "{} > 0" -> compare(part.apply(0), Value.of(0), c -> c > 0);
      case "{} < 0" -> compare(part.apply(0), Value.of(0), c -> c < 0);
      case "{} = 0" -> compare(part.apply(0), Value.of(0), c -> c == 0);
      case "{} <= 0" -> compare(part.apply(0), Value.of(0), c -> c <= 0);
      case "{} + {} = 0" -> compare(part.apply(0).plus(part.apply(1)), Value.of(0), c -> c == 0);
      case "{} IS NULL" -> Value.of(part.apply(0).isNull());
      case "{} OR {}" -> Value.of(part.apply(0).isTrue() || part.apply(1).isTrue());
      case "{} + {}" -> part.apply(0).plus(part.apply(1));
      case "COALESCE({}, NULL)" -> part.apply(0);
      case "{} * {}" -> part.apply(0).times(part.apply(1));
      case "{} + COALESCE({}, 0)" -> part.apply(0).plus(part.apply(1).orZero());
      case "COALESCE({}, 0) + COALESCE({}, 0)" ->
          part.apply(0).orZero().plus(part.apply(1).orZero());
      case "CASE WHEN {} IS NULL THEN 0 ELSE {} END" ->
          part.apply(0).isNull() ? Value.of(0) : part.apply(1);
      case "CASE WHEN {} = 0 THEN NULL ELSE {} END" ->
          part.apply(0).number() == 0 ? Value.NULL : part.apply(1);
      case "CASE WHEN {} = 0 AND {} = 0 THEN NULL ELSE {} END" ->
          part.apply(0).number() == 0 && part.apply(1).number() == 0 && !part.apply(1).isNull()
              ? Value.NULL
              : part.apply(2);
      case "CASE WHEN {} IS NULL OR {} < {} THEN {} ELSE {} END" ->
          part.apply(0).isNull() || compare(part.apply(1), part.apply(2), c -> c < 0).isTrue()
              ? part.apply(3)
              : part.apply(4);
      case "CASE WHEN {} IS NULL OR {} > {} THEN {} ELSE {} END" ->
          part.apply(0).isNull() || compare(part.apply(1), part.apply(2), c -> c > 0).isTrue()
              ? part.apply(3)
              : part.apply(4);
      default -> throw new IllegalArgumentException("the test does not know " + template);
    };
  }

  private static Value compare(Value left, Value right, java.util.function.IntPredicate holds) {
    return left.isNull() || right.isNull()
        ? Value.NULL
        : Value.of(holds.test(Double.compare(left.number(), right.number())));
  }
}
