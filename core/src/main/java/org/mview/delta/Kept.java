package org.mview.delta;

import java.util.List;
import java.util.Optional;
import org.mview.algebra.Relation;
import org.mview.sql.Column;

/**
 * What is kept of a view in its container, and how the container follows the masters.
 *
 * @param content the query, with the columns that are needed to maintain it behind its own
 * @param visible number of the query's own columns
 * @param identity columns of the content by which a row is found; with none, there is one row, or
 *     all are computed anew
 * @param unique whether no two rows are equal in the identity, NULL being like NULL
 */
public record Kept(Relation content, int visible, List<Column> identity, boolean unique, Way way) {
  public Kept {
    identity = List.copyOf(identity);
  }

  /** The same, but groups that a change touches are always read again. */
  public Kept withoutMerge() {
    return way instanceof Way.Groups groups
        ? new Kept(
            content,
            visible,
            identity,
            unique,
            new Way.Groups(groups.input(), groups.keys(), Optional.empty()))
        : this;
  }

  /** All columns of the container. */
  public List<Column> columns() {
    return content.columns();
  }

  /** The query's own columns, in its order. */
  public List<Column> visibleColumns() {
    return columns().subList(0, visible);
  }

  /** The columns that only the maintenance needs. */
  public List<Column> hiddenColumns() {
    return columns().subList(visible, columns().size());
  }
}
