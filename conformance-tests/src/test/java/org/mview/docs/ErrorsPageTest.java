package org.mview.docs;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.mview.error.MViewError;

/**
 * docs/errors.md has a row for each error. What the enum knows of it is written by this test, with
 * {@code -Ddocs=write}; when and the way out are written by hand.
 */
class ErrorsPageTest {
  private static final String PAGE = "docs/errors.md";
  private static final Pattern CELLS = Pattern.compile(" *(?<!\\\\)\\| *");

  @Test
  void thePageHasARowForEachError() throws IOException {
    Page page = Page.of(PAGE);
    if ("write".equals(System.getProperty("docs"))) {
      Files.write(Page.ROOT.resolve(PAGE), written(page));
    }
    assertThat(rows(Page.of(PAGE)))
        .containsExactlyElementsOf(Arrays.stream(MViewError.values()).map(this::row).toList());
  }

  @Test
  void everyRowSaysTheWayOut() {
    assertThat(wayOut(Page.of(PAGE)).values()).isNotEmpty().noneMatch(String::isBlank);
  }

  private String row(MViewError error) {
    return "| ORA-%05d | %s | `%s` | %s |"
        .formatted(error.code(), error.sqlState(), error.name(), template(error));
  }

  /** The text with an ellipsis for each of its arguments. */
  private static String template(MViewError error) {
    Object[] dots = new Object[9];
    Arrays.fill(dots, "…");
    String text = error.of(dots).getMessage();
    return text.substring(text.indexOf(' ') + 1).replace("|", "\\|");
  }

  private static boolean isRow(String line) {
    return line.startsWith("| ORA-");
  }

  /** The rows without their last column. */
  private static List<String> rows(Page page) {
    return page.lines().stream()
        .filter(ErrorsPageTest::isRow)
        .map(line -> line.substring(0, line.lastIndexOf('|', line.length() - 2) + 1))
        .toList();
  }

  private static Map<String, String> wayOut(Page page) {
    return page.lines().stream()
        .filter(ErrorsPageTest::isRow)
        .map(line -> CELLS.split(line))
        .collect(toMap(cells -> cells[3], cells -> cells.length > 5 ? cells[5] : ""));
  }

  private List<String> written(Page page) {
    Map<String, String> known = wayOut(page);
    List<String> rows =
        Arrays.stream(MViewError.values())
            .map(e -> row(e) + " " + known.getOrDefault("`" + e.name() + "`", "") + " |")
            .toList();
    List<String> lines = new ArrayList<>();
    for (String line : page.lines()) {
      if (line.startsWith("|---")) {
        lines.add(line);
        lines.addAll(rows);
      } else if (!isRow(line)) {
        lines.add(line);
      }
    }
    return lines;
  }
}
