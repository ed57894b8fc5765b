package org.mview.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A refresh costs what the change costs: with the indexes that a user would have, SQLite reads
 * nothing from its beginning to its end but logs, stages, and what a golden file names.
 */
class RefreshPlansTest {
  /** An automatic index is made for this one statement, by reading the whole table. */
  private static final Pattern READ_WHOLE =
      Pattern.compile("(?:SCAN (\\S+)(?: .*)?|SEARCH (\\S+) USING AUTOMATIC .*)");

  /**
   * A log and a stage hold the change and no more; {@code starts} are of a stage; {@code q}, {@code
   * copies} and those that SQLite numbers itself are queries, whose own steps are listed too.
   */
  private static final Pattern SMALL =
      Pattern.compile("(log|keys|changes|starts|q)(_\\d+)?|copies|s|CONSTANT|\\(subquery-\\d+\\)");

  static Stream<GoldenFile> refreshes() {
    return GoldenFile.named("refresh-");
  }

  @ParameterizedTest
  @MethodSource("refreshes")
  void onlyWhatIsSmallIsReadWhole(GoldenFile file) throws SQLException {
    try (RefreshCase refresh = new RefreshCase(file)) {
      List<String> large = new ArrayList<>();
      for (String sql : refresh.texts()) {
        List<String> steps = refresh.steps(sql);
        scans(steps).filter(name -> !file.mayScan().contains(name)).forEach(large::add);
      }
      assertThat(large).isEmpty();
    }
  }

  private static Stream<String> scans(List<String> steps) {
    return steps.stream()
        .map(step -> READ_WHOLE.matcher(step.substring(step.lastIndexOf('|') + 1)))
        .filter(Matcher::matches)
        .map(read -> read.group(1) == null ? read.group(2) : read.group(1))
        .filter(name -> !SMALL.matcher(name).matches());
  }

  static Stream<GoldenFile> keyedByTwoTables() {
    return GoldenFile.named("refresh-groups-keyed-by-");
  }

  /** Before what costs most is read, and by all parts: each row finds one key or none. */
  @ParameterizedTest
  @MethodSource("keyedByTwoTables")
  void keysOfTwoTablesAreLookedUpByAllTheirParts(GoldenFile file) throws SQLException {
    try (RefreshCase refresh = new RefreshCase(file)) {
      List<String> texts = refresh.texts();
      List<String> steps = refresh.steps(texts.get(texts.size() - 1));
      int parts = file.content().contains("\"c3\"") ? 3 : 2;
      String all = "(?:c\\d=\\?(?: AND )?){%d}".formatted(parts);
      assertThat(steps.stream().map(step -> step.substring(step.lastIndexOf('|') + 1)))
          .containsSubsequence("SCAN starts")
          .anyMatch(
              step -> step.matches("SEARCH keys USING AUTOMATIC COVERING INDEX \\(" + all + "\\)"));
    }
  }

  @ParameterizedTest
  @MethodSource("refreshes")
  void whatMayBeReadWholeIs(GoldenFile file) throws SQLException {
    try (RefreshCase refresh = new RefreshCase(file)) {
      List<String> read = new ArrayList<>();
      for (String sql : refresh.texts()) {
        scans(refresh.steps(sql)).forEach(read::add);
      }
      assertThat(read).containsAll(file.mayScan());
    }
  }
}
