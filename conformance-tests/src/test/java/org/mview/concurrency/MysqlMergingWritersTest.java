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
 * Writers whose row triggers merge into the same groups, on MySQL and MariaDB, and what changes
 * meanwhile, step by step. One of the servers at the least is to be named.
 */
class MysqlMergingWritersTest {
  private static final Set<String> NAMES = Set.of("mysql", "mariadb");

  private FreshDatabase database;
  private Stage stage;

  static Stream<Server> servers() {
    return Server.chosen().filter(server -> NAMES.contains(server.toString()));
  }

  private void open(Server server) throws SQLException {
    database = server.database().create();
    try (Connection here = database.connect()) {
      Sql.execute(here, "CREATE TABLE a (id INT PRIMARY KEY, k INT NOT NULL, x INT NOT NULL)");
      Sql.execute(here, "INSERT INTO a VALUES (1, 1, 10), (2, 1, 20), (3, 2, 30), (4, 4, 40)");
      Sql.execute(
          here,
          """
          CREATE MATERIALIZED VIEW sums REFRESH FAST ON STATEMENT AS \
          SELECT k, COUNT(*) AS n, SUM(x) AS s FROM a GROUP BY k""");
    }
    stage = new Stage(server, database, () -> database.connect(asked()));
  }

  private static Properties asked() {
    Properties asked = new Properties();
    asked.setProperty("mview.byTriggers", "true");
    return asked;
  }

  @AfterEach
  void close() throws SQLException {
    stage.close();
    database.close();
  }

  private void assertMerging(boolean merging) throws SQLException {
    assertThat(stage.rows("SELECT merging FROM `mview$log`")).containsExactly(merging ? "1" : "0");
  }

