package org.mview.delta;

import java.util.List;
import java.util.Optional;
import org.mview.algebra.Aggregate;
import org.mview.algebra.Filter;
import org.mview.algebra.Keys;
import org.mview.algebra.Project;
import org.mview.algebra.Relation;
import org.mview.sql.Column;

/**
 * Decides how a query is kept: the cheapest way that its operators allow.
 *
 * <p>Groups that can be merged before groups that are read again; rows with an identity before rows
 * without one.
 */
public final class Keeping {
  /** So many columns find a row of a bag well enough. */
  private static final int BAG_INDEX_COLUMNS = 6;

  private Keeping() {}

  /**
   * How the query is kept.
   *
   * @param query its columns are those of the view, in order
   */
  public static Kept of(Relation query) {
    return of(query, false);
  }

  /**
   * How the query is kept.
   *
   * @param additive whether changes are added to sums even where that is not exact
   */
  public static Kept of(Relation query, boolean additive) {
    int visible = query.columns().size();
    Relation asked = additive ? Additive.sums(query) : query;
    Optional<Kept> merged = MergedGroups.of(Used.only(asked));
    if (merged.isPresent()) {
      return merged.get();
    }
    Relation content = Used.only(Carry.keys(asked));
    Optional<List<Column>> key = Keys.of(content);
    Optional<Aggregate> groups = topmost(content);
    if (groups.isPresent()) {
      Aggregate aggregate = groups.get();
      Way way = new Way.Groups(aggregate.input(), aggregate.keys(), Optional.empty());
      return new Kept(content, visible, key.orElse(List.of()), true, way);
    }
    return key.map(columns -> new Kept(content, visible, columns, true, new Way.Rows()))
        .orElseGet(() -> new Kept(content, visible, some(content.columns()), false, new Way.Bag()));
  }

  /** The aggregate whose groups are the rows of a relation, apart from filters and projections. */
  private static Optional<Aggregate> topmost(Relation relation) {
    if (relation instanceof Project || relation instanceof Filter) {
      return topmost(relation.inputs().get(0));
    }
    return relation instanceof Aggregate aggregate ? Optional.of(aggregate) : Optional.empty();
  }

  private static List<Column> some(List<Column> columns) {
    return columns.subList(0, Math.min(BAG_INDEX_COLUMNS, columns.size()));
  }
}
