package org.mview.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mview.conformance.scenario.ScenarioSuite;
import org.mview.conformance.scenario.ScenarioSuite.Outcome;
import org.mview.conformance.scenario.ScenarioSuite.Result;

class UrlDatabaseTest {
  private static final String SCENARIO = "fast/one-table";

  /** On H2 there is no place beside a database of the user's yet. */
  static Stream<TestDatabase> kinds() {
    return TestDatabases.chosen().stream().filter(kind -> !kind.equals(H2Database.IN_MEMORY));
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("kinds")
  void scenariosRunOnADatabaseOfTheUserAndLeaveNothing(TestDatabase kind) throws SQLException {
    try (FreshDatabase user = kind.create()) {
      UrlDatabase database = UrlDatabase.of(user.url(), new Properties());
      assertThat(outcomes(database)).isNotEmpty().allMatch(o -> o.result() == Result.PASSED);
      FreshDatabase place = database.create();
      try (Connection connection = place.connect();
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE TABLE t (a INTEGER)");
        database.close(); // the connection is still open
      }
      assertGone(place.rawUrl());
      assertThatThrownBy(database::create).isInstanceOf(SQLException.class);
    }
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("kinds")
  void aProgramThatIsStoppedLeavesNothing(TestDatabase kind) throws Exception {
    try (FreshDatabase user = kind.create()) {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  Waiting.class.getName(),
                  user.rawUrl())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      String place = firstLine(process);
      try (Connection there = DriverManager.getConnection(place)) {
        assertThat(there.isClosed()).isFalse();
      }
      process.destroy(); // as Ctrl-C does
      process.waitFor();
      assertGone(place);
    }
  }

  @Test
  void whereNoDatabaseMayBeMadeASchemaIs() throws SQLException {
    try (FreshDatabase user = PostgresDatabase.EMBEDDED.create()) {
      try (Connection connection = user.connectRaw();
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE ROLE tester LOGIN PASSWORD 'tester'");
        statement.execute("GRANT CREATE ON DATABASE %s TO tester".formatted(name(user)));
      }
      Properties login = new Properties();
      login.setProperty("user", "tester");
      login.setProperty("password", "tester");
      String url = user.rawUrl().replaceAll("\\?.*", "");
      try (UrlDatabase database = UrlDatabase.of(url, login)) {
        assertThat(outcomes(database)).isNotEmpty().allMatch(o -> o.result() == Result.PASSED);
        assertThat(database.create().rawUrl()).contains("currentSchema=mview_conformance_");
      }
      try (Connection connection = user.connectRaw();
          Statement statement = connection.createStatement()) {
        statement.execute("DROP OWNED BY tester");
        statement.execute("DROP ROLE tester"); // nothing is left that it owns
      }
    }
  }

  private static String name(FreshDatabase user) {
    return user.rawUrl().replaceAll(".*/([^/?]+)(?:\\?.*)?", "$1");
  }

  private static List<Outcome> outcomes(UrlDatabase database) {
    ScenarioSuite suite = new ScenarioSuite(database);
    return suite.names(SCENARIO).stream().map(suite::play).toList();
  }

  private static String firstLine(Process process) throws IOException {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      return String.valueOf(lines.readLine());
    }
  }

  private static void assertGone(String url) {
    if (url.startsWith("jdbc:sqlite:")) {
      assertThat(Files.exists(Path.of(url.substring("jdbc:sqlite:".length())))).isFalse();
    } else {
      assertThatThrownBy(() -> DriverManager.getConnection(url)).isInstanceOf(SQLException.class);
    }
  }

  /** Another JVM, which makes a place, says where it is, and waits. */
  static final class Waiting {
    private Waiting() {}

    public static void main(String[] arguments) throws Exception {
      FreshDatabase place = UrlDatabase.of(arguments[0], new Properties()).create();
      try (Connection connection = place.connect();
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE TABLE t (a INTEGER)");
        System.out.println(place.rawUrl());
        Thread.currentThread().join();
      }
    }
  }
}
