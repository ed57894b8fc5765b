package org.mview.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * docs/capture.md says nothing without a test: each of its rows names steps of scenarios that run
 * on its database, or methods of tests.
 */
class CapturePageTest {
  private static final Page PAGE = Page.of("docs/capture.md");
  private static final Set<String> WITHOUT_PROOF = Set.of("–", "not tested");
  private static final Pattern PROOF = Pattern.compile("\\[[^\\]]+\\]\\(([^)]+)\\): (.+)");

  /** The names that scenarios have for the databases of a heading. */
  private static final Map<String, List<String>> NAMES =
      Map.of("MySQL and MariaDB", List.of("mysql", "mariadb"));

  /**
   * A row.
   *
   * @param database the heading over it
   */
  record Row(String database, String way, String happens, String proofs) {
    @Override
    public String toString() {
      return database + ": " + way;
    }

    boolean needsProof() {
      return !WITHOUT_PROOF.contains(happens);
    }

    List<String> names() {
      return NAMES.getOrDefault(database, List.of(database.toLowerCase(Locale.ROOT)));
    }
  }

  static List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    String database = "";
    for (String line : PAGE.lines()) {
      String[] cells = line.split(" *\\| *", -1);
      if (line.startsWith("## ")) {
        database = line.substring(3);
      } else if (!database.isEmpty()
          && cells.length == 5
          && !cells[1].equals("Way")
          && !cells[1].startsWith("---")) {
        rows.add(new Row(database, cells[1], cells[2], cells[3]));
      }
    }
    return rows;
  }

  @Test
  void everyDatabaseHasTheSameWays() {
    Map<String, List<String>> ways = new LinkedHashMap<>();
    for (Row row : rows()) {
      ways.computeIfAbsent(row.database(), d -> new ArrayList<>()).add(row.way());
    }
    assertThat(ways)
        .containsOnlyKeys("SQLite", "PostgreSQL", "MySQL and MariaDB", "H2", "HSQLDB", "DuckDB");
    assertThat(ways.values()).allSatisfy(w -> assertThat(w).isEqualTo(ways.get("SQLite")));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void itsTestsAreThere(Row row) throws IOException {
    assertThat(!row.proofs().isEmpty()).isEqualTo(row.needsProof());
    for (String proof : row.needsProof() ? row.proofs().split("<br>") : new String[0]) {
      Matcher matcher = PROOF.matcher(proof);
      assertThat(matcher.matches()).as(proof).isTrue();
      List<String> lines =
          Files.readAllLines(Page.ROOT.resolve("docs").resolve(matcher.group(1)).normalize());
      for (String named : matcher.group(2).split("; ")) {
        if (matcher.group(1).endsWith(".java")) {
          assertThat(lines).as(proof).anyMatch(line -> line.contains("void " + named + "("));
        } else {
          assertRuns(row, lines, named);
        }
      }
    }
  }

  /** A line “only” stands at the beginning of a scenario, or of a step. */
  private static void assertRuns(Row row, List<String> lines, String step) {
    int at = lines.indexOf("step " + step);
    assertThat(at).as("step %s", step).isNotNegative();
    Stream<String> before = lines.stream().takeWhile(line -> !line.startsWith("step "));
    Stream<String> behind =
        lines.stream().skip(at + 1L).takeWhile(line -> !line.startsWith("step "));
    assertThat(Stream.concat(before, behind).map(String::strip).filter(l -> l.startsWith("only ")))
        .as("%s, step %s", row, step)
        .allMatch(
            only ->
                Arrays.stream(only.substring("only ".length()).split(", *"))
                    .anyMatch(row.names()::contains));
  }

  /** A page that says less than there is would not be read. */
  @Test
  void mostIsTested() {
    long untested = rows().stream().filter(row -> row.happens().equals("not tested")).count();
    assertThat(untested).isLessThan(rows().size() / 10);
  }
}
