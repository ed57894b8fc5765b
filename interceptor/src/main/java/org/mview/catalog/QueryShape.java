package org.mview.catalog;

import java.util.List;
import java.util.Optional;
import org.mview.sql.Identifier;
import org.mview.sql.QualifiedName;

/**
 * What the dictionary tells of a defining query.
 *
 * @param items of the select list, in order; none where the query is not understood
 * @param joins pairs of columns that are compared to join two tables
 */
public record QueryShape(List<Item> items, List<JoinedPair> joins) {
  /** Of a query that is not understood. */
  public static final QueryShape UNKNOWN = new QueryShape(List.of(), List.of());

  public QueryShape {
    items = List.copyOf(items);
    joins = List.copyOf(joins);
  }

  /** A column of a table or a view that the user knows. */
  public record Source(QualifiedName relation, Identifier column) {}

  /** An item of the select list. */
  public sealed interface Item {
    /**
     * Neither an aggregate nor computed from one.
     *
     * @param source the column that it shows; empty for an expression
     */
    record Plain(Optional<Source> source) implements Item {}

    /**
     * An aggregate.
     *
     * @param function its name
     * @param measure its arguments, or a star
     */
    record Aggregated(String function, boolean distinct, String measure) implements Item {}
  }

  /**
   * Two columns that are equal in rows that are joined.
   *
   * @param outer whether rows of the left side stay where there is none on the right
   */
  public record JoinedPair(Source left, Source right, boolean outer) {}
}
