package org.mview.cli.output;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A table for people. Its first rows are kept back until the widths of the columns are known from
 * them; what follows is written as it comes, so that a result of any size can be shown.
 */
final class TableWriter implements RowWriter {
  private static final int ROWS_THAT_SET_THE_WIDTHS = 1000;

  private final PrintWriter out;
  private final TableLayout layout;
  private final List<List<Cell>> keptBack = new ArrayList<>();
  private List<String> headings = List.of();
  private List<TableColumn> columns = List.of();
  private boolean open;

  TableWriter(PrintWriter out, TableLayout layout) {
    this.out = out;
    this.layout = layout;
  }

  @Override
  public void header(List<String> names) {
    headings = List.copyOf(names);
  }

  @Override
  public void row(List<Cell> row) {
    if (open) {
      line(row);
      return;
    }
    keptBack.add(List.copyOf(row));
    if (keptBack.size() == ROWS_THAT_SET_THE_WIDTHS) {
      open();
    }
  }

  @Override
  public void end() {
    if (!open) {
      open();
    }
    out.flush();
  }

  private void open() {
    open = true;
    columns = ColumnWidths.of(headings, keptBack, layout);
    out.println(joined(columns.stream().map(TableColumn::headingText), " │ "));
    out.println(columns.stream().map(c -> "─" + c.rule() + "─").collect(Collectors.joining("┼")));
    keptBack.forEach(this::line);
    keptBack.clear();
  }

  private void line(List<Cell> row) {
    Function<Integer, String> text = i -> columns.get(i).cellText(row.get(i));
    out.println(joined(IntStream.range(0, row.size()).boxed().map(text), " │ "));
  }

  private static String joined(Stream<String> cells, String separator) {
    return (" " + cells.collect(Collectors.joining(separator))).stripTrailing();
  }
}
