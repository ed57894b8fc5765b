package org.mview.conformance.scenario;

import java.util.ArrayList;
import java.util.List;

/** Reads the lines of a table: the names of its columns, then its rows, cells parted by bars. */
final class TableParser {
  private static final String NO_ROWS = "(no rows)";

  private TableParser() {}

  /**
   * Reads a table.
   *
   * @throws IllegalArgumentException when it is none; the message says why
   */
  static Table table(List<String> lines) {
    if (lines.isEmpty()) {
      throw new IllegalArgumentException(
          "rows are expected below, further to the right: the names of the columns, then the rows, or "
              + NO_ROWS);
    } else if (lines.equals(List.of(NO_ROWS))) {
      return Table.NO_ROWS;
    } else if (lines.size() == 1) {
      throw new IllegalArgumentException(
          "only the names of columns stand here: where there are no rows, write " + NO_ROWS);
    }
    List<String> columns = cells(lines.get(0));
    List<List<Cell>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      List<String> cells = cells(line);
      if (cells.size() != columns.size()) {
        throw new IllegalArgumentException(
            "%d columns have names, and this row has %d: %s"
                .formatted(columns.size(), cells.size(), line));
      }
      rows.add(cells.stream().map(Cell::written).toList());
    }
    return new Table(columns, rows);
  }

  /** A bar inside quotes parts nothing. */
  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    boolean quoted = false;
    int start = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      quoted ^= c == '\'';
      if (c == '|' && !quoted) {
        cells.add(line.substring(start, i).strip());
        start = i + 1;
      }
    }
    cells.add(line.substring(start).strip());
    return cells;
  }
}
