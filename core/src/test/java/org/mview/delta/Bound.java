package org.mview.delta;

import java.util.ArrayList;
import java.util.List;
import org.mview.delta.Bag.Row;
import org.mview.sql.Column;

/** The values of a row by its columns, for tests. */
record Bound(List<Column> columns, Row row) {
  Value at(Column column) {
    int place = columns.indexOf(column);
    if (place < 0) {
      throw new IllegalStateException(column + " is not among " + columns);
    }
    return row.at(place);
  }

  /** The values of both rows. */
  Bound and(Bound other) {
    List<Column> all = new ArrayList<>(columns);
    all.addAll(other.columns);
    return new Bound(all, Meaning.append(row, other.row));
  }
}
