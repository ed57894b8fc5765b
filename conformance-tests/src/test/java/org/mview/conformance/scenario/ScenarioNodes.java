package org.mview.conformance.scenario;

import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicNode;
import org.mview.conformance.TestDatabase;

/** Scenarios as tests, and what their steps show. */
final class ScenarioNodes {
  private final TestDatabase database;
  private final ScenarioFiles files;
  private final Checklist checklist;

  ScenarioNodes(TestDatabase database, ScenarioFiles files, Checklist checklist) {
    this.database = database;
    this.files = files;
    this.checklist = checklist;
  }

  /** A container for each of these files, and each way in which it is carried out. */
  Stream<DynamicNode> of(List<Path> chosen) {
    return chosen.stream()
        .map(files::read)
        .flatMap(scenario -> scenario.ways().stream().map(way -> played(scenario, way)));
  }

  private DynamicNode played(Scenario scenario, Map<String, String> way) {
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
