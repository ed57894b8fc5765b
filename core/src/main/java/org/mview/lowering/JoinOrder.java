package org.mview.lowering;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mview.sql.Expression;
import org.mview.sql.Fragment;
import org.mview.sql.Gained;
import org.mview.sql.Identifier;
import org.mview.sql.KeyEqual;
import org.mview.sql.Qualified;
import org.mview.sql.Query;
import org.mview.sql.Query.From;
import org.mview.sql.Same;

/**
 * The order of FROM in a block that starts from few rows: always go on with a table that an
 * equality links to those already there, with one found by its key before one of which many rows
 * may match.
 *
 * <p>A row at hand in a trigger, NEW or OLD, stands in no FROM and is there from the beginning.
 *
 * <p>What is joined by LEFT JOIN comes after all that its conditions read.
 *
 * <p>A planner that knows nothing of the sizes would often choose so too, but one that believes an
 * old statistic would not. In a block without a small start, the order is the planner's.
 */
final class JoinOrder {
  private static final int UNLINKED = 0;
  private static final int LINKED = 1;
  private static final int FOUND_BY_KEY = 2;

  private final List<Expression> conditions;
  private final Set<Identifier> placed = new HashSet<>();

  private JoinOrder(List<Expression> conditions) {
    this.conditions = conditions;
  }

  static List<From> of(Block block) {
    if (!block.small()) {
      return block.from().stream().map(Block.Source::from).toList();
    }
    JoinOrder order = new JoinOrder(block.where());
    order.placed.addAll(atHand(block));
    return order.from(block.from());
  }

  private static Set<Identifier> atHand(Block block) {
    Set<Identifier> read = new HashSet<>();
    block.values().values().forEach(value -> read.addAll(tables(value)));
    block.where().forEach(condition -> read.addAll(tables(condition)));
    read.retainAll(List.of(Gained.BEFORE, Gained.AFTER));
    block.from().forEach(source -> read.remove(source.from().alias()));
    return read;
  }

  private List<From> from(List<Block.Source> sources) {
    List<Block.Source> left = new ArrayList<>(sources);
    List<From> order = new ArrayList<>();
    while (!left.isEmpty()) {
      Block.Source next = placed.isEmpty() ? left.get(0) : best(left);
      left.remove(next);
      From from = next.from();
      order.add(new From(from.source(), from.alias(), !order.isEmpty(), from.outer()));
      placed.add(from.alias());
    }
    return order;
  }

  private Block.Source best(List<Block.Source> sources) {
    List<Block.Source> possible = sources.stream().filter(this::isPossible).toList();
    Block.Source best = possible.get(0);
    for (Block.Source source : possible) {
      if (rank(source) > rank(best)) {
        best = source;
      }
    }
    return best;
  }

  private boolean isPossible(Block.Source source) {
    Set<Identifier> read = new HashSet<>();
    on(source.from()).forEach(condition -> read.addAll(tables(condition)));
    read.remove(source.from().alias());
    return placed.containsAll(read);
  }

  private static List<Expression> on(From from) {
    return from.outer().map(Query.Outer::on).orElse(List.of());
  }

  private int rank(Block.Source source) {
    From from = source.from();
    Set<Expression> known =
        known(from.alias(), from.outer().map(Query.Outer::on).orElse(conditions));
    if (known.isEmpty()) {
      return UNLINKED;
    }
    return source.keys().stream().anyMatch(known::containsAll) ? FOUND_BY_KEY : LINKED;
  }

  /** The columns of a table that are equal to something of the tables already placed. */
  private Set<Expression> known(Identifier alias, List<Expression> by) {
    Set<Expression> known = new HashSet<>();
    for (Expression condition : by) {
      if (isEquality(condition)) {
        link(condition.parts().get(0), condition.parts().get(1), alias, known);
        link(condition.parts().get(1), condition.parts().get(0), alias, known);
      }
    }
    return known;
  }

  private void link(Expression here, Expression there, Identifier alias, Set<Expression> known) {
    if (here instanceof Qualified column
        && column.of().equals(alias)
        && placed.containsAll(tables(there))) {
      known.add(column);
    }
  }

  private static boolean isEquality(Expression condition) {
    return condition instanceof Same
        || condition instanceof KeyEqual
        || (condition instanceof Fragment fragment && fragment.isEquality());
  }

  /** The tables whose columns an expression reads. */
  static Set<Identifier> tables(Expression expression) {
    Set<Identifier> tables = new HashSet<>();
    if (expression instanceof Qualified column) {
      tables.add(column.of());
    }
    expression.parts().forEach(part -> tables.addAll(tables(part)));
    return tables;
  }
}
