package org.mview.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mview.session.TestSession;

/** Which way a refresh takes, and in which order views are refreshed. */
class RefreshViewsTest {
  private static final String ORDERS =
      """
      CREATE TABLE orders (id INTEGER PRIMARY KEY, amount INTEGER);
      CREATE MATERIALIZED VIEW v REFRESH FORCE AS SELECT id, amount FROM orders;
      """;

  private static final String ADD =
      """
      INSERT INTO orders WITH RECURSIVE n(i) AS (SELECT %d UNION ALL SELECT i + 1 FROM n WHERE i < %d)
        SELECT i, i FROM n;
      """;

  private static final String LAST =
      "SELECT LAST_REFRESH_TYPE FROM USER_MVIEWS WHERE MVIEW_NAME = 'v'";

  private static String orders(int from, int to) {
    return ADD.formatted(from, to);
  }

  static Stream<Arguments> changes() {
    return Stream.of(
        arguments("few changes of many rows", orders(1, 9_000), orders(9_001, 9_500), "FAST"),
        arguments("many changes of few rows", orders(1, 10), orders(11, 2_000), "COMPLETE"),
        arguments("up to a thousand are always few", "", orders(1, 1_000), "FAST"),
        arguments("one more is not", "", orders(1, 1_001), "COMPLETE"),
        arguments(
            "a fifth of the rows is not yet large",
            orders(1, 8_000),
            orders(8_001, 10_000),
            "FAST"),
        arguments("more is", orders(1, 1_999), orders(2_000, 4_000), "COMPLETE"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("changes")
  void forceTakesTheCheaperWay(String name, String before, String change, String type)
      throws SQLException {
    try (TestSession session = TestSession.open()) {
      session.run(ORDERS + before + "CALL DBMS_MVIEW.REFRESH('v', 'C');\n" + change);
      Outcome outcome = session.run("CALL DBMS_MVIEW.REFRESH('v')");
      assertThat(session.rows(LAST)).containsExactly(type);
      assertThat(outcome.warnings()).hasSize(type.equals("COMPLETE") ? 1 : 0);
      assertThat(session.rows("SELECT COUNT(*) FROM v"))
          .isEqualTo(session.rows("SELECT COUNT(*) FROM orders"));
    }
  }

  @Test
  void fastIsFastHoweverLargeTheChange() throws SQLException {
    try (TestSession session = TestSession.open()) {
      session.run(ORDERS + orders(1, 2_000));
      session.run("CALL DBMS_MVIEW.REFRESH('v', 'F')");
      assertThat(session.rows(LAST)).containsExactly("FAST");
    }
  }

  @Test
  void aViewIsRefreshedBehindThoseThatItReads() throws SQLException {
    try (TestSession session = TestSession.open()) {
      session.run(ORDERS);
      session.run("CREATE MATERIALIZED VIEW a REFRESH FAST AS SELECT SUM(amount) AS total FROM v");
      session.run(orders(1, 3));
      session.run("CALL DBMS_MVIEW.REFRESH('a,v')");
      assertThat(session.rows("SELECT total FROM a")).containsExactly("6");
    }
  }

  @Test
  void nestedRefreshesWhatTheViewReadsToo() throws SQLException {
    try (TestSession session = TestSession.open()) {
      session.run(ORDERS);
      session.run("CREATE MATERIALIZED VIEW a REFRESH FAST AS SELECT SUM(amount) AS total FROM v");
      session.run(orders(1, 3));
      session.run("CALL DBMS_MVIEW.REFRESH('a')");
      assertThat(session.rows("SELECT total FROM a")).containsExactly("null");
      session.run("CALL DBMS_MVIEW.REFRESH('a', nested => TRUE)");
      assertThat(session.rows("SELECT total FROM a")).containsExactly("6");
    }
  }

  @Test
  void theLettersAreForTheViewsInTheOrderOfTheList() throws SQLException {
    try (TestSession session = TestSession.open()) {
      session.run(ORDERS);
      session.run("CREATE MATERIALIZED VIEW a REFRESH FAST AS SELECT id FROM orders");
      session.run(orders(1, 3));
      session.run("CALL DBMS_MVIEW.REFRESH('a,v', 'CF')");
      assertThat(session.rows("SELECT MVIEW_NAME, LAST_REFRESH_TYPE FROM USER_MVIEWS ORDER BY 1"))
          .containsExactly("a|COMPLETE", "v|FAST");
    }
  }
}
