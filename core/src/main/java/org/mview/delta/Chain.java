package org.mview.delta;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mview.algebra.Filter;
import org.mview.algebra.Join;
import org.mview.algebra.Net;
import org.mview.algebra.Project;
import org.mview.algebra.Relation;
import org.mview.algebra.Stored;
import org.mview.algebra.UnionAll;
import org.mview.sql.Column;
import org.mview.sql.Expression;
import org.mview.sql.Fragment;
import org.mview.sql.QualifiedName;

/**
 * The change of an inner join of many changed tables, one table after the other: the change of the
 * first ones is put away, and joined with the next.
 *
 * <pre>
 *   L₁ = T₁,  Lₖ = Lₖ₋₁ ⋈ Tₖ
 *   ΔLₖ  =  ΔLₖ₋₁ ⋈ Tₖ  +  Lₖ₋₁ ⋈ ΔTₖ  −  ΔLₖ₋₁ ⋈ ΔTₖ        ΔLₖ₋₁: put away
 * </pre>
 *
 * <p>It is the rule of {@link JoinDelta}, of which three terms are written for each table, in place
 * of one for each set of tables. Each table is linked by an equality to one before it, so what is
 * put away is what the change meets on its way, and never a product.
 *
 * <p>What is put away are values, without the types and collations of their columns. So nothing is
 * done to them but arithmetic, and to compare them with columns that are declared alike.
 *
 * @param links what is put away, each of the next ones reading those before it
 */
record Chain(List<Step.Keep> links, Relation change) {
  Chain {
    links = List.copyOf(links);
  }

  /** The change of a query; empty where it is no such join, or does more with the values. */
  static Optional<Chain> of(Relation query, Set<QualifiedName> changed) {
    if (query instanceof Project project) {
      boolean plain =
          project.items().stream()
              .map(Project.Item::value)
              .allMatch(value -> value.columns().isEmpty() || Shape.isArithmetic(value));
      return plain
          ? of(project.input(), changed)
              .map(chain -> new Chain(chain.links, new Project(chain.change, project.items())))
          : Optional.empty();
    }
    boolean collated =
        query.columns().stream().anyMatch(column -> column.type().collation().isPresent());
    return collated ? Optional.empty() : new Tables(query, changed).chain(query.columns());
  }

  /** The tables of a join that are not in the chain yet, and the conditions on them. */
  private static final class Tables {
    private final Set<QualifiedName> changed;
    private final List<Relation> tables = new ArrayList<>();
    private final List<Expression> conditions = new ArrayList<>();
    private final List<Step.Keep> links = new ArrayList<>();

    Tables(Relation join, Set<QualifiedName> changed) {
      this.changed = changed;
      collect(join);
    }

    private void collect(Relation relation) {
      if (relation instanceof Join join) {
        conditions.addAll(join.conditions());
      } else if (relation instanceof Filter filter) {
        conditions.addAll(filter.conditions());
      } else {
        tables.add(relation);
        return;
      }
      relation.inputs().forEach(this::collect);
    }

    Optional<Chain> chain(List<Column> columns) {
      Relation all = taken(tables.get(0));
      Relation change = delta(all);
      while (!tables.isEmpty()) {
        Optional<Relation> next = next(all);
        if (next.isEmpty()) {
          return Optional.empty();
        }
        Relation left = all;
        Relation right = taken(next.get());
        List<Column> both = new Join(left, right, List.of()).columns();
        Join join = new Join(left, right, conditionsOn(both));
        if (!join.conditions().stream().allMatch(Tables::isLink)) {
          return Optional.empty();
        }
        Relation put = put(change);
        change = new JoinDelta().derive(join, input -> input.equals(left) ? put : delta(input));
        all = join;
      }
      return Optional.of(new Chain(links, Project.keep(change, columns)));
    }

    private Relation delta(Relation table) {
      return DeltaRules.changes(table, changed);
    }

    /** A table, and the conditions on it alone. */
    private Relation taken(Relation table) {
      tables.remove(table);
      return Filter.of(table, conditionsOn(table.columns()));
    }

    private List<Expression> conditionsOn(List<Column> columns) {
      List<Expression> on =
          conditions.stream().filter(c -> columns.containsAll(c.columns())).toList();
      conditions.removeAll(on);
      return on;
    }

    /** A table that is linked to those before it; one that has changed, if there is one. */
    private Optional<Relation> next(Relation before) {
      List<Relation> linked =
          tables.stream().filter(table -> isLinked(before.columns(), table.columns())).toList();
      return linked.stream()
          .filter(table -> Shape.terms(table, changed) > 0)
          .findFirst()
          .or(() -> linked.stream().findFirst());
    }

    private boolean isLinked(List<Column> before, List<Column> columns) {
      Set<Column> both = new HashSet<>(before);
      both.addAll(columns);
      return conditions.stream()
          .filter(condition -> both.containsAll(condition.columns()))
          .anyMatch(condition -> isLink(condition) && !columns.containsAll(condition.columns()));
    }

    /** Whether a condition holds for mere values as it does for the columns in which they are. */
    private static boolean isLink(Expression condition) {
      return condition instanceof Fragment fragment
          && fragment.isEquality()
          && fragment.parts().get(0) instanceof Column left
          && fragment.parts().get(1) instanceof Column right
          && left.type().isDeclaredAs(right.type());
    }

    private Relation put(Relation change) {
      Relation terms = Planner.optimized(change);
      if (!(terms instanceof UnionAll union) || union.inputs().size() < 2) {
        return terms;
      }
      Stored link = new Stored("link" + (links.size() + 1), terms.columns(), true);
      links.add(new Step.Keep(link, new Net(terms)));
      return link;
    }
  }
}
