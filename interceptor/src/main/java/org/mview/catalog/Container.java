package org.mview.catalog;

import java.util.List;
import org.mview.sql.Column;
import org.mview.sql.Identifier;
import org.mview.sql.QualifiedName;

/**
 * The table that holds the rows of a view.
 *
 * @param columns all its columns, those of the view first
 * @param visible how many of them are the view's
 */
public record Container(QualifiedName table, List<Identifier> columns, int visible) {
  public Container {
    columns = List.copyOf(columns);
  }

  /**
   * The name of the column that holds one of what is kept.
   *
   * @param kept what the columns of the table hold, in their order
   */
  public Identifier name(Column column, List<Column> kept) {
    return columns.get(kept.indexOf(column));
  }

  /** The columns of the view. */
  public List<Identifier> visibleColumns() {
    return columns.subList(0, visible);
  }
}
