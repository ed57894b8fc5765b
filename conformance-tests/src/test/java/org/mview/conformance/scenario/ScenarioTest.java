package org.mview.conformance.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.mview.conformance.TestDatabases;

/** Every scenario, on every database; what that shows is the page docs/checklist.md. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScenarioTest {
  /** What the paths of the scenarios to play hold. */
  private static final String CHOSEN = System.getProperty("mview.scenario", "");

  private final Checklist checklist = new Checklist();
  private final ScenarioFiles files = ScenarioFiles.ofClassPath();

  @TestFactory
  Stream<DynamicNode> theDatabaseDoesWhatTheScenarioSays() {
    return TestDatabases.chosen().stream()
        .map(
            database ->
                dynamicContainer(
                    database.name(),
                    new ScenarioNodes(database, files, checklist).of(files.chosen(CHOSEN))));
  }

  @AfterAll
  void thePageSaysWhatHasPassed() {
    if (!CHOSEN.isEmpty()) {
      return;
    }
    Set<String> dialects =
        TestDatabases.chosen().stream().map(d -> d.dialect().name()).collect(Collectors.toSet());
    if ("write".equals(System.getProperty("docs"))) {
      ChecklistPage.read().with(checklist, dialects).write();
    }
    ChecklistPage page = ChecklistPage.read();
    assertThat(page.lines())
        .as("docs/checklist.md, which -Ddocs=write writes anew")
        .isEqualTo(page.with(checklist, dialects).lines());
  }
}
