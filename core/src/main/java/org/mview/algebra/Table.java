package org.mview.algebra;

import java.util.List;
import org.mview.sql.Identifier;
import org.mview.sql.QualifiedName;
import org.mview.sql.Type;

/**
 * A master: a table of the database that a view reads, or the container of another view.
 *
 * @param keys each set of columns whose values no two rows share, NULL being like NULL; the primary
 *     key first
 */
public record Table(QualifiedName name, List<TableColumn> columns, List<List<Identifier>> keys) {
  public Table {
    columns = List.copyOf(columns);
    keys = keys.stream().map(List::copyOf).toList();
  }

  /** A column as the table has it. */
  public record TableColumn(Identifier name, Type type) {}

  /** Whether a column is declared never to be NULL. */
  public boolean isNeverNull(Identifier column) {
    return columns.stream().anyMatch(c -> c.name().equals(column) && !c.type().nullable());
  }

  @Override
  public String toString() {
    return name.toString();
  }
}
