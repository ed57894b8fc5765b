package org.mview.delta;

import java.util.List;
import java.util.Set;
import org.mview.algebra.Aggregate;
import org.mview.algebra.Changes;
import org.mview.algebra.Filter;
import org.mview.algebra.Join;
import org.mview.algebra.OuterJoin;
import org.mview.algebra.Project;
import org.mview.algebra.Relation;
import org.mview.algebra.Scan;
import org.mview.algebra.SemiJoin;
import org.mview.algebra.Top;
import org.mview.algebra.UnionAll;
import org.mview.algebra.Window;
import org.mview.sql.QualifiedName;

/** All rules, each next to its operator. */
final class DeltaRules {
  /** An operator and its rule. */
  record Entry<R extends Relation>(Class<R> operator, DeltaRule<R> rule) {}

  static final List<Entry<?>> ALL =
      List.of(
          new Entry<>(Filter.class, new LinearDelta<>()),
          new Entry<>(Project.class, new LinearDelta<>()),
          new Entry<>(UnionAll.class, new LinearDelta<>()),
          new Entry<>(Join.class, new JoinDelta()),
          new Entry<>(SemiJoin.class, new SemiJoinDelta()),
          new Entry<>(OuterJoin.class, new OuterJoinDelta()),
          new Entry<>(Aggregate.class, new AggregateDelta()),
          new Entry<>(Window.class, new WindowDelta()),
          new Entry<>(Top.class, new TopDelta()));

  private DeltaRules() {}

  /**
   * The change of a query's result.
   *
   * @param changed the masters whose rows have changed; of all others nothing has
   */
  static Relation changes(Relation query, Set<QualifiedName> changed) {
    if (query instanceof Scan scan) {
      return changed.contains(scan.table().name())
          ? new Changes(scan)
          : UnionAll.nothing(scan.columns());
    }
    return ALL.stream()
        .filter(entry -> entry.operator().isInstance(query))
        .findFirst()
        .map(entry -> derive(entry, query, changed))
        .orElseThrow(() -> new IllegalArgumentException("no query is made of " + query));
  }

  private static <R extends Relation> Relation derive(
      Entry<R> entry, Relation query, Set<QualifiedName> changed) {
    return entry.rule().derive(entry.operator().cast(query), input -> changes(input, changed));
  }
}
