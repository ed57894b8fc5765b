package org.mview.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every link of the documents to a file of the project leads to one, and to a heading that is
 * there.
 */
class LinksTest {
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");

  static Stream<Page> pages() {
    return Page.all().stream();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void linksLeadSomewhere(Page page) {
    List<String> broken = new ArrayList<>();
    Matcher links = LINK.matcher(String.join("\n", page.lines()));
    while (links.find()) {
      String link = links.group(1);
      if (!link.contains("://") && !leads(page, link)) {
        broken.add(link);
      }
    }
    assertThat(broken).isEmpty();
  }

  private static boolean leads(Page page, String link) {
    String[] parts = link.split("#", 2);
    Path from = Page.ROOT.resolve(page.file());
    Path target = parts[0].isEmpty() ? from : from.resolveSibling(parts[0]).normalize();
    return Files.exists(target)
        && (parts.length == 1
            || anchors(Page.of(Page.ROOT.relativize(target).toString())).contains(parts[1]));
  }

  /** As GitHub makes them of headings. */
  private static List<String> anchors(Page page) {
    return page.lines().stream()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.replaceFirst("^#+\\s+", "").toLowerCase(Locale.ROOT))
        .map(line -> line.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .toList();
  }
}
