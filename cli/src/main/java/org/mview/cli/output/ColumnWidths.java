package org.mview.cli.output;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds the widths of a table's columns from its first rows. */
final class ColumnWidths {
  /** Between two columns, and around a row: " │ " and a space at each end. */
  private static final int SEPARATOR = 3;

  private ColumnWidths() {}

  static List<TableColumn> of(List<String> headings, List<List<Cell>> rows, TableLayout layout) {
    List<TableColumn> columns =
        IntStream.range(0, headings.size())
            .mapToObj(i -> column(headings.get(i), cells(rows, i), layout.columnLimit()))
            .toList();
    return fitted(columns, layout.lineWidth());
  }

  private static List<Cell> cells(List<List<Cell>> rows, int column) {
    return rows.stream().map(row -> row.get(column)).toList();
  }

  private static TableColumn column(String name, List<Cell> cells, int limit) {
    String heading = TextWidth.onOneLine(name);
    List<Cell> values = cells.stream().filter(cell -> cell.kind() != Cell.Kind.NULL).toList();
    boolean numeric =
        !values.isEmpty() && values.stream().allMatch(c -> c.kind() == Cell.Kind.NUMBER);
    int widest = cells.stream().mapToInt(TableColumn::width).max().orElse(0);
    int width = Math.max(TextWidth.of(heading), widest);
    return new TableColumn(heading, numeric ? width : Math.min(width, limit), numeric);
  }

  /** Takes from the widest column of text, again and again, until a row fits or no more can go. */
  private static List<TableColumn> fitted(List<TableColumn> columns, int lineWidth) {
    List<TableColumn> fitted = new ArrayList<>(columns);
    while (lineLength(fitted) > lineWidth) {
      Optional<TableColumn> widest =
          fitted.stream()
              .filter(c -> !c.numeric() && c.width() > TableLayout.NARROWEST)
              .max(Comparator.comparingInt(TableColumn::width));
      if (widest.isEmpty()) {
        break;
      }
      int place = fitted.indexOf(widest.get());
      fitted.set(place, widest.get().narrowedTo(widest.get().width() - 1));
    }
    return fitted;
  }

  private static long lineLength(List<TableColumn> columns) {
    return columns.stream().mapToLong(c -> (long) c.width() + SEPARATOR).sum() - 1;
  }
}
