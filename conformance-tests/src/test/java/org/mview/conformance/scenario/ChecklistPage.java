package org.mview.conformance.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * docs/checklist.md: a row for each case, a column for each database. What a case asks, and why it
 * does not pass where it does not, are written by hand; all between is written by the tests, with
 * {@code -Ddocs=write}.
 */
record ChecklistPage(List<String> lines) {
  private static final Path FILE =
      Path.of("").toAbsolutePath().getParent().resolve("docs/checklist.md");

  private static final String HEADER = "| Case |";

  ChecklistPage {
    lines = List.copyOf(lines);
  }

  static ChecklistPage read() {
    try {
      return new ChecklistPage(Files.readAllLines(FILE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void write() {
    try {
      Files.write(FILE, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names of the databases, in the order of the columns. */
  List<String> databases() {
    String header =
        lines.stream().filter(line -> line.startsWith(HEADER)).findFirst().orElseThrow();
    List<String> cells = cells(header);
    return cells.subList(2, cells.size() - 1);
  }

  /** The rows, cell by cell. */
  List<List<String>> rows() {
    return lines.stream().filter(ChecklistPage::isRow).map(ChecklistPage::cells).toList();
  }

  /** The same page with what a run has shown of some databases. */
  ChecklistPage with(Checklist checklist, Collection<String> dialects) {
    List<String> written = new ArrayList<>();
    for (String line : lines) {
      written.add(isRow(line) ? row(cells(line), checklist, dialects) : line);
    }
    return new ChecklistPage(written);
  }

  private String row(List<String> cells, Checklist checklist, Collection<String> dialects) {
    List<String> row = new ArrayList<>(cells);
    for (int i = 0; i < databases().size(); i++) {
      String dialect = databases().get(i).toLowerCase(Locale.ROOT);
      if (dialects.contains(dialect)) {
        row.set(i + 2, checklist.word(cells.get(0), dialect));
      }
    }
    return "| " + String.join(" | ", row) + " |";
  }

  private static boolean isRow(String line) {
    return line.startsWith("| S-");
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.substring(1, line.lastIndexOf('|')).split("\\|"))
        .map(String::strip)
        .toList();
  }
}
