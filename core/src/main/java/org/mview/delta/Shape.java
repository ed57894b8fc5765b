package org.mview.delta;

import java.util.Collection;
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

  /** Whether the rows are those of tables, with nothing done to their values but arithmetic. */
  static boolean adds(Relation relation) {
    boolean adds =
        relation instanceof Scan
            || (relation instanceof Project project
                && project.items().stream().allMatch(item -> isArithmetic(item.value())));
    return adds && relation.inputs().stream().allMatch(Shape::adds);
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
   * The columns of its one table that decide whether a row is among those of a relation, and what
   * it has in these columns.
   */
  static Set<Identifier> deciding(Relation relation, Collection<Column> columns) {
    Set<Column> wanted = new HashSet<>(columns);
    if (relation instanceof Scan scan) {
      return wanted.stream()
          .map(column -> scan.sources().get(scan.columns().indexOf(column)))
          .collect(Collectors.toSet());
    } else if (relation instanceof Filter filter) {
      filter.conditions().forEach(condition -> wanted.addAll(condition.columns()));
      return deciding(filter.input(), wanted);
    }
    Project project = (Project) relation;
    return deciding(
        project.input(),
        project.items().stream()
            .filter(item -> wanted.contains(item.column()))
            .flatMap(item -> item.value().columns().stream())
            .toList());
  }

  /** How many tables are read, each as often as it is. */
  static int leaves(Relation relation) {
    return relation.inputs().isEmpty()
        ? 1
        : relation.inputs().stream().mapToInt(Shape::leaves).sum();
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
