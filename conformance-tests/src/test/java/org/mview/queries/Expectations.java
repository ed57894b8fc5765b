package org.mview.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which queries of a set can be refreshed fast, and what is in the way of the others: a line each
 * in {@code fast.txt}. What gets better must be written down, too: with {@code -Dgolden=write} the
 * file is written anew.
 */
final class Expectations {
  /** What stands in the place of a reason. */
  static final String FAST = "FAST";

  private static final String FILE = "fast.txt";
  private static final boolean WRITE = "write".equals(System.getProperty("golden"));

  private final QuerySet set;
  private final Map<String, String> expected;
  private final Map<String, String> found = new TreeMap<>();

  private Expectations(QuerySet set, Map<String, String> expected) {
    this.set = set;
    this.expected = expected;
  }

  static Expectations read(QuerySet set) {
    Map<String, String> expected = new LinkedHashMap<>();
    set.read(FILE)
        .lines()
        .map(line -> line.split(" \\| ", 2))
        .forEach(line -> expected.put(line[0].strip(), line[1]));
    return new Expectations(set, expected);
  }

  /** Notes what holds of a query: {@link #FAST}, or a reason. */
  void check(String query, String fastOrReason) {
    found.put(query, fastOrReason);
    if (!WRITE) {
      assertThat(fastOrReason)
          .as("%s of %s in %s", query, set.name(), FILE)
          .isEqualTo(expected.get(query));
    }
  }

  /** Shows all, and writes them if they are to be written. */
  void end() throws IOException {
    long fast = found.values().stream().filter(FAST::equals).count();
    System.out.printf("%s: %d of %d queries are fast%n%s", set.name(), fast, found.size(), text());
    if (WRITE) {
      Files.writeString(Path.of("src/test/resources/queries", set.name(), FILE), text());
    }
  }

  private String text() {
    int width = found.keySet().stream().mapToInt(String::length).max().orElse(1);
    return found.entrySet().stream()
        .map(e -> ("%-" + width + "s | %s%n").formatted(e.getKey(), e.getValue()))
        .collect(Collectors.joining());
  }
}
