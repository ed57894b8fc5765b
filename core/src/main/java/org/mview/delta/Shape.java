package org.mview.delta;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mview.algebra.Filter;
import org.mview.algebra.Join;
import org.mview.algebra.Project;
import org.mview.algebra.Relation;
import org.mview.algebra.Scan;
import org.mview.algebra.UnionAll;
import org.mview.sql.Column;
import org.mview.sql.Expression;
import org.mview.sql.Fragment;
import org.mview.sql.Identifier;
import org.mview.sql.QualifiedName;

/** What of a relation's form decides how its change looks. */
final class Shape {
  private static final Pattern ARITHMETIC = Pattern.compile("[-+*/(). 0-9]*");

  private Shape() {}

  /** Whether masters to which rows are only added only add rows to the relation. */
  static boolean isLinear(Relation relation) {
    return (isOneTableOperator(relation)
            || relation instanceof Join
            || relation instanceof UnionAll)
        && relation.inputs().stream().allMatch(Shape::isLinear);
  }

  /** Whether each row comes from one row of one master. */
  static boolean isOneTable(Relation relation) {
    return isOneTableOperator(relation) && relation.inputs().stream().allMatch(Shape::isOneTable);
  }

  private static boolean isOneTableOperator(Relation relation) {
    return relation instanceof Scan || relation instanceof Filter || relation instanceof Project;
  }

  /** Whether each row is one of a table, with no column that is computed. */
  static boolean isTable(Relation relation) {
    boolean plain =
        relation instanceof Filter
            || (relation instanceof Project project
                && project.items().stream().allMatch(item -> item.value() instanceof Column));
    return relation instanceof Scan || (plain && isTable(relation.inputs().get(0)));
  }

  /**
   * Whether nothing is done to the values of a master but arithmetic, and to compare them with
   * columns that are declared alike.
   */
  static boolean adds(Relation relation, QualifiedName master) {
    Set<Column> values = new HashSet<>();
    return adds(relation, master, values);
  }

  private static boolean adds(Relation relation, QualifiedName master, Set<Column> values) {
    boolean adds = relation.inputs().stream().allMatch(input -> adds(input, master, values));
    if (relation instanceof Scan scan && scan.table().name().equals(master)) {
      values.addAll(scan.columns());
    } else if (relation instanceof Project project) {
      for (Project.Item item : project.items()) {
        boolean reads = !Collections.disjoint(item.value().columns(), values);
        adds &= !reads || isArithmetic(item.value());
        if (reads) {
          values.add(item.column());
        }
      }
    } else if (relation instanceof Filter filter) {
      adds &= filter.conditions().stream().allMatch(c -> isAlike(c, values));
    } else if (relation instanceof Join join) {
      adds &= join.conditions().stream().allMatch(c -> isAlike(c, values));
    }
    return adds;
  }

  /** Whether a condition holds for mere values as it does for the columns in which they are. */
  private static boolean isAlike(Expression condition, Set<Column> values) {
    return Collections.disjoint(condition.columns(), values)
        || (condition instanceof Fragment fragment
            && fragment.isEquality()
            && fragment.parts().get(0) instanceof Column left
            && fragment.parts().get(1) instanceof Column right
            && left.type().isDeclaredAs(right.type()));
  }

  /** Whether an expression is a column, a number, or made of those by + − * and /. */
  static boolean isArithmetic(Expression expression) {
    boolean arithmetic =
        expression instanceof Column
            || (expression instanceof Fragment fragment
                && fragment.pieces().stream().allMatch(ARITHMETIC.asMatchPredicate()));
    return arithmetic && expression.parts().stream().allMatch(Shape::isArithmetic);
  }

  /**
   * The columns of a master that decide whether a row of it is in a relation of tables, and what it
   * has in these columns.
   */
  static Set<Identifier> deciding(
      Relation relation, Collection<Column> columns, QualifiedName master) {
    Set<Column> wanted = new HashSet<>(columns);
    if (relation instanceof Scan scan) {
      return scan.table().name().equals(master)
          ? IntStream.range(0, scan.columns().size())
              .filter(i -> wanted.contains(scan.columns().get(i)))
              .mapToObj(scan.sources()::get)
              .collect(Collectors.toSet())
          : Set.of();
    } else if (relation instanceof Filter filter) {
      filter.conditions().forEach(condition -> wanted.addAll(condition.columns()));
    } else if (relation instanceof Join join) {
      join.conditions().forEach(condition -> wanted.addAll(condition.columns()));
    } else if (relation instanceof Project project) {
      wanted.clear();
      project.items().stream()
          .filter(item -> columns.contains(item.column()))
          .forEach(item -> wanted.addAll(item.value().columns()));
    }
    return relation.inputs().stream()
        .flatMap(input -> deciding(input, wanted, master).stream())
        .collect(Collectors.toSet());
  }

  /** How many tables are read, each as often as it is. */
  static int leaves(Relation relation) {
    return relation.inputs().isEmpty()
        ? 1
        : relation.inputs().stream().mapToInt(Shape::leaves).sum();
  }

  /**
   * Of how many query blocks the change of a relation is made, at the least, when these masters
   * have changed: for a join of tables that is one for each set of them, and too many to be written
   * down before they are counted.
   */
  static long terms(Relation relation, Set<QualifiedName> changed) {
    if (relation instanceof Scan scan) {
      return changed.contains(scan.table().name()) ? 1 : 0;
    } else if (relation instanceof Join join) {
      long left = terms(join.left(), changed);
      long right = terms(join.right(), changed);
      return Math.min(Integer.MAX_VALUE, left + right + left * right);
    } else if (isOneTableOperator(relation) || relation instanceof UnionAll) {
      return relation.inputs().stream().mapToLong(input -> terms(input, changed)).sum();
    }
    return 0; // which is less than it is
  }

  /** Of how many changed tables, at most, a row of a linear relation is made. */
  static int factors(Relation relation, Set<QualifiedName> changed) {
    if (relation instanceof Scan scan) {
      return changed.contains(scan.table().name()) ? 1 : 0;
    }
    IntStream inputs = relation.inputs().stream().mapToInt(input -> factors(input, changed));
    return relation instanceof Join ? inputs.sum() : inputs.max().orElse(0);
  }
}
