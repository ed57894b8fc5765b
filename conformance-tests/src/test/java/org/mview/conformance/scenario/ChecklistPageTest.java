package org.mview.conformance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is written by hand in docs/checklist.md; ScenarioTest holds the rest against a run. */
class ChecklistPageTest {
  private static final int LAST = 138;

  private final ChecklistPage page = ChecklistPage.read();

  @Test
  void thePageHasARowForEachCase() {
    List<String> cases =
        IntStream.rangeClosed(1, LAST)
            .mapToObj("S-%03d"::formatted)
            .flatMap(name -> name.equals("S-120") ? Stream.of(name, "S-120a") : Stream.of(name))
            .toList();
    assertThat(page.rows()).extracting(row -> row.get(0)).containsExactlyElementsOf(cases);
  }

  @Test
  void everyRowSaysWhatTheCaseAsks() {
    assertThat(page.rows()).allSatisfy(row -> assertThat(row.get(1)).as(row.get(0)).isNotBlank());
  }

  @Test
  void whatDoesNotPassEverywhereSaysWhyNot() {
    int why = page.databases().size() + 2;
    assertThat(page.rows())
        .filteredOn(row -> row.subList(2, why).stream().anyMatch(cell -> !cell.equals("yes")))
        .allSatisfy(row -> assertThat(row.get(why)).as(row.get(0)).isNotBlank());
  }

  @Test
  void everyStepThatNamesACaseNamesOneOfThePage() {
    List<String> known = page.rows().stream().map(row -> row.get(0)).toList();
    ScenarioFiles files = ScenarioFiles.ofClassPath();
    assertThat(files.chosen("").stream().map(files::read).flatMap(s -> s.steps().stream()))
        .allSatisfy(step -> assertThat(known).containsAll(Checklist.cases(step.sentence())));
  }
}
