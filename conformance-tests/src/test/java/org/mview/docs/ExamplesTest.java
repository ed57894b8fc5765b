package org.mview.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mview.conformance.FreshDatabase;
import org.mview.conformance.TestDatabase;
import org.mview.conformance.TestDatabases;

/**
 * Runs every SQL example of the documents: those on databases in memory always, those on a server
 * where the tests have it.
 */
class ExamplesTest {
  /** What a page may leave out at the end of an answer. */
  private static final String MORE = "…";

  static Stream<Excerpt> excerpts() {
    return Page.all().stream().flatMap(page -> Excerpt.of(page).stream());
  }

  @ParameterizedTest
  @MethodSource("excerpts")
  void theExamplesOfAPageDoWhatItSays(Excerpt excerpt) throws SQLException {
    if (excerpt.server().isPresent()) {
      runOnServer(excerpt, excerpt.server().get());
      return;
    }
    try (Connection connection = DriverManager.getConnection(excerpt.url())) {
      run(excerpt, connection);
    }
  }

  private static void runOnServer(Excerpt excerpt, String name) throws SQLException {
    Optional<TestDatabase> server =
        TestDatabases.chosen().stream().filter(d -> d.name().equals(name)).findFirst();
    assumeThat(server).as("-Dmview.databases names %s", name).isPresent();
    try (FreshDatabase fresh = server.orElseThrow().create();
        Connection connection = fresh.connect(excerpt.properties())) {
      run(excerpt, connection);
    }
  }

  private static void run(Excerpt excerpt, Connection connection) {
    for (Example example : excerpt.examples()) {
      check(excerpt.page(), example, connection);
    }
  }

  private static void check(Page page, Example example, Connection connection) {
    List<String> answers = answers(example, connection);
    boolean says = !example.answers().isEmpty();
    String where = "%s, line %d: %s".formatted(page, example.line(), example.sql());
    assertThat(says || answers.stream().noneMatch(a -> a.startsWith("ORA-") || isError(a)))
        .as("%s%n%s", where, answers)
        .isTrue();
    if (says) {
      assertThat(answers).as(where).hasSameSizeAs(example.answers());
      for (int i = 0; i < answers.size(); i++) {
        String expected = example.answers().get(i);
        if (expected.endsWith(MORE)) {
          assertThat(answers.get(i))
              .as(where)
              .startsWith(expected.substring(0, expected.length() - MORE.length()));
        } else {
          assertThat(answers.get(i)).as(where).isEqualTo(expected);
        }
      }
    }
  }

  private static boolean isError(String answer) {
    return answer.startsWith("error: ");
  }

  private static List<String> answers(Example example, Connection connection) {
    try (Statement statement = connection.createStatement()) {
      List<String> answers = new ArrayList<>();
      if (statement.execute(example.sql())) {
        try (ResultSet rows = statement.getResultSet()) {
          while (rows.next()) {
            answers.add(row(rows));
          }
        }
      }
      for (SQLWarning w = statement.getWarnings(); w != null; w = w.getNextWarning()) {
        answers.add("warning: " + w.getMessage());
      }
      return answers;
    } catch (SQLException e) {
      String message = String.valueOf(e.getMessage());
      return message.startsWith("ORA-") ? message.lines().toList() : List.of("error: " + message);
    }
  }

  private static String row(ResultSet rows) throws SQLException {
    List<String> values = new ArrayList<>();
    for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
      String value = rows.getString(i);
      values.add(value == null ? "NULL" : value);
    }
    return String.join(" | ", values);
  }
}
