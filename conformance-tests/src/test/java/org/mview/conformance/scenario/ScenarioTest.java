package org.mview.conformance.scenario;

import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.mview.conformance.TestDatabase;
import org.mview.conformance.TestDatabases;

/** Every scenario, on every database. */
class ScenarioTest {
  private final ScenarioFiles files = ScenarioFiles.ofClassPath();

  @TestFactory
  Stream<DynamicNode> theDatabaseDoesWhatTheScenarioSays() {
    return TestDatabases.chosen().stream()
        .map(database -> dynamicContainer(database.name(), scenarios(database)));
  }

  private Stream<DynamicNode> scenarios(TestDatabase database) {
    return files.chosen(System.getProperty("mview.scenario", "")).stream()
        .map(file -> dynamicContainer(files.name(file), steps(file, database)));
  }

  private Stream<DynamicNode> steps(Path file, TestDatabase database) {
    Scenario scenario = files.read(file);
    Played played = new Played(scenario, database);
    return scenario.steps().stream()
        .map(
            step ->
                (DynamicNode)
                    dynamicTest(
                        "%s: %s [%s]".formatted(scenario.file(), step.sentence(), database.name()),
                        () -> played.play(step)))
        .onClose(played::close);
  }

  /** A scenario whose steps are tests: each stands on those before it. */
  private static final class Played {
    private final Scenario scenario;
    private final TestDatabase database;
    private @Nullable ScenarioRun run;
    private boolean failed;

    Played(Scenario scenario, TestDatabase database) {
      this.scenario = scenario;
      this.database = database;
    }

    void play(Step step) throws SQLException {
      String dialect = database.dialect().name();
      assumeThat(scenario.isFor(dialect) && step.isFor(dialect))
          .as("written for %s", database.name())
          .isTrue();
      assumeThat(failed).as("an earlier step has failed").isFalse();
      failed = true;
      run().run(step);
      failed = false;
    }

    private ScenarioRun run() throws SQLException {
      ScenarioRun known = run;
      if (known == null) {
        known = new ScenarioRun(scenario, database);
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
