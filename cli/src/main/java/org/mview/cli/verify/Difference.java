package org.mview.cli.verify;

import java.util.List;
import org.mview.cli.output.Cell;

/**
 * A row that a view and its query do not have equally often.
 *
 * @param copies how many more the view has than its query; less than zero when it lacks some
 */
record Difference(List<Cell> row, long copies) {
  Difference {
    row = List.copyOf(row);
  }

  /** Whether the view has what its query has not. */
  boolean isTooMany() {
    return copies > 0;
  }
}
