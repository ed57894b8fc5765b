package org.mview.delta;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mview.algebra.Filter;
import org.mview.algebra.Join;
import org.mview.algebra.Project;
import org.mview.algebra.Relation;
import org.mview.algebra.Scan;
import org.mview.sql.Column;
import org.mview.sql.Expression;
import org.mview.sql.Fragment;
import org.mview.sql.QualifiedName;

/**
 * The master of a join each row of which meets about one row of every other master, as it holds
 * their keys: an order line meets its order, its part and its supplier. A star has one in its
 * middle.
 *
 * <p>Under a collation one key may meet several rows. That costs more, and is not wrong.
 */
final class Fact {
  private final List<Scan> others = new ArrayList<>();
  private final List<Fragment> equalities = new ArrayList<>();
  private final Set<Column> known = new HashSet<>();

  private Fact() {}

  /**
   * The fact of a join of tables; of a single table it is this one. Where two tables hold each
   * other's keys it is the first of them.
   */
  static Optional<QualifiedName> of(Relation relation) {
    List<Scan> scans = new ArrayList<>();
    collect(relation, scans);
    return scans.stream()
        .filter(scan -> isOnly(scan, scans) && new Fact().findsAll(relation, scan))
        .map(scan -> scan.table().name())
        .findFirst();
  }

  private static void collect(Relation relation, List<Scan> into) {
    if (relation instanceof Scan scan) {
      into.add(scan);
    }
    relation.inputs().forEach(input -> collect(input, into));
  }

  /** Whether the table is read only once. */
  private static boolean isOnly(Scan scan, List<Scan> all) {
    return all.stream().filter(s -> s.table().name().equals(scan.table().name())).count() == 1;
  }

  private boolean findsAll(Relation relation, Scan fact) {
    if (!read(relation)) {
      return false;
    }
    known.addAll(fact.columns());
    others.remove(fact);
    boolean found = true;
    while (found) {
      equalities.forEach(this::follow);
      found = others.removeIf(this::isFound);
    }
    return others.isEmpty();
  }

  /** Answers false if it is no mere join of tables. */
  private boolean read(Relation relation) {
    boolean plain = true;
    if (relation instanceof Scan scan) {
      others.add(scan);
    } else if (relation instanceof Filter filter) {
      equalities(filter.conditions());
    } else if (relation instanceof Join join) {
      equalities(join.conditions());
    } else if (relation instanceof Project project) {
      project.items().forEach(item -> equalities.add(Fragment.equal(item.column(), item.value())));
    } else {
      plain = false;
    }
    return plain && relation.inputs().stream().allMatch(this::read);
  }

  private void equalities(List<Expression> conditions) {
    for (Expression condition : conditions) {
      if (condition instanceof Fragment fragment && fragment.isEquality()) {
        equalities.add(fragment);
      }
    }
  }

  private void follow(Fragment equality) {
    follow(equality.parts().get(0), equality.parts().get(1));
    follow(equality.parts().get(1), equality.parts().get(0));
  }

  private void follow(Expression from, Expression to) {
    if (to instanceof Column column && known.containsAll(from.columns())) {
      known.add(column);
    }
  }

  private boolean isFound(Scan scan) {
    boolean found = scan.keys().stream().anyMatch(known::containsAll);
    if (found) {
      known.addAll(scan.columns());
    }
    return found;
  }
}
