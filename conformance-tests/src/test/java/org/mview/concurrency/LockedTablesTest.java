package org.mview.concurrency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mview.conformance.FreshDatabase;
import org.mview.dialect.Capability;

/**
 * LOCK TABLES of MySQL and MariaDB: what begins a transaction takes the locks away, and other
 * tables cannot be read. So nothing of ours comes between, and views are refreshed behind.
 *
 * <p>Tables are flushed: MariaDB (10.11) may else fail an INSERT under the lock of a table whose
 * triggers were just made (1442).
 */
class LockedTablesTest {
  private static final String TABLES =
      """
      setup: CREATE TABLE a (id INT PRIMARY KEY, k INT, x INT)
      setup: CREATE TABLE b (id INT PRIMARY KEY)
      setup: INSERT INTO a VALUES (1, 0, 1)
      setup: CREATE MATERIALIZED VIEW sums REFRESH FAST ON COMMIT AS SELECT k, COUNT(*) AS n FROM a GROUP BY k
      raw: FLUSH TABLES
      """;

  private static final String ROWS = "SELECT k, n FROM sums ORDER BY k";

  static Stream<Server> servers() {
    return Server.chosenAndOthers()
        .filter(server -> server.database().dialect().can(Capability.LOCKS_TABLES));
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("servers")
  void locksStayUntilTheyAreTakenAwayAndTheViewFollows(Server server) throws Exception {
    try (FreshDatabase database = server.database().create();
        Stage stage = new Stage(server, database)) {
      stage.play(TABLES);
      stage.play(
          """
          s1: LOCK TABLES a WRITE
          s1: INSERT INTO a VALUES (2, 1, 1)
          s2: INSERT INTO a VALUES (3, 2, 1) --> blocked
          """);
      TimeUnit.MILLISECONDS.sleep(1_100); // until others are looked for again
      stage.play(
          """
          s1: INSERT INTO a VALUES (4, 1, 1)
          s1: UPDATE a SET x = 3 WHERE id = 4
          s2: settles
          s1: UNLOCK TABLES
          s2: joins
          """);
      stage.assertFresh("sums");
      assertThat(stage.rows(ROWS)).containsExactly("0 | 1", "1 | 2", "2 | 1");
      stage.assertNothingIsLost();
    }
  }

  /** MariaDB fails the same when the connection has written the table before. */
  static Stream<Server> ofMysql() {
    return servers().filter(server -> server.database().name().equals("mysql"));
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("ofMysql")
  void aCommitRefreshesNothingAsLongAsTheyAreThere(Server server) throws Exception {
    try (FreshDatabase database = server.database().create();
        Stage stage = new Stage(server, database)) {
      stage.play(TABLES);
      stage.play(
          """
          s1: SET autocommit = 0
          s1: INSERT INTO a VALUES (2, 1, 1)
          s1: LOCK TABLES a WRITE
          """);
      stage.play(
          """
          s1: INSERT INTO a VALUES (3, 1, 1)
          s1: ROLLBACK
          s1: INSERT INTO a VALUES (4, 1, 1)
          s2: INSERT INTO a VALUES (5, 2, 1) --> blocked
          s1: UNLOCK TABLES
          s2: joins
          """);
      stage.assertFresh("sums");
      assertThat(stage.rows(ROWS)).containsExactly("0 | 1", "1 | 2", "2 | 1");
      stage.assertNothingIsLost();
    }
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("servers")
  void aTransactionThatBeginsTakesThemAway(Server server) throws Exception {
    try (FreshDatabase database = server.database().create();
        Stage stage = new Stage(server, database)) {
      stage.play(TABLES);
      stage.play(
          """
          s1: LOCK TABLES a WRITE, b WRITE
          s1: INSERT INTO a VALUES (2, 1, 1)
          s1: BEGIN
          s2: INSERT INTO a VALUES (3, 2, 1)
          s1: COMMIT
          """);
      stage.assertFresh("sums");
      assertThat(stage.rows(ROWS)).containsExactly("0 | 1", "1 | 1", "2 | 1");
      stage.assertNothingIsLost();
    }
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("servers")
  void soDoesAStatementOfOurs(Server server) throws Exception {
    try (FreshDatabase database = server.database().create();
        Stage stage = new Stage(server, database)) {
      stage.play(TABLES);
      stage.play(
          """
          s1: LOCK TABLES a WRITE
          s1: INSERT INTO a VALUES (2, 1, 1)
          s1: CALL DBMS_MVIEW.REFRESH('sums', 'C')
          s2: INSERT INTO a VALUES (3, 2, 1)
          """);
      stage.assertFresh("sums");
      assertThat(stage.rows(ROWS)).containsExactly("0 | 1", "1 | 1", "2 | 1");
      stage.assertNothingIsLost();
    }
  }
}
