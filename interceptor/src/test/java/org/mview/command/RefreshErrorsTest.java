package org.mview.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.mview.error.MViewError.CHANGE_LOG_DAMAGED;
import static org.mview.error.MViewError.CHANGE_LOG_MISSING;
import static org.mview.error.MViewError.CHANGE_LOG_TOO_YOUNG;
import static org.mview.error.MViewError.CHECK_VIOLATED;
import static org.mview.error.MViewError.COMMIT_CONSTRAINT_FAILED;
import static org.mview.error.MViewError.COMMIT_REFRESH_FAILED;
import static org.mview.error.MViewError.FOREIGN_KEY_VIOLATED;
import static org.mview.error.MViewError.MUST_BE_COMPLETELY_REFRESHED;
import static org.mview.error.MViewError.NEVER_REFRESHED;
import static org.mview.error.MViewError.NOT_FAST_REFRESHABLE;
import static org.mview.error.MViewError.NOT_NULL_VIOLATED;
import static org.mview.error.MViewError.REFRESH_FAILED;
import static org.mview.error.MViewError.REFRESH_OF_LIST_FAILED;
import static org.mview.error.MViewError.REGISTRY_IS_NEWER;
import static org.mview.error.MViewError.STATEMENT_CONSTRAINT_FAILED;
import static org.mview.error.MViewError.STATEMENT_REFRESH_FAILED;
import static org.mview.error.MViewError.UNIQUE_VIOLATED;
import static org.mview.error.MViewError.VIEW_NOT_COMPILABLE;

import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mview.catalog.Registry;
import org.mview.error.MViewError;
import org.mview.error.MViewException;
import org.mview.session.TestSession;

/** Why a refresh fails: the error, and the one that is its cause. */
class RefreshErrorsTest {
  private static final String VIEW =
      """
      CREATE TABLE orders (id INTEGER PRIMARY KEY, customer INTEGER, amount INTEGER);
      INSERT INTO orders VALUES (1, 7, 10);
      CREATE MATERIALIZED VIEW v REFRESH FAST AS
        SELECT customer, SUM(amount) AS total, COUNT(*) AS n FROM orders GROUP BY customer;
      """;