  private void assertRight() throws SQLException, InterruptedException {
    stage.assertFresh("sums");
    stage.assertNothingIsLost();
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("servers")
  void whoAddsToAGroupWaitsForWhoHasAddedToIt(Server server) throws Exception {
    open(server);
    stage.play(
        """
        one: BEGIN
        one: INSERT INTO a VALUES (5, 1, 50)
        rawtwo: BEGIN
        rawtwo: UPDATE a SET x = x + 1 WHERE id = 3
        rawtwo: UPDATE a SET x = x + 1 WHERE id = 2 --> blocked
        three: INSERT INTO a VALUES (6, 3, 60)
        one: COMMIT
        rawtwo: joins
        rawtwo: COMMIT
        """);
    assertMerging(true);
    assertRight();
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("servers")
  void oneTakesTheLastRowOfAGroupToWhichAnotherAdds(Server server) throws Exception {
    open(server);
    for (String level : new String[] {"READ COMMITTED", "REPEATABLE READ", "SERIALIZABLE"}) {
      stage.play(
          """
          one: SET SESSION TRANSACTION ISOLATION LEVEL %1$s
          two: SET SESSION TRANSACTION ISOLATION LEVEL %1$s
          one: BEGIN
          one: DELETE FROM a WHERE id = 3
          two: BEGIN
          two: INSERT INTO a VALUES (5, 2, 50) --> blocked
          one: COMMIT
          two: joins
          two: COMMIT
          """
              .formatted(level));
      assertRight();
      assertThat(stage.rows("SELECT * FROM sums WHERE k = 2")).containsExactly("2 | 1 | 50");
      stage.play(
          """
          one: DELETE FROM a WHERE id = 5
          one: INSERT INTO a VALUES (3, 2, 30)
          """);
    }
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("servers")
  void oneTakesTheLastRowOfAGroupToWhichAnotherAddsAndIsUndone(Server server) throws Exception {
    open(server);
    stage.play(
        """
        one: BEGIN
        one: DELETE FROM a WHERE id = 4
        two: INSERT INTO a VALUES (5, 4, 50) --> blocked
        one: ROLLBACK
        two: joins
        """);
    assertRight();
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("servers")
  void theLastRowGoesFromAGroupToWhichAnotherHasAdded(Server server) throws Exception {
    open(server);
    stage.play(
        """
        one: BEGIN
        one: INSERT INTO a VALUES (5, 2, 50)
        two: BEGIN
        two: DELETE FROM a WHERE id = 3 --> blocked
        one: COMMIT
        two: joins
        two: COMMIT
        """);
    assertRight();
    assertThat(stage.rows("SELECT * FROM sums WHERE k = 2")).containsExactly("2 | 1 | 50");
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("servers")
  void twoTakeTheRowsOfAGroup(Server server) throws Exception {
    open(server);
    stage.play(
        """
        one: BEGIN
        one: DELETE FROM a WHERE id = 1
        two: DELETE FROM a WHERE id = 2 --> blocked
        one: COMMIT
        two: joins
        """);
    assertRight();
    assertThat(stage.rows("SELECT * FROM sums WHERE k = 1")).isEmpty();
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("servers")
  void twoBeginANewGroup(Server server) throws Exception {
    open(server);
    stage.play(
        """
        one: BEGIN
        one: INSERT INTO a VALUES (5, 7, 50)
        two: BEGIN
        two: INSERT INTO a VALUES (6, 7, 60) --> blocked
        one: COMMIT
        two: joins
        two: COMMIT
        one: BEGIN
        one: INSERT INTO a VALUES (8, 8, 50)
        two: BEGIN
        two: INSERT INTO a VALUES (9, 8, 60) --> blocked
        one: ROLLBACK
        two: joins
        two: COMMIT
        """);
    assertRight();
    assertThat(stage.rows("SELECT * FROM sums WHERE k > 4"))
        .containsExactly("7 | 2 | 110", "8 | 1 | 60");
  }

  /** The snapshot is older than what another has committed; what is added to is the newest row. */
  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("servers")
  void aSnapshotThatHasNotSeenAGroupChange(Server server) throws Exception {
    open(server);
    stage.play(
        """
        one: SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ
        one: BEGIN
        one: SELECT COUNT(*) FROM sums
        two: UPDATE a SET x = x + 1 WHERE id = 3
        two: DELETE FROM a WHERE id = 4
        one: INSERT INTO a VALUES (50, 2, 50), (51, 4, 51)
        one: COMMIT
        """);
    assertRight();
    assertThat(stage.rows("SELECT * FROM sums WHERE k IN (2, 4)"))
        .containsExactly("2 | 2 | 81", "4 | 1 | 51");
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("servers")
  void whoIsUndoneByADeadlockHasMergedNothing(Server server) throws Exception {
    open(server);
    stage.play(
        """
        one: BEGIN
        one: INSERT INTO a VALUES (5, 1, 50)
        two: BEGIN
        two: INSERT INTO a VALUES (6, 2, 60)
        two: INSERT INTO a VALUES (7, 1, 70) --> blocked
        one: INSERT INTO a VALUES (8, 2, 80) --> 40001
        two: joins
        two: COMMIT
        one: COMMIT
        """);
    assertRight();
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("servers")
  void whatOthersAreWritingIsWaitedForBeforeTheTriggersMerge(Server server) throws Exception {
    open(server);
    stage.play(
        """
        one: DROP MATERIALIZED VIEW sums
        one: CREATE MATERIALIZED VIEW sums REFRESH FAST ON DEMAND AS \
        SELECT k, COUNT(*) AS n, SUM(x) AS s FROM a GROUP BY k
        rawtwo: BEGIN
        rawtwo: INSERT INTO a VALUES (5, 1, 50)
        one: ALTER MATERIALIZED VIEW sums REFRESH ON COMMIT --> blocked
        rawthree: INSERT INTO a VALUES (6, 1, 60) --> blocked
        rawtwo: COMMIT
        one: joins
        rawthree: joins
        """);
    assertMerging(false);
    stage.play("one: INSERT INTO a VALUES (7, 1, 70)");
    stage.assertFresh("sums");
    stage.play("one: ALTER MATERIALIZED VIEW sums COMPILE");
    assertMerging(true);
    stage.play("rawtwo: INSERT INTO a VALUES (8, 1, 80)");
    assertRight();
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("servers")
  void anotherProgramMakesTheTriggersLogWhileWritersHaveMerged(Server server) throws Exception {
    open(server);
    stage.play(
        """
        two: BEGIN
        two: INSERT INTO a VALUES (5, 1, 50)
        other: CREATE MATERIALIZED VIEW later REFRESH FAST ON DEMAND AS \
        SELECT k, COUNT(*) AS n FROM a GROUP BY k --> blocked
        rawthree: INSERT INTO a VALUES (6, 1, 60) --> blocked
        two: COMMIT
        other: joins
        rawthree: joins
        two: INSERT INTO a VALUES (7, 1, 70)
        rawthree: INSERT INTO a VALUES (8, 1, 80)
        """);
    assertMerging(false);
    stage.assertNothingIsLost();
    stage.play(
        """
        other: DROP MATERIALIZED VIEW later
        other: CALL DBMS_MVIEW.REFRESH('sums')
        other: ALTER MATERIALIZED VIEW sums COMPILE
        two: INSERT INTO a VALUES (9, 1, 90)
        """);
    assertMerging(true);
    assertRight();
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("servers")
  void aCompleteRefreshWaitsForWhoHasMergedAndIsWaitedForByOthers(Server server) throws Exception {
    open(server);
    stage.play(
        """
        rawtwo: BEGIN
        rawtwo: INSERT INTO a VALUES (5, 1, 50), (6, 6, 60)
        one: CALL DBMS_MVIEW.REFRESH('sums', 'C') --> blocked
        rawthree: DELETE FROM a WHERE id = 3 --> blocked
        rawtwo: COMMIT
        one: joins
        rawthree: joins
        """);
    stage.assertNothingIsLost();
    stage.play(
        """
        one: CALL DBMS_MVIEW.REFRESH('sums')
        one: ALTER MATERIALIZED VIEW sums COMPILE
        """);
    assertMerging(true);
    stage.play("rawtwo: INSERT INTO a VALUES (8, 1, 80)");
    assertRight();
  }

  /** As after a program that has ended between two definitions. */
  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("servers")
  void definitionsThatWereNotCarriedOutToTheirEnd(Server server) throws Exception {
    open(server);
    for (String left :
        new String[] {
          "SELECT 1", "DROP TRIGGER `mview$insert$a`", "DROP TRIGGER `mview$delete$a`"
        }) {
      stage.play(
          """
          rawtwo: UPDATE `mview$log` SET triggers = -1, merging = TRUE
          rawtwo: UPDATE `mview$registry` SET number = number + 1
          rawtwo: %s
          rawtwo: INSERT INTO a VALUES (100, 1, 50), (101, 101, 60)
          rawtwo: DELETE FROM a WHERE id = 3
          other: INSERT INTO a VALUES (102, 1, 60)
          """
              .formatted(left));
      assertThat(stage.rows("SELECT staleness FROM user_mviews")).doesNotContain("FRESH");
      stage.play("other: CALL DBMS_MVIEW.REFRESH('sums', 'C')");
      assertMerging(true);
      stage.assertFresh("sums");
      stage.play(
          """
          rawtwo: DELETE FROM a WHERE id >= 100
          rawtwo: INSERT INTO a VALUES (3, 2, 30)
          """);
      assertRight();
    }
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("servers")
  void aTableIsAlteredAndItsViewIsMergedInto(Server server) throws Exception {
    open(server);
    stage.play(
        """
        one: ALTER TABLE a ADD COLUMN y BIGINT
        one: INSERT INTO a VALUES (5, 1, 50, 1)
        one: CREATE MATERIALIZED VIEW more REFRESH FAST ON COMMIT AS \
        SELECT k, SUM(y * 2 - id) AS z, COUNT(*) AS n FROM a WHERE y IS NOT NULL GROUP BY k
        one: UPDATE a SET y = k
        rawtwo: DELETE FROM a WHERE id = 3
        """);
    assertMerging(true);
    stage.play("one: ALTER MATERIALIZED VIEW sums COMPILE");
    assertMerging(true);
    stage.assertFresh("sums", "more");
    stage.assertNothingIsLost();
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("servers")
  void aViewOfTheView(Server server) throws Exception {
    open(server);
    stage.play(
        """
        one: CREATE MATERIALIZED VIEW sizes REFRESH FAST ON COMMIT AS \
        SELECT n, COUNT(*) AS g, SUM(s) AS s FROM sums GROUP BY n
        one: INSERT INTO a VALUES (5, 2, 50), (6, 6, 60)
        one: UPDATE a SET k = 6 WHERE k = 1
        rawtwo: DELETE FROM a WHERE k = 2
        one: INSERT INTO a VALUES (7, 7, 70)
        """);
    assertThat(stage.rows("SELECT merging FROM `mview$log` WHERE master = 'a'"))
        .containsExactly("1");
    stage.assertFresh("sums", "sizes");
    stage.assertNothingIsLost();
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("servers")
  void aViewWithATriggerOrAUniqueIndexOfTheUser(Server server) throws Exception {
    open(server);
    stage.play(
        """
        one: CREATE TRIGGER mine BEFORE INSERT ON sums FOR EACH ROW SET NEW.n = NEW.n
        one: ALTER MATERIALIZED VIEW sums COMPILE
        """);
    assertMerging(false);
    stage.play(
        """
        one: DROP TRIGGER mine
        one: ALTER MATERIALIZED VIEW sums COMPILE
        """);
    assertMerging(true);
    stage.play(
        """
        rawtwo: CREATE UNIQUE INDEX mine ON sums (n, s)
        rawtwo: INSERT INTO a VALUES (5, 5, 40) --> 2200
        """);
    assertRight();
  }
}
