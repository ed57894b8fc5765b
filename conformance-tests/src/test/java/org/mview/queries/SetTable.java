package org.mview.queries;

import java.util.List;

/**
 * A table of a query set.
 *
 * @param rows how many it mostly has
 */
record SetTable(String name, int rows, List<Column> columns) {
  record Column(String name, Values values) {}

  SetTable {
    columns = List.copyOf(columns);
  }
}
