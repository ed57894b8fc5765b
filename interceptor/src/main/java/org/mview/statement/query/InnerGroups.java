package org.mview.statement.query;

import java.util.Collection;
import java.util.Locale;
import org.mview.algebra.Aggregate;
import org.mview.algebra.AggregateFunction;
import org.mview.algebra.Filter;
import org.mview.algebra.Project;
import org.mview.algebra.Relation;
import org.mview.algebra.Scan;
import org.mview.algebra.UnionAll;
import org.mview.sql.Column;
import org.mview.sql.Expression;
import org.mview.sql.Type.Arithmetic;

/**
 * Refuses groups inside a query whose rows may come out otherwise when they are computed again.
 *
 * <p>The change of such groups takes off the rows that were there, computed from what the masters
 * held before. They have to be the very rows that are stored: not a sum of fractions in another
 * order, nor 1 where 1.0 stood for the same group. Groups that nothing stands around are found by
 * their keys instead.
 */
final class InnerGroups {
  private InnerGroups() {}

  /** Looks at all groups but the outermost. */
  static void check(Relation query) {
    if (query instanceof Project || query instanceof Filter || query instanceof Aggregate) {
      Relation input = query.inputs().get(0);
      if (query instanceof Aggregate) {
        checkAll(input);
      } else {
        check(input);
      }
    } else {
      checkAll(query);
    }
  }

  private static void checkAll(Relation relation) {
    if (relation instanceof Aggregate aggregate) {
      check(aggregate);
    } else if (relation instanceof UnionAll union && hasGroups(union)) {
      checkParts(union);
    }
    relation.inputs().forEach(InnerGroups::checkAll);
  }

  private static boolean hasGroups(Relation relation) {
    return relation instanceof Aggregate
        || relation.inputs().stream().anyMatch(InnerGroups::hasGroups);
  }

  /** A database may convert the values of all parts to the type of one, and not always the same. */
  private static void checkParts(UnionAll union) {
    for (int i = 0; i < union.columns().size(); i++) {
      int place = i;
      long types =
          union.inputs().stream()
              .map(part -> part.columns().get(place).type().declaration())
              .distinct()
              .count();
      if (types > 1) {
        throw new NotUnderstood(
            "column %s of a UNION over groups has another type in each part: CAST it"
                .formatted(i + 1));
      }
    }
  }

  private static void check(Aggregate groups) {
    for (Column key : groups.keys()) {
      if (!isSharp(key, groups.input())) {
        throw new NotUnderstood(
            "%s groups a query inside it, and equal values of it may be written differently"
                .formatted(key));
      }
    }
    for (Aggregate.Call call : groups.calls()) {
      if (!isRepeatable(call.function(), groups.input())) {
        throw new NotUnderstood(
            "%s inside the query may come out otherwise when it is computed again"
                .formatted(call.function()));
      }
    }
  }

  private static boolean isRepeatable(AggregateFunction function, Relation input) {
    return switch (function.kind()) {
      case COUNT_ROWS, COUNT -> true;
      case MIN, MAX -> areSharp(function.arguments(), input);
      case SUM, AVG ->
          function.arithmetic() == Arithmetic.EXACT
              || (function.arithmetic() == Arithmetic.BY_VALUE
                  && function.argument().columns().stream().allMatch(c -> isWhole(c, input)));
      case OTHER -> function.toString().toUpperCase(Locale.ROOT).startsWith("COUNT(DISTINCT");
    };
  }

  private static boolean areSharp(Collection<? extends Expression> values, Relation input) {
    return values.stream()
        .flatMap(value -> value.columns().stream())
        .allMatch(column -> isSharp(column, input));
  }

  /** Whether equal values of a column are the same. */
  private static boolean isSharp(Column column, Relation in) {
    if (in instanceof Scan) {
      return column.type().sharp();
    } else if (in instanceof Project project) {
      return project.items().stream()
          .filter(item -> item.column().equals(column))
          .flatMap(item -> item.value().columns().stream())
          .allMatch(source -> isSharp(source, project.input()));
    } else if (in instanceof Aggregate groups && !groups.keys().contains(column)) {
      return groups.calls().stream()
          .filter(call -> call.column().equals(column))
          .allMatch(call -> areSharp(call.function().arguments(), groups.input()));
    } else if (in instanceof UnionAll union) {
      int place = union.columns().indexOf(column);
      return union.inputs().stream().allMatch(i -> isSharp(i.columns().get(place), i));
    }
    return in.inputs().stream()
        .filter(input -> input.columns().contains(column))
        .allMatch(input -> isSharp(column, input));
  }

  /** Whether a column is declared to hold whole numbers. */
  private static boolean isWhole(Column column, Relation in) {
    if (in instanceof Scan) {
      return column.type().declaration().toUpperCase(Locale.ROOT).contains("INT");
    } else if (in instanceof Project project) {
      return project.items().stream()
          .filter(item -> item.column().equals(column))
          .flatMap(item -> item.value().columns().stream())
          .allMatch(source -> isWhole(source, project.input()));
    } else if (in instanceof Aggregate groups && !groups.keys().contains(column)) {
      return groups.calls().stream()
          .filter(call -> call.column().equals(column))
          .allMatch(call -> isRepeatable(call.function(), groups.input()));
    } else if (in instanceof UnionAll union) {
      int place = union.columns().indexOf(column);
      return union.inputs().stream().allMatch(i -> isWhole(i.columns().get(place), i));
    }
    return in.inputs().stream()
        .filter(input -> input.columns().contains(column))
        .allMatch(input -> isWhole(column, input));
  }
}
