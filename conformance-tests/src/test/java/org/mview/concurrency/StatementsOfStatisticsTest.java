package org.mview.concurrency;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mview.conformance.FreshDatabase;
import org.mview.conformance.PostgresDatabase;
import org.mview.conformance.Sql;
import org.mview.conformance.SqliteDatabase;
import org.mview.conformance.TestDatabase;

/** What statistics of refreshes cost: nothing, where they are not asked for. */
class StatementsOfStatisticsTest {
  private static final String LEVEL =
      "CALL DBMS_MVIEW_STATS.SET_SYSTEM_DEFAULT('COLLECTION_LEVEL', '%s')";

  static Stream<TestDatabase> everywhere() {
    return Stream.of(SqliteDatabase.WAL, PostgresDatabase.EMBEDDED);
  }

  @ParameterizedTest
  @MethodSource("everywhere")
  void aRefreshSendsNoStatementMoreThatNothingIsCollectedOf(TestDatabase database)
      throws SQLException {
    try (FreshDatabase fresh = database.create();
        WatchedDriver driver = new WatchedDriver("measured", UnaryOperator.identity());
        Connection connection = DriverManager.getConnection(driver.url(fresh.rawUrl()))) {
      Sql.execute(connection, "CREATE TABLE a (id INT NOT NULL PRIMARY KEY, k INT NOT NULL)");
      Sql.execute(connection, "CREATE MATERIALIZED VIEW v REFRESH FAST AS SELECT id, k FROM a");
      Sql.execute(
          connection,
          "CREATE MATERIALIZED VIEW c REFRESH FAST ON COMMIT AS SELECT k, COUNT(*) n FROM a GROUP BY k");
      List<String> before = statements(connection, driver, 10);
      Sql.execute(connection, LEVEL.formatted("NONE"));
      List<String> none = statements(connection, driver, 20);
      Sql.execute(connection, LEVEL.formatted("TYPICAL"));
      List<String> typical = statements(connection, driver, 30);
      List<String> committed = commit(connection, driver, 40);
      Sql.execute(connection, LEVEL.formatted("NONE"));
      assertThat(none).hasSameSizeAs(before);
      assertThat(typical).hasSizeGreaterThan(none.size());
      assertThat(commit(connection, driver, 50)).hasSameSizeAs(committed);
    }
  }

  /** Of the second refresh: the first one compiles. */
  private static List<String> statements(Connection connection, WatchedDriver driver, int number)
      throws SQLException {
    for (int i = number; i < number + 2; i++) {
      Sql.execute(connection, "INSERT INTO a VALUES (%d, 1)".formatted(i));
      driver.sent();
      Sql.execute(connection, "CALL DBMS_MVIEW.REFRESH('v')");
    }
    return List.copyOf(driver.sent());
  }

  private static List<String> commit(Connection connection, WatchedDriver driver, int number)
      throws SQLException {
    for (int i = number; i < number + 2; i++) {
      driver.sent();
      Sql.execute(connection, "INSERT INTO a VALUES (%d, 1)".formatted(i));
    }
    return List.copyOf(driver.sent());
  }
}
