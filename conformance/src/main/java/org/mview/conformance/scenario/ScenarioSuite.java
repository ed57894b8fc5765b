package org.mview.conformance.scenario;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.mview.conformance.TestDatabase;

/** All scenarios on one database, one after the other, each in a database of its own. */
public final class ScenarioSuite {
  private final ScenarioFiles files = ScenarioFiles.ofClassPath();
  private final TestDatabase database;

  /** The scenarios on a database. */
  public ScenarioSuite(TestDatabase database) {
    this.database = database;
  }

  /** What has become of a scenario. */
  public enum Result {
    /** All is as it says. */
    PASSED,
    /** The database refuses, as expected, what the rest stands on. */
    REFUSED,
    /** It is written for other databases. */
    LEFT_OUT,
    /** Something is not as it says. */
    FAILED
  }

  /**
   * A scenario that was carried out.
   *
   * @param why empty where all is as it says
   */
  public record Outcome(String scenario, Result result, String why) {}

  /** The scenarios whose path holds this. */
  public List<String> names(String wanted) {
    return files.chosen(wanted).stream().map(files::name).toList();
  }

  /** Carries a scenario out. */
  public Outcome play(String name) {
    Scenario scenario = files.read(files.file(name));
    String dialect = database.dialect().name();
    if (!scenario.isFor(dialect)) {
      return new Outcome(name, Result.LEFT_OUT, "it is about " + scenario.databases());
    }
    boolean refused = false;
    try {
      for (Map<String, String> way : scenario.ways()) {
        refused |= isRefused(scenario, way);
      }
    } catch (SQLException | RuntimeException | AssertionError e) {
      return new Outcome(name, Result.FAILED, String.valueOf(e.getMessage()));
    }
    return refused
        ? new Outcome(name, Result.REFUSED, "the database cannot do what it needs")
        : new Outcome(name, Result.PASSED, "");
  }

  /** Carries a scenario out in one way, and answers whether the database has refused something. */
  private boolean isRefused(Scenario scenario, Map<String, String> way) throws SQLException {
    try (ScenarioRun run = new ScenarioRun(scenario, database, way)) {
      for (Step step : scenario.steps()) {
        if (step.isFor(database.dialect().name())) {
          run.run(step);
        }
      }
      return run.isOver();
    }
  }
}
