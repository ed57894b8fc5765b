package org.mview.cli.output;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;

/** Results as text, for tests. */
final class Written {
  private Written() {}

  static Cell[] row(Cell... cells) {
    return cells;
  }

  static String by(ResultFormat format, List<String> names, Cell[]... rows) {
    StringWriter text = new StringWriter();
    RowWriter writer = format.writer(new PrintWriter(text));
    writer.header(names);
    Stream.of(rows).map(List::of).forEach(writer::row);
    writer.end();
    return text.toString().replace(System.lineSeparator(), "\n");
  }
}
