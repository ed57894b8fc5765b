package org.mview.cli.output;

import java.io.PrintWriter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * An array of objects. Columns of the same name are told apart by a number, since an object has a
 * name only once.
 */
final class JsonWriter implements RowWriter {
  private final PrintWriter out;
  private List<String> names = List.of();
  private boolean first = true;

  JsonWriter(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void header(List<String> columns) {
    names = distinct(columns).stream().map(JsonWriter::string).toList();
    out.print("[");
  }

  @Override
  public void row(List<Cell> row) {
    out.print(first ? "\n  {" : ",\n  {");
    first = false;
    for (int i = 0; i < row.size(); i++) {
      out.print(i == 0 ? "" : ", ");
      out.print(names.get(i));
      out.print(": ");
      out.print(value(row.get(i)));
    }
    out.print("}");
  }

  @Override
  public void end() {
    out.print(first ? "]\n" : "\n]\n");
    out.flush();
  }

  private static List<String> distinct(List<String> columns) {
    Set<String> names = new LinkedHashSet<>();
    for (String column : columns) {
      String name = column;
      for (int number = 2; !names.add(name); number++) {
        // A column further on may bear that name already: it has the better right to it.
        String next = column + "_" + number;
        name = columns.contains(next) ? column : next;
      }
    }
    return List.copyOf(names);
  }

  private static String value(Cell cell) {
    return switch (cell.kind()) {
      case NULL -> "null";
      case NUMBER, BOOLEAN -> cell.text();
      case TEXT -> string(cell.text());
    };
  }

  private static String string(String text) {
    StringBuilder json = new StringBuilder("\"");
    text.chars().forEach(c -> json.append(escaped((char) c)));
    return json.append('"').toString();
  }

  private static String escaped(char c) {
    return switch (c) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> c < ' ' ? "\\u%04x".formatted((int) c) : String.valueOf(c);
    };
  }
}
