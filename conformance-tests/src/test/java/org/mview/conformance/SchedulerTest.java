package org.mview.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mview.driver.MViewScheduler;

/**
 * Refreshes by the clock, by the real one: what scenarios, whose clock stands still, cannot show.
 */
class SchedulerTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  static List<TestDatabase> databases() {
    return TestDatabases.chosen();
  }

  /** Asks until the answer is this one. */
  private static void await(Connection connection, String query, String... expected)
      throws SQLException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!Sql.rows(connection, query).equals(List.of(expected)) && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    assertThat(Sql.rows(connection, query)).as(query).containsExactly(expected);
  }

  @ParameterizedTest
  @MethodSource("databases")
  void aConnectionThatSaysSoRunsWhatIsDue(TestDatabase kind) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("mview.scheduler", "true");
    try (FreshDatabase database = kind.create();
        Connection connection = database.connect(properties)) {
      Sql.execute(
          connection,
          "CREATE TABLE t (id INTEGER PRIMARY KEY)",
          "INSERT INTO t VALUES (1)",
          """
          CREATE MATERIALIZED VIEW v BUILD DEFERRED REFRESH COMPLETE \
          START WITH SYSDATE NEXT SYSDATE + 1/86400 AS SELECT id FROM t""");
      await(connection, "SELECT id FROM v", "1");
      Sql.execute(connection, "INSERT INTO t VALUES (2)");
      await(connection, "SELECT id FROM v ORDER BY id", "1", "2");
      assertThat(Sql.rows(connection, "SELECT broken FROM user_refresh")).containsExactly("N");
    }
  }

  @ParameterizedTest
  @MethodSource("databases")
  void severalSchedulersRunEachJobOnce(TestDatabase kind) throws SQLException {
    try (FreshDatabase database = kind.create();
        Connection connection = database.connect()) {
      Sql.execute(connection, "CREATE TABLE t (id INTEGER PRIMARY KEY)");
      for (int i = 0; i < 5; i++) {
        Sql.execute(
            connection,
            """
            CREATE MATERIALIZED VIEW v%s BUILD DEFERRED REFRESH COMPLETE START WITH SYSDATE \
            AS SELECT id FROM t"""
                .formatted(i));
      }
      MViewScheduler one = MViewScheduler.start(database.url(), new Properties(), 2);
      MViewScheduler other = MViewScheduler.start(database.url(), new Properties(), 2);
      await(connection, "SELECT COUNT(*) FROM user_mviews WHERE staleness = 'FRESH'", "5");
      await(connection, "SELECT COUNT(*) FROM user_jobs", "0");
      one.close();
      other.close();
    }
  }

  @Test
  void aSchedulerNeedsADatabaseThatConnectionsShare() {
    assertThatThrownBy(
            () -> MViewScheduler.start("jdbc:mview:sqlite::memory:", new Properties(), 1))
        .isInstanceOf(SQLException.class)
        .hasMessageStartingWith("ORA-03001");
    assertThatThrownBy(() -> MViewScheduler.start("jdbc:sqlite:x.db", new Properties(), 1))
        .hasMessageStartingWith("ORA-17067");
  }
}
