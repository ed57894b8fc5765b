package org.mview.concurrency;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mview.conformance.FreshDatabase;
import org.mview.conformance.Sql;

/**
 * Writers whose row triggers merge into views, on MySQL and MariaDB, and a view, or the log, that
 * goes meanwhile. One of the servers at the least is to be named.
 */
class MysqlMergedViewsGoTest {
  private static final Set<String> NAMES = Set.of("mysql", "mariadb");

  private FreshDatabase database;
  private Stage stage;

  static Stream<Server> servers() {
    return Server.chosen().filter(server -> NAMES.contains(server.toString()));
  }

  private void open(Server server) throws SQLException {
    database = server.database().create();
    Properties asked = new Properties();
    asked.setProperty("mview.byTriggers", "true");
    try (Connection here = database.connect(asked)) {
      Sql.execute(here, "CREATE TABLE a (id INT PRIMARY KEY, k INT NOT NULL, x INT NOT NULL)");
      Sql.execute(here, "INSERT INTO a VALUES (1, 1, 10), (2, 1, 20), (3, 2, 30), (4, 4, 40)");
      Sql.execute(
          here,
          """
          CREATE MATERIALIZED VIEW sums REFRESH FAST ON COMMIT AS \
          SELECT k, COUNT(*) AS n, SUM(x) AS s FROM a GROUP BY k""");
      Sql.execute(
          here,
          """
          CREATE MATERIALIZED VIEW large REFRESH FAST ON COMMIT AS \
          SELECT k, COUNT(*) AS n FROM a WHERE x > 20 GROUP BY k""");
    }
    stage = new Stage(server, database, () -> database.connect(asked));
    assertMerging("1");
  }

  @AfterEach
  void close() throws SQLException {
    stage.close();
    database.close();
  }

  private void assertMerging(String... merging) throws SQLException {
    assertThat(stage.rows("SELECT merging FROM `mview$log`")).containsExactly(merging);
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("servers")
  void oneOfTheViewsGoes(Server server) throws Exception {
    open(server);
    stage.play(
        """
        rawtwo: BEGIN
        rawtwo: INSERT INTO a VALUES (5, 1, 50), (6, 6, 60)
        one: DROP MATERIALIZED VIEW sums --> blocked
        rawthree: DELETE FROM a WHERE id = 3 --> blocked
        rawtwo: COMMIT
        one: joins
        rawthree: joins
        rawthree: UPDATE a SET k = 6, x = x + 1
        """);
    stage.assertNothingIsLost();
    stage.play(
        """
        one: ALTER MATERIALIZED VIEW large COMPILE
        rawtwo: DELETE FROM a WHERE id = 1
        """);
    assertMerging("1");
    stage.assertFresh("large");
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("servers")
  void allGoAndComeBack(Server server) throws Exception {
    open(server);
    stage.play(
        """
        one: DROP MATERIALIZED VIEW large
        two: BEGIN
        two: DELETE FROM a WHERE k = 1
        other: DROP MATERIALIZED VIEW sums --> blocked
        rawthree: INSERT INTO a VALUES (5, 1, 50) --> blocked
        two: ROLLBACK
        other: joins
        rawthree: joins
        two: UPDATE a SET k = k + 1
        two: COMMIT
        """);
    assertMerging();
    assertThat(stage.rows("SHOW TRIGGERS LIKE 'a'")).isEmpty();
    stage.play(
        """
        other: CREATE MATERIALIZED VIEW sums REFRESH FAST ON STATEMENT AS \
        SELECT k, COUNT(*) AS n, SUM(x) AS s FROM a GROUP BY k
        two: DELETE FROM a WHERE k = 2
        two: COMMIT
        """);
    assertMerging("1");
    stage.assertFresh("sums");
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("servers")
  void theLogGoes(Server server) throws Exception {
    open(server);
    stage.play(
        """
        rawtwo: BEGIN
        rawtwo: INSERT INTO a VALUES (5, 1, 50), (6, 6, 60)
        rawtwo: DELETE FROM a WHERE id = 4
        one: DROP MATERIALIZED VIEW LOG ON a --> blocked
        rawthree: DELETE FROM a WHERE k = 1 --> blocked
        two: INSERT INTO a VALUES (7, 7, 70) --> blocked
        rawtwo: COMMIT
        one: joins
        rawthree: joins
        two: joins
        rawthree: UPDATE a SET k = 9 WHERE id = 3
        """);
    assertMerging();
    stage.assertFresh();
    stage.play(
        """
        one: CALL DBMS_MVIEW.REFRESH('sums,large', 'CC')
        rawthree: INSERT INTO a VALUES (8, 9, 80)
        """);
    stage.assertFresh();
    stage.play("one: ALTER MATERIALIZED VIEW sums COMPILE");
    stage.assertNothingIsLost();
  }
}
