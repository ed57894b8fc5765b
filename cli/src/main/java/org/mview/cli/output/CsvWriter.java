package org.mview.cli.output;

import java.io.PrintWriter;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Comma-separated values. NULL is empty, the empty string is {@code ""}, so that a reader can tell
 * them apart.
 */
final class CsvWriter implements RowWriter {
  private static final Pattern NEEDS_QUOTES = Pattern.compile("^$|[\",\r\n]|^\\s|\\s$");

  private final PrintWriter out;

  CsvWriter(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void header(List<String> columns) {
    line(columns.stream().map(CsvWriter::quoted).collect(Collectors.joining(",")));
  }

  @Override
  public void row(List<Cell> row) {
    line(row.stream().map(CsvWriter::field).collect(Collectors.joining(",")));
  }

  @Override
  public void end() {
    out.flush();
  }

  private void line(String line) {
    out.print(line);
    out.print('\n');
  }

  private static String field(Cell cell) {
    return cell.kind() == Cell.Kind.NULL ? "" : quoted(cell.text());
  }

  private static String quoted(String text) {
    return NEEDS_QUOTES.matcher(text).find() ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
