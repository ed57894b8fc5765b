package org.mview.explain;

import org.mview.algebra.Filter;
import org.mview.algebra.Join;
import org.mview.algebra.Project;
import org.mview.algebra.Relation;
import org.mview.algebra.Scan;
import org.mview.algebra.Top;
import org.mview.algebra.UnionAll;
import org.mview.delta.Kept;
import org.mview.delta.Way;

/** What the time of a refresh grows with; in ascending order. */
enum Cost {
  /** The rows that have changed, and what they are joined with. */
  CHANGE("the change: its rows, and the rows that they are joined with"),
  /** The groups, keys or partitions in which rows have changed. */
  TOUCHED("the touched groups: all rows of each group in which one has changed"),
  /** The tables. */
  EVERYTHING("everything: all rows that the query reads");

  private final String words;

  Cost(String words) {
    this.words = words;
  }

  /** Of a refresh, which is fast if it can be. */
  static Cost of(Examined examined) {
    return examined.isFast()
        ? examined.parts().stream()
            .flatMap(part -> part.kept().stream())
            .map(Cost::of)
            .reduce(CHANGE, Cost::max)
        : EVERYTHING;
  }

  private static Cost of(Kept kept) {
    if (kept.way() instanceof Way.Groups groups) {
      if (groups.merge().isPresent()) {
        return of(groups.input());
      }
      return groups.keys().isEmpty() ? EVERYTHING : max(TOUCHED, of(groups.input()));
    }
    return of(kept.content());
  }

  /** Operators other than these look at more than the rows that have changed. */
  private static Cost of(Relation relation) {
    Cost own =
        relation instanceof Scan
                || relation instanceof Filter
                || relation instanceof Project
                || relation instanceof Join
                || relation instanceof UnionAll
            ? CHANGE
            : relation instanceof Top ? EVERYTHING : TOUCHED;
    return relation.inputs().stream().map(Cost::of).reduce(own, Cost::max);
  }

  private static Cost max(Cost one, Cost other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  @Override
  public String toString() {
    return words;
  }
}
