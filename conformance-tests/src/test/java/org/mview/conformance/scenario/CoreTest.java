package org.mview.conformance.scenario;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.mview.conformance.TestDatabase;
import org.mview.conformance.TestDatabases;

/**
 * The scenarios of what is refreshed fast and of transactions, on a database for which all would
 * take long. Each is a class of its own, so that they can run beside each other.
 */
abstract class CoreTest {
  private static final String CORE = "fast/,transactions/";

  private final TestDatabase database;

  CoreTest(TestDatabase database) {
    this.database = database;
  }

  @TestFactory
  Stream<DynamicNode> theDatabaseDoesWhatTheScenarioSays() {
    ScenarioFiles files = ScenarioFiles.ofClassPath();
    return TestDatabases.inShort().contains(database)
        ? new ScenarioNodes(database, files, new Checklist()).of(files.chosen(CORE))
        : Stream.empty();
  }
}
