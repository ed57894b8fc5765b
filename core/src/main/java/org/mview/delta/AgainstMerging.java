package org.mview.delta;

import java.util.Optional;
import org.mview.delta.Way.Accumulator;
import org.mview.sql.QualifiedName;

/**
 * Why the rows of a master cannot be merged into a view as they change. What is said of the view as
 * a whole comes first, so it is the same for all of its masters.
 */
final class AgainstMerging {
  private AgainstMerging() {}

  /**
   * The first reason; empty where they can be.
   *
   * @param exact whether only what adds up exactly is merged, into groups of one table
   */
  static Optional<Reason> of(Kept kept, QualifiedName master, boolean exact) {
    if (!(kept.way() instanceof Way.Groups groups)) {
      return because("its query has neither groups nor DISTINCT");
    }
    Optional<QualifiedName> fact = Fact.of(groups.input());
    if (fact.isEmpty()) {
      return because(
          "its groups are not of one table, nor of a join in which one table holds the keys of all others");
    }
    Optional<Reason> merge =
        groups.merge().isEmpty()
            ? because("its groups are read again, as what they hold cannot be added to exactly")
            : against(groups, groups.merge().get(), exact);
    if (merge.isPresent() || fact.get().equals(master)) {
      return merge;
    }
    return because(
        "rows of %s are merged, as it holds the keys of the others".formatted(fact.get()));
  }

  private static Optional<Reason> against(Way.Groups groups, Way.Merge merge, boolean exact) {
    if (merge.accumulators().stream().anyMatch(Accumulator::isExtreme)) {
      return because("MIN and MAX may have to be looked for again");
    } else if (!exact || GroupMerge.isExact(groups, merge)) {
      return Optional.empty();
    }
    return because(
        Shape.isOneTable(groups.input())
            ? "it adds up what need not be exact"
            : "its groups are of more than one table");
  }

  private static Optional<Reason> because(String text) {
    return Optional.of(new Reason(text));
  }
}
