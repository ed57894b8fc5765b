package org.mview.statement.query;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mview.algebra.Aggregate;
import org.mview.algebra.Filter;
import org.mview.algebra.Join;
import org.mview.algebra.Keys;
import org.mview.algebra.OuterJoin;
import org.mview.algebra.Project;
import org.mview.algebra.Relation;
import org.mview.algebra.Scan;
import org.mview.algebra.SemiJoin;
import org.mview.algebra.Top;
import org.mview.algebra.UnionAll;
import org.mview.algebra.Window;
import org.mview.sql.Column;
import org.mview.sql.Expression;
import org.mview.sql.Fragment;

/**
 * Whether no two rows of a relation are equal in some columns.
 *
 * <p>What the columns determine is followed through keys, equalities and projections: with the key
 * of an order, that of its customer is known, too.
 */
final class Unique {

  /** If the columns on the left are known, so is the one on the right. */
  private record Dependency(Set<Column> from, Column to) {}

  /** The keys of each part of the relation of which a row has one; none where none is known. */
  private final List<List<List<Column>>> parts = new ArrayList<>();

  private final List<Dependency> dependencies = new ArrayList<>();

  private final Symbols symbols;

  private Unique(Relation relation, Symbols symbols) {
    this.symbols = symbols;
    collect(relation);
  }

  static boolean by(Relation relation, Set<Column> columns, Symbols symbols) {
    return missing(relation, columns, symbols).isEmpty();
  }

  /** The columns of a key that is not determined; an empty list in it where no key is known. */
  static Optional<List<Column>> missing(Relation relation, Set<Column> columns, Symbols symbols) {
    Unique unique = new Unique(relation, symbols);
    Set<Column> known = unique.closure(columns);
    return unique.parts.stream()
        .filter(keys -> keys.stream().noneMatch(known::containsAll))
        .findFirst()
        .map(keys -> keys.stream().findFirst().orElse(List.of()));
  }

  private Set<Column> closure(Set<Column> columns) {
    Set<Column> known = new HashSet<>(columns);
    boolean more = true;
    while (more) {
      more = false;
      for (Dependency dependency : dependencies) {
        more |= known.containsAll(dependency.from()) && known.add(dependency.to());
      }
    }
    return known;
  }

  private void collect(Relation relation) {
    if (relation instanceof Scan scan) {
      part(scan.keys(), scan.columns());
    } else if (relation instanceof Aggregate groups) {
      part(List.of(groups.keys()), groups.columns());
    } else if (relation instanceof Filter filter) {
      collect(filter.input());
      filter.conditions().forEach(this::equality);
    } else if (relation instanceof Project project) {
      collect(project.input());
      project.items().forEach(this::item);
    } else if (relation instanceof Join join) {
      collect(join.left());
      collect(join.right());
      join.conditions().forEach(this::equality);
    } else if (relation instanceof OuterJoin join) {
      outer(join);
    } else if (relation instanceof SemiJoin join) {
      collect(join.left());
    } else if (relation instanceof Window window) {
      collect(window.input());
      window.calls().forEach(call -> numbered(window, call));
    } else if (relation instanceof Top top && top.rows() <= 1) {
      part(List.of(List.of()), top.columns());
    } else if (relation instanceof Top top) {
      collect(top.input());
    } else if (relation instanceof UnionAll union && union.inputs().isEmpty()) {
      part(List.of(List.of()), union.columns());
    } else {
      part(List.of(), List.of());
    }
  }

  private void part(List<List<Column>> keys, List<Column> columns) {
    parts.add(keys);
    for (List<Column> key : keys) {
      columns.forEach(column -> dependencies.add(new Dependency(Set.copyOf(key), column)));
    }
  }

  /** The number of a row in its partition finds the row. */
  private void numbered(Window window, Window.Call call) {
    if (call.call().pieces().get(0).toUpperCase(Locale.ROOT).startsWith("ROW_NUMBER()")) {
      Set<Column> from = new HashSet<>(window.partition());
      from.add(call.column());
      parts.stream()
          .flatMap(List::stream)
          .flatMap(List::stream)
          .forEach(column -> dependencies.add(new Dependency(from, column)));
    }
  }

  private void item(Project.Item item) {
    dependencies.add(new Dependency(item.value().columns(), item.column()));
    if (item.value() instanceof Column source) {
      dependencies.add(new Dependency(Set.of(item.column()), source));
    }
  }

  private void equality(Expression condition) {
    if (condition instanceof Fragment fragment && fragment.isEquality()) {
      determines(fragment.parts().get(1), fragment.parts().get(0));
      determines(fragment.parts().get(0), fragment.parts().get(1));
    }
  }

  private void determines(Expression known, Expression other) {
    if (other instanceof Column column && symbols.keeps(column, known)) {
      dependencies.add(new Dependency(known.columns(), column));
    }
  }

  /** A row of the left side has one partner, or NULL; it is not known by its partner. */
  private void outer(OuterJoin join) {
    if (join.full()) {
      part(Keys.of(join).stream().toList(), List.of());
      return;
    }
    collect(join.left());
    collect(join.right());
    for (Expression condition : join.conditions()) {
      if (condition instanceof Fragment fragment && fragment.isEquality()) {
        fromLeft(join, fragment.parts().get(1), fragment.parts().get(0));
        fromLeft(join, fragment.parts().get(0), fragment.parts().get(1));
      }
    }
  }

  private void fromLeft(OuterJoin join, Expression known, Expression other) {
    if (join.left().columns().containsAll(known.columns())) {
      determines(known, other);
    }
  }
}
