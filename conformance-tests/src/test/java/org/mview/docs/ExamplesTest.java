package org.mview.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs every SQL example of the documents, each page on a database of its own. */
class ExamplesTest {
  private static final String URL = "jdbc:mview:sqlite::memory:";

  /** What a page may leave out at the end of an answer. */
  private static final String MORE = "…";

  static Stream<Page> pages() {
    return Page.all().stream().filter(page -> !page.blocks("sql").isEmpty());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void theExamplesOfAPageDoWhatItSays(Page page) throws SQLException {
    Connection connection = DriverManager.getConnection(URL);
    try {
      for (Example example : Example.of(page)) {
        if (example.url().isPresent()) {
          connection.close();
          connection = DriverManager.getConnection(example.url().get());
        }
        check(page, example, connection);
      }
    } finally {
      connection.close();
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
