package org.mview.delta;

import java.util.List;
import java.util.Optional;
import org.mview.algebra.Aggregate;
import org.mview.algebra.Filter;
import org.mview.algebra.Keys;
import org.mview.algebra.Project;
import org.mview.algebra.Relation;
import org.mview.algebra.Top;
import org.mview.algebra.Window;
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
    Relation honest = Padding.marked(query);
    Relation asked = additive ? Additive.sums(honest) : honest;
    return MergedGroups.of(Used.only(asked))
        .orElseGet(() -> withoutMerge(asked, query.columns().size()));
  }

  /** How the query is kept where there is no unique index of ours: groups are read again. */
  public static Kept withoutMerge(Relation query) {
    return withoutMerge(Padding.marked(query), query.columns().size());
  }

  private static Kept withoutMerge(Relation asked, int visible) {
    Relation top = topmost(asked);
    if (top instanceof Window window) {
      return partitions(asked, window, visible);
    } else if (top instanceof Top) {
      return anew(Used.only(asked), visible);
    }
    Relation content = content(Carry.keys(asked));
    Optional<List<Column>> key = Keys.of(content);
    if (topmost(content) instanceof Aggregate aggregate) {
      Way way = new Way.Groups(aggregate.input(), aggregate.keys(), Optional.empty());
      return new Kept(content, visible, key.orElse(List.of()), true, way);
    }
    return key.map(columns -> new Kept(content, visible, columns, true, new Way.Rows()))
        .orElseGet(() -> new Kept(content, visible, some(content.columns()), false, new Way.Bag()));
  }

  /** A carried column may be padded like those of the query. */
  private static Relation content(Relation carried) {
    return Used.only(Padding.marked(carried));
  }

  /** Partitions are found by the columns by which rows are partitioned, and read again. */
  private static Kept partitions(Relation query, Window window, int visible) {
    if (window.partition().isEmpty()) {
      return anew(Used.only(query), visible);
    }
    Relation content = content(Carry.columns(query, window.partition()));
    List<Column> identity = Carry.shown(content, window.partition());
    Window kept = (Window) topmost(content);
    Way way = new Way.Groups(kept.input(), kept.partition(), Optional.empty());
    return new Kept(content, visible, identity, false, way);
  }

  /** Any change may change every row: all are computed anew. */
  private static Kept anew(Relation content, int visible) {
    Way way = new Way.Groups(topmost(content).inputs().get(0), List.of(), Optional.empty());
    return new Kept(content, visible, List.of(), false, way);
  }

  /** The relation whose rows are those of another, apart from filters and projections. */
  private static Relation topmost(Relation relation) {
    return relation instanceof Project || relation instanceof Filter
        ? topmost(relation.inputs().get(0))
        : relation;
  }

  private static List<Column> some(List<Column> columns) {
    return columns.subList(0, Math.min(BAG_INDEX_COLUMNS, columns.size()));
  }
}
