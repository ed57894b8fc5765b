package org.mview.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mview.error.MViewError.CHANGE_LOG_TOO_YOUNG;
import static org.mview.error.MViewError.TABLE_MISSING;

import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.mview.error.MViewException;
import org.mview.session.TestSession;

/** Statistics of refreshes, where scenarios cannot go. */
class RefreshStatisticsTest {
  private static final String VIEW =
      """
      CREATE TABLE t (id INTEGER PRIMARY KEY, n INTEGER);
      CREATE MATERIALIZED VIEW v REFRESH FAST AS SELECT id, n FROM t;
      CREATE MATERIALIZED VIEW slow REFRESH COMPLETE AS SELECT id FROM t;
      """;

  private static final String COLLECT =
      "CALL DBMS_MVIEW_STATS.SET_SYSTEM_DEFAULT('COLLECTION_LEVEL', 'ADVANCED');";

  private static final String TABLES =
      "SELECT COUNT(*) FROM sqlite_master WHERE name LIKE 'mview$run%' OR name GLOB '*_MVREF_*'";

  @Test
  void nothingIsMadeBeforeItIsAskedFor() throws SQLException {
    try (TestSession session = TestSession.open()) {
      session.run(VIEW + "CALL DBMS_MVIEW.REFRESH('v,slow');");
      assertThat(session.rows(TABLES)).containsExactly("0");
      session.run("CALL DBMS_MVIEW_STATS.PURGE_REFRESH_STATS('v', 1)");
      assertThat(session.rows(TABLES)).containsExactly("0");
      session.run(COLLECT);
      assertThat(session.rows(TABLES)).containsExactly("22");
    }
  }

  @Test
  void theVersionOfTheRegistryStays() throws SQLException {
    try (TestSession session = TestSession.open()) {
      session.run(VIEW);
      String version = "SELECT schema_version FROM \"mview$registry\"";
      Object before = session.rows(version);
      session.run(COLLECT);
      assertThat((Object) session.rows(version)).isEqualTo(before);
    }
  }

  @Test
  void aRefreshSucceedsAlthoughItsStatisticsCannotBeKept() throws SQLException {
    try (TestSession session = TestSession.open()) {
      session.run(VIEW + COLLECT + "\nDROP TABLE \"mview$run_view\";\nINSERT INTO t VALUES (1, 1)");
      Outcome outcome = session.run("CALL DBMS_MVIEW.REFRESH('v')");
      assertThat(outcome.warnings())
          .extracting(Outcome.Warning::text)
          .singleElement()
          .asString()
          .startsWith("no statistics are kept of this refresh: ");
      assertThat(session.rows("SELECT * FROM v")).containsExactly("1|1");
      assertThat(session.rows("SELECT COUNT(*) FROM \"mview$run\"")).containsExactly("0");
    }
  }

  @Test
  void aRefreshThatFailsHasItsOwnErrorAlthoughItsStatisticsCannotBeKept() throws SQLException {
    try (TestSession session = TestSession.open()) {
      session.run(VIEW + COLLECT + "\nDROP TABLE \"mview$run\"");
      MViewException failure = session.failure("CALL DBMS_MVIEW.REFRESH('slow', 'F')");
      assertThat(failure.getCause())
          .isInstanceOfSatisfying(
              MViewException.class,
              cause -> assertThat(cause.error()).isEqualTo(CHANGE_LOG_TOO_YOUNG));
      assertThat(failure.getSuppressed()).hasSize(1);
    }
  }

  @Test
  void aViewThatFailsWhileItsStatementsAreTimedLeavesNoneForTheNext() throws SQLException {
    try (TestSession session = TestSession.open()) {
      session.run(
          VIEW
              + COLLECT
              + """

              ALTER MATERIALIZED VIEW v ADD CONSTRAINT small CHECK (n < 10);
              INSERT INTO t VALUES (1, 100);
              """);
      session.failure("CALL DBMS_MVIEW.REFRESH('v')");
      session.run("UPDATE t SET n = 1;\nCALL DBMS_MVIEW.REFRESH('v')");
      assertThat(session.rows("SELECT DISTINCT mv_name FROM user_mvref_stmt_stats"))
          .containsExactly("v");
      assertThat(session.rows("SELECT COUNT(*) FROM user_mvref_stmt_stats WHERE stmt LIKE '%run%'"))
          .containsExactly("0");
      assertThat(session.rows("SELECT number_of_failures FROM user_mvref_run_stats ORDER BY 1"))
          .containsExactly("0", "1");
    }
  }

  @Test
  void aRefreshThatCannotBeMeasuredHasItsOwnError() throws SQLException {
    try (TestSession session = TestSession.open()) {
      session.run(VIEW + COLLECT);
      try (Statement other = session.connection().createStatement()) {
        other.execute("DROP TABLE t");
      }
      MViewException failure = session.failure("CALL DBMS_MVIEW.REFRESH('v')");
      assertThat(failure.getCause())
          .isInstanceOfSatisfying(
              MViewException.class, cause -> assertThat(cause.error()).isEqualTo(TABLE_MISSING));
    }
  }
}
