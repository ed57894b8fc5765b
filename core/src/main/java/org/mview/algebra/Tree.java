package org.mview.algebra;

import java.util.Collection;
import java.util.stream.Collectors;

/** The text tree of a relation: one operator a line, its inputs indented below it. */
public final class Tree {
  private Tree() {}

  /** The tree, each line ended. */
  public static String of(Relation relation) {
    StringBuilder text = new StringBuilder();
    append(relation, 0, text);
    return text.toString();
  }

  private static void append(Relation relation, int depth, StringBuilder text) {
    text.append("  ".repeat(depth)).append(line(relation).stripTrailing()).append('\n');
    relation.inputs().forEach(input -> append(input, depth + 1, text));
  }

  private static String line(Relation relation) {
    if (relation instanceof Scan scan) {
      return "rows of " + scan.table();
    } else if (relation instanceof Changes changes) {
      return "changes of " + changes.of().table();
    } else if (relation instanceof Stored stored) {
      return (stored.signed() ? "signed rows of " : "rows of ") + stored.name();
    } else if (relation instanceof Filter filter) {
      return "filter " + list(filter.conditions(), " and ");
    } else if (relation instanceof Project project) {
      return "project " + list(project.items(), ", ");
    } else if (relation instanceof Join join) {
      return join.conditions().isEmpty() ? "cross" : "join " + list(join.conditions(), " and ");
    } else if (relation instanceof Aggregate aggregate) {
      return aggregate(aggregate);
    } else if (relation instanceof SemiJoin semi) {
      return conditional(semi.anti() ? "anti join" : "semi join", semi.conditions());
    } else if (relation instanceof OuterJoin outer) {
      return conditional(outer.full() ? "full join" : "left join", outer.conditions());
    } else if (relation instanceof Window window) {
      return "window " + list(window.calls(), ", ") + by(window.partition());
    } else if (relation instanceof Top top) {
      return top(top);
    } else if (relation instanceof Restrict restrict) {
      return "restrict " + list(restrict.on(), ", ");
    } else if (relation instanceof Weighed weighed) {
      return "weight as " + weighed.weight();
    } else if (relation instanceof UnionAll union) {
      return union.inputs().isEmpty() ? "nothing" : "union all";
    }
    return relation.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
  }

  private static String aggregate(Aggregate aggregate) {
    if (aggregate.calls().isEmpty()) {
      return "distinct " + list(aggregate.keys(), ", ");
    }
    return "aggregate " + list(aggregate.calls(), ", ") + by(aggregate.keys());
  }

  private static String top(Top top) {
    String skipped = top.skipped() == 0 ? "" : " after " + top.skipped();
    return "first " + top.rows() + skipped + by(top.order());
  }

  private static String conditional(String operator, Collection<?> conditions) {
    return conditions.isEmpty() ? operator : operator + " " + list(conditions, " and ");
  }

  private static String by(Collection<?> items) {
    return items.isEmpty() ? "" : " by " + list(items, ", ");
  }

  private static String list(Collection<?> items, String separator) {
    return items.stream().map(Object::toString).collect(Collectors.joining(separator));
  }
}
