package org.mview.conformance.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Rows, as a scenario writes them.
 *
 * @param columns their names; empty for the table that says {@code (no rows)}
 */
record Table(List<String> columns, List<List<Cell>> rows) {
  static final Table NO_ROWS = new Table(List.of(), List.of());

  Table {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /** As it stands in a scenario. */
  @Override
  public String toString() {
    if (rows.isEmpty()) {
      return "  (no rows)";
    }
    List<List<String>> lines = new ArrayList<>();
    lines.add(columns);
    rows.forEach(row -> lines.add(row.stream().map(Cell::toString).toList()));
    List<Integer> widths = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      int column = i;
      widths.add(lines.stream().mapToInt(line -> line.get(column).length()).max().orElse(0));
    }
    return lines.stream().map(line -> written(line, widths)).collect(Collectors.joining("\n"));
  }

  private static String written(List<String> line, List<Integer> widths) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < line.size(); i++) {
      text.append(i == 0 ? "  " : " | ").append(line.get(i));
      text.append(" ".repeat(widths.get(i) - line.get(i).length()));
    }
    return text.toString().stripTrailing();
  }
}
