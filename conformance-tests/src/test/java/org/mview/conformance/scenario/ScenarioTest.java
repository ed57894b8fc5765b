package org.mview.conformance.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.mview.conformance.TestDatabase;
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
        .map(database -> dynamicContainer(database.name(), scenarios(database)));
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

  private Stream<DynamicNode> scenarios(TestDatabase database) {
    return files.chosen(CHOSEN).stream()
        .map(files::read)
        .flatMap(scenario -> scenario.ways().stream().map(way -> played(scenario, way, database)));
  }

  private DynamicNode played(Scenario scenario, Map<String, String> way, TestDatabase database) {
    Played played = new Played(scenario, way, database, checklist);
    String where = database.name() + Scenario.said(way);
    return dynamicContainer(
        scenario.file() + Scenario.said(way),
        scenario.steps().stream()
            .map(
                step ->
                    (DynamicNode)
                        dynamicTest(
                            "%s: %s [%s]".formatted(scenario.file(), step.sentence(), where),
                            () -> played.play(step)))
            .onClose(played::close));
  }

  /** A scenario whose steps are tests: each stands on those before it. */
  private static final class Played {
    private final Scenario scenario;
    private final Map<String, String> way;
    private final TestDatabase database;
    private @Nullable ScenarioRun run;

    private final Checklist checklist;
    private boolean failed;

    Played(Scenario scenario, Map<String, String> way, TestDatabase database, Checklist checklist) {
      this.scenario = scenario;
      this.way = way;
      this.database = database;
      this.checklist = checklist;
    }

    void play(Step step) throws SQLException {
      String dialect = database.dialect().name();
      assumeThat(scenario.isFor(dialect) && step.isFor(dialect))
          .as("written for %s", database.name())
          .isTrue();
      if (failed) {
        checklist.add(step, dialect, Checklist.Outcome.NO);
      }
      assumeThat(failed).as("an earlier step has failed").isFalse();
      failed = true;
      try {
        run().run(step);
        failed = false;
        boolean refused = step.refusal() || run().isOver();
        checklist.add(step, dialect, refused ? Checklist.Outcome.REFUSED : Checklist.Outcome.YES);
      } finally {
        if (failed) {
          checklist.add(step, dialect, Checklist.Outcome.NO);
        }
      }
    }

    private ScenarioRun run() throws SQLException {
      ScenarioRun known = run;
      if (known == null) {
        known = new ScenarioRun(scenario, database, way);
        run = known;
      }
      return known;
    }

    void close() {
      ScenarioRun known = run;
      if (known != null) {
        try {
          known.close();
        } catch (SQLException e) {
          throw new IllegalStateException(e);
        }
      }
    }
  }
}