  static Stream<Arguments> refreshes() {
    return Stream.of(
        arguments(
            "CREATE MATERIALIZED VIEW w REFRESH COMPLETE AS SELECT id FROM orders LIMIT 3;",
            "CALL DBMS_MVIEW.REFRESH('w', 'F')",
            NOT_FAST_REFRESHABLE),
        arguments(
            """
            CREATE MATERIALIZED VIEW w BUILD DEFERRED REFRESH FAST AS SELECT id FROM orders;
            """,
            "CALL DBMS_MVIEW.REFRESH('w', 'F')",
            MUST_BE_COMPLETELY_REFRESHED),
        arguments(
            "DROP MATERIALIZED VIEW LOG ON orders;",
            "CALL DBMS_MVIEW.REFRESH('v', 'F')",
            CHANGE_LOG_MISSING),
        arguments(
            """
            DROP MATERIALIZED VIEW LOG ON orders;
            CREATE MATERIALIZED VIEW LOG ON orders WITH PRIMARY KEY (customer, amount) INCLUDING NEW VALUES;
            """,
            "CALL DBMS_MVIEW.REFRESH('v', 'F')",
            CHANGE_LOG_TOO_YOUNG),
        arguments(
            "DROP TRIGGER mview$update$orders;",
            "CALL DBMS_MVIEW.REFRESH('v', 'F')",
            CHANGE_LOG_DAMAGED),
        arguments(
            """
            ALTER MATERIALIZED VIEW v ADD CONSTRAINT small CHECK (total < 50);
            INSERT INTO orders VALUES (2, 7, 90);
            """,
            "CALL DBMS_MVIEW.REFRESH('v')",
            CHECK_VIOLATED),
        arguments(
            """
            CREATE MATERIALIZED VIEW w REFRESH FAST AS SELECT id, amount FROM orders;
            ALTER MATERIALIZED VIEW w ADD CONSTRAINT one UNIQUE (amount);
            INSERT INTO orders VALUES (2, 7, 10);
            """,
            "CALL DBMS_MVIEW.REFRESH('w')",
            UNIQUE_VIOLATED),
        arguments(
            """
            CREATE MATERIALIZED VIEW w REFRESH FAST AS SELECT id, amount FROM orders;
            ALTER MATERIALIZED VIEW w MODIFY (amount NOT NULL);
            INSERT INTO orders VALUES (2, 7, NULL);
            """,
            "CALL DBMS_MVIEW.REFRESH('w')",
            CHECK_VIOLATED),
        arguments(
            """
            CREATE TABLE t (id INTEGER PRIMARY KEY, x INTEGER NOT NULL);
            CREATE MATERIALIZED VIEW w REFRESH FAST AS SELECT id, x FROM t;
            DROP TABLE t;
            CREATE TABLE t (id INTEGER PRIMARY KEY, x INTEGER);
            INSERT INTO t VALUES (1, NULL);
            """,
            "CALL DBMS_MVIEW.REFRESH('w', 'C')",
            NOT_NULL_VIOLATED),
        arguments(
            """
            PRAGMA foreign_keys = ON;
            CREATE TABLE customers (nr INTEGER PRIMARY KEY);
            INSERT INTO customers VALUES (7);
            ALTER MATERIALIZED VIEW v ADD CONSTRAINT known FOREIGN KEY (customer) REFERENCES customers;
            INSERT INTO orders VALUES (2, 8, 90);
            """,
            "CALL DBMS_MVIEW.REFRESH('v')",
            FOREIGN_KEY_VIOLATED),
        arguments(
            "ALTER TABLE orders RENAME COLUMN amount TO price;",
            "CALL DBMS_MVIEW.REFRESH('v')",
            VIEW_NOT_COMPILABLE));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("refreshes")
  void aRefreshFailsBecause(String before, String sql, MViewError cause) throws SQLException {
    try (TestSession session = TestSession.open()) {
      session.run(VIEW);
      session.run(before);
      MViewException failure = session.failure(sql);
      assertThat(failure.error()).isEqualTo(REFRESH_FAILED);
      assertThat(failure.getCause())
          .isInstanceOfSatisfying(
              MViewException.class, c -> assertThat(c.error()).isEqualTo(cause));
    }
  }

  @Test
  void ofAListNothingIsChangedWhenOneFails() throws SQLException {
    try (TestSession session = TestSession.open()) {
      session.run(VIEW);
      session.run(
          """
          CREATE MATERIALIZED VIEW w REFRESH FAST AS SELECT id FROM orders;
          ALTER MATERIALIZED VIEW v ADD CONSTRAINT small CHECK (total < 50);
          INSERT INTO orders VALUES (2, 7, 90);
          """);
      MViewException failure = session.failure("CALL DBMS_MVIEW.REFRESH('w,v')");
      assertThat(failure.error()).isEqualTo(REFRESH_OF_LIST_FAILED);
      assertThat(failure).cause().isInstanceOf(MViewException.class);
      assertThat(((MViewException) failure.getCause()).error()).isEqualTo(REFRESH_FAILED);
      assertThat(session.rows("SELECT id FROM w")).containsExactly("1");
    }
  }

  @Test
  void aViewThatIsNeverRefreshedIsLeftAsItIs() throws SQLException {
    try (TestSession session = TestSession.open()) {
      session.run(VIEW + "CREATE MATERIALIZED VIEW w NEVER REFRESH AS SELECT id FROM orders;\n");
      assertThat(session.run("CALL DBMS_MVIEW.REFRESH('w')").warnings())
          .extracting(Outcome.Warning::code)
          .containsExactly(23538);
    }
  }

  @Test
  void asOracleDoesItIsAnError() throws SQLException {
    Options oracle =
        new Options(
            Options.Compatibility.ORACLE,
            true,
            Options.FloatSums.RECOMPUTE,
            Options.ByTriggers.AUTO,
            false);
    try (TestSession session = TestSession.open("jdbc:sqlite::memory:", oracle)) {
      session.run(VIEW + "CREATE MATERIALIZED VIEW w NEVER REFRESH AS SELECT id FROM orders;\n");
      assertThat(session.failure("CALL DBMS_MVIEW.REFRESH('w')").error())
          .isEqualTo(NEVER_REFRESHED);
    }
  }

  @Test
  void withoutAutoLogAMissingLogIsAnErrorAtOnce() throws SQLException {
    Options manual =
        new Options(
            Options.Compatibility.EXTENDED,
            false,
            Options.FloatSums.RECOMPUTE,
            Options.ByTriggers.AUTO,
            false);
    try (TestSession session = TestSession.open("jdbc:sqlite::memory:", manual)) {
      assertThat(session.failure(VIEW).error()).isEqualTo(CHANGE_LOG_MISSING);
    }
  }

  @Test
  void aCommitFailsWithItsRefreshAndNothingIsKept() throws SQLException {
    try (TestSession session = TestSession.open()) {
      session.run(VIEW);
      session.run(
          """
          ALTER MATERIALIZED VIEW v REFRESH ON COMMIT;
          ALTER MATERIALIZED VIEW v ADD CONSTRAINT small CHECK (total < 50);
          """);
      MViewException failure = session.failure("INSERT INTO orders VALUES (2, 7, 90)");
      assertThat(failure.error()).isEqualTo(COMMIT_CONSTRAINT_FAILED);
      assertThat(failure.error().code()).isEqualTo(12008);
      assertThat(((MViewException) failure.getCause()).error()).isEqualTo(CHECK_VIOLATED);
      assertThat(failure.getCause()).hasMessageContaining("(main.small)");
      assertThat(session.rows("SELECT id FROM orders")).containsExactly("1");
      assertThat(session.rows("SELECT total FROM v")).containsExactly("10");
    }
  }

  @Test
  void aStatementIsUndoneWithItsRefreshAndTheTransactionGoesOn() throws SQLException {
    try (TestSession session = TestSession.open()) {
      session.run(VIEW.replace("FAST", "ON STATEMENT"));
      session.run(
          """
          ALTER MATERIALIZED VIEW v ADD CONSTRAINT small CHECK (total < 50);
          BEGIN;
          INSERT INTO orders VALUES (2, 7, 20);
          """);
      MViewException failure = session.failure("INSERT INTO orders VALUES (3, 7, 90)");
      assertThat(failure.error()).isEqualTo(STATEMENT_CONSTRAINT_FAILED);
      session.run("INSERT INTO orders VALUES (4, 7, 1)");
      session.run(
          "CREATE TRIGGER stop BEFORE INSERT ON mview$c$v BEGIN SELECT RAISE(ABORT, 'stop'); END");
      failure = session.failure("INSERT INTO orders VALUES (5, 7, 1)");
      assertThat(failure.error()).isEqualTo(STATEMENT_REFRESH_FAILED);
      session.run("DROP TRIGGER stop; COMMIT;");
      assertThat(session.rows("SELECT id FROM orders ORDER BY id")).containsExactly("1", "2", "4");
      assertThat(session.rows("SELECT total FROM v")).containsExactly("31");
    }
  }

  @Test
  void aCommitFailsWhenItsRefreshDoes() throws SQLException {
    try (TestSession session = TestSession.open()) {
      session.run(VIEW);
      session.run(
          """
          ALTER MATERIALIZED VIEW v REFRESH ON COMMIT;
          CREATE TRIGGER stop BEFORE INSERT ON mview$c$v BEGIN SELECT RAISE(ABORT, 'stop'); END;
          """);
      MViewException failure = session.failure("INSERT INTO orders VALUES (2, 7, 90)");
      assertThat(failure.error()).isEqualTo(COMMIT_REFRESH_FAILED);
      assertThat(failure).cause().isInstanceOf(SQLException.class).hasMessageContaining("stop");
      assertThat(session.rows("SELECT id FROM orders")).containsExactly("1");
    }
  }

  @Test
  void aViewWhoseLogHasLostTriggersIsComputedAnewInTheCommit() throws SQLException {
    try (TestSession session = TestSession.open()) {
      session.run(VIEW);
      session.run(
          """
          ALTER MATERIALIZED VIEW v REFRESH ON COMMIT;
          DROP TRIGGER mview$update$orders;
          INSERT INTO orders VALUES (2, 7, 90);
          """);
      assertThat(session.rows("SELECT total FROM v")).containsExactly("100");
      session.run("UPDATE orders SET amount = 1 WHERE id = 2");
      assertThat(session.rows("SELECT total FROM v")).containsExactly("11");
      assertThat(session.rows("SELECT STALENESS FROM USER_MVIEWS")).containsExactly("FRESH");
    }
  }

  @Test
  void aRegistryOfANewerDriverIsRefused() throws SQLException {
    try (TestSession session = TestSession.open()) {
      session.run(VIEW);
      session.run("UPDATE \"mview$registry\" SET schema_version = 99");
      assertThatExceptionOfType(MViewException.class)
          .isThrownBy(() -> new Registry(session.database()).read())
          .extracting(MViewException::error)
          .isEqualTo(REGISTRY_IS_NEWER);
    }
  }
}
