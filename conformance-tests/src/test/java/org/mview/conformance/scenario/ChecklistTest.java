package org.mview.conformance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mview.conformance.scenario.Checklist.Outcome;

/** A case passes where all steps that name it do. */
class ChecklistTest {
  private final Checklist checklist = new Checklist();

  private void played(String sentence, String dialect, Outcome outcome) {
    checklist.add(new Step(sentence, 1, Set.of(), false, List.of()), dialect, outcome);
  }

  @Test
  void aCaseWithoutAStepIsNeitherYesNorNo() {
    assertThat(checklist.word("S-001", "sqlite")).isEqualTo("-");
  }

  @Test
  void oneStepThatFailsIsEnough() {
    played("S-001 this", "sqlite", Outcome.YES);
    played("S-001 and S-002 that", "sqlite", Outcome.NO);
    played("S-001 this", "sqlite", Outcome.YES);
    assertThat(checklist.word("S-001", "sqlite")).isEqualTo("no");
    assertThat(checklist.word("S-002", "sqlite")).isEqualTo("no");
  }

  @Test
  void eachDatabaseHasItsOwn() {
    played("S-120a this", "sqlite", Outcome.YES);
    played("S-120a this", "mysql", Outcome.REFUSED);
    assertThat(checklist.word("S-120a", "sqlite")).isEqualTo("yes");
    assertThat(checklist.word("S-120a", "mysql")).isEqualTo("refused");
    assertThat(checklist.word("S-120", "sqlite")).isEqualTo("-");
  }

  @Test
  void thePageKeepsWhatIsWrittenByHandAndTheOtherDatabases() {
    ChecklistPage page =
        new ChecklistPage(
            List.of(
                "| Case | What | SQLite | MySQL | Why not |",
                "|---|---|---|---|---|",
                "| S-001 | a table | no | yes |  |",
                "| S-002 | a view | yes | - | not there |",
                "Text."));
    played("S-001 this", "sqlite", Outcome.YES);
    assertThat(page.with(checklist, Set.of("sqlite")).lines())
        .containsExactly(
            "| Case | What | SQLite | MySQL | Why not |",
            "|---|---|---|---|---|",
            "| S-001 | a table | yes | yes |  |",
            "| S-002 | a view | - | - | not there |",
            "Text.");
  }
}
