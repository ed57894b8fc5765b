package org.mview.concurrency;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.mview.conformance.FreshDatabase;
import org.mview.conformance.Sql;

/** Two or three connections whose steps come in a given order, on every server. */
@ParameterizedClass(allowZeroInvocations = true)
@MethodSource("org.mview.concurrency.Server#chosen")
class InterleavingTest {
  private static final List<String> TABLES =
      List.of(
          "CREATE TABLE a (id INT PRIMARY KEY, k INT, x INT)",
          "CREATE TABLE b (id INT PRIMARY KEY, k INT, y INT)",
          "CREATE TABLE c (id INT PRIMARY KEY, k INT, z INT)",
          "INSERT INTO a VALUES (1, 1, 10), (2, 1, 20), (3, 2, 30)",
          "INSERT INTO b VALUES (1, 1, 100), (2, 2, 200), (3, NULL, 300)",
          "INSERT INTO c VALUES (1, 1, 1000), (2, 2, 2000)");

  private static final String JOINED =
      "AS SELECT a.id AS aid, b.id AS bid, a.k, a.x, b.y FROM a JOIN b ON b.k = a.k";

  private static final String SUMS =
      "AS SELECT k, COUNT(*) AS n, COUNT(x) AS nx, SUM(x) AS sx FROM a GROUP BY k";

  @Parameter private Server server;

  private FreshDatabase database;
  private Connection here;
  private Stage stage;

  @BeforeEach
  void open() throws SQLException {
    database = server.database().create();
    here = database.connect();
    for (String sql : TABLES) {
      Sql.execute(here, sql);
    }
    stage = new Stage(server, database);
  }

  @AfterEach
  void close() throws SQLException {
    stage.close();
    here.close();
    database.close();
  }

  private void create(String name, String how) throws SQLException {
    for (String sql : server.script().said("CREATE MATERIALIZED VIEW " + name + " " + how)) {
      Sql.execute(here, sql);
    }
  }

  private boolean isPostgres() {
    return server.equals(Server.postgresql());
  }

  @Test
  void rowsThatMeetInAJoinAreInsertedByTwo() throws Exception {
    create("joined", "REFRESH FAST ON COMMIT " + JOINED);
    stage.play(
        """
        one: BEGIN
        two: BEGIN
        one: INSERT INTO a VALUES (7, 7, 70)
        two: INSERT INTO b VALUES (7, 7, 700)
        one: COMMIT
        two: COMMIT
        """);
    stage.assertFresh("joined");
    stage.assertNothingIsLost();
  }

  @Test
  void aRowIsDeletedBesideOneThatWouldMeetIt() throws Exception {
    create("joined", "REFRESH FAST ON COMMIT " + JOINED);
    stage.play(
        """
        one: BEGIN
        two: BEGIN
        one: DELETE FROM a WHERE id = 1
        two: INSERT INTO b VALUES (7, 1, 700)
        two: COMMIT
        one: COMMIT
        """);
    stage.assertFresh("joined");
    stage.assertNothingIsLost();
  }

  @Test
  void twoGroupsOfOneViewAreChangedByTwo() throws Exception {
    create("sums", "REFRESH FAST ON COMMIT " + SUMS);
    stage.play(
        """
        one: BEGIN
        two: BEGIN
        one: UPDATE a SET k = 2 WHERE id = 1
        two: UPDATE a SET k = 1 WHERE id = 3
        two: INSERT INTO a VALUES (9, NULL, NULL)
        one: INSERT INTO a VALUES (8, NULL, 8)
        two: COMMIT
        one: COMMIT
        """);
    stage.assertFresh("sums");
    stage.assertNothingIsLost();
  }

  @Test
  void aCommitWaitsForTheCommitThatHasTheLogs() throws Exception {
    create("joined", "REFRESH FAST ON COMMIT " + JOINED);
    // A program without our driver holds up the first commit, which has the logs by then.
    stage.play(
        """
        rawholder: BEGIN
        rawholder: LOCK TABLE joined IN SHARE MODE
        one: BEGIN
        two: BEGIN
        one: INSERT INTO a VALUES (7, 7, 70)
        two: INSERT INTO b VALUES (7, 7, 700)
        one: COMMIT --> blocked
        two: COMMIT --> blocked
        rawholder: COMMIT
        one: joins
        two: joins
        """);
    stage.assertFresh("joined");
    stage.assertNothingIsLost();
  }

  @Test
  void aRefreshComesBetweenAStatementAndItsCommit() throws Exception {
    create("joined", "REFRESH FAST ON DEMAND " + JOINED);
    create("sums", "REFRESH FAST ON DEMAND " + SUMS);
    stage.play(
        """
        rawone: BEGIN
        rawone: INSERT INTO a VALUES (7, 2, 70)
        rawtwo: INSERT INTO b VALUES (7, 2, 700)
        two: CALL DBMS_MVIEW.REFRESH('joined,sums', 'FF')
        rawone: COMMIT
        """);
    stage.assertNothingIsLost();
  }

  /** Numbers given to rows when they are written would have been passed by. */
  @Test
  void rowsBecomeVisibleAfterLaterOnesWereConsumed() throws Exception {
    create("joined", "REFRESH FAST ON DEMAND " + JOINED);
    create("sums", "REFRESH FAST ON DEMAND " + SUMS);
    create("counted", "REFRESH FAST ON COMMIT AS SELECT COUNT(*) AS n FROM a");
    stage.play(
        """
        rawlong: BEGIN
        rawlong: INSERT INTO a VALUES (7, 1, 70)
        rawlong: DELETE FROM a WHERE id = 3
        one: INSERT INTO a VALUES (8, 1, 80)
        two: CALL DBMS_MVIEW.REFRESH('sums', 'F')
        one: UPDATE a SET x = x + 1 WHERE id = 8
        two: CALL DBMS_MVIEW.REFRESH('joined', 'F')
        rawlong: COMMIT
        two: CALL DBMS_MVIEW.REFRESH('joined', 'F')
        """);
    stage.assertNothingIsLost();
  }

  @Test
  void aWriterWithoutOurDriverCommitsWhileACommitWaits() throws Exception {
    create("joined", "REFRESH FAST ON COMMIT " + JOINED);
    create("sums", "REFRESH FAST ON COMMIT " + SUMS);
    // The commit has asked what is pending, and not yet read it.
    stage.play(
        """
        rawholder: BEGIN
        rawholder: LOCK TABLE joined IN SHARE MODE
        one: INSERT INTO a VALUES (7, 7, 70) --> blocked
        rawtwo: INSERT INTO b VALUES (7, 7, 700)
        rawtwo: DELETE FROM a WHERE id = 1
        rawholder: COMMIT
        one: joins
        """);
    if (isPostgres()) {
      stage.assertFresh("joined"); // elsewhere all was read before anything was written
    }
    stage.assertNothingIsLost();
  }

  @Test
  void aViewIsMadeBesideOpenWriters() throws Exception {
    stage.play(
        """
        rawone: BEGIN
        rawone: INSERT INTO a VALUES (7, 1, 70)
        two: BEGIN
        two: DELETE FROM b WHERE id = 2
        three: CREATE MATERIALIZED VIEW joined REFRESH FAST ON COMMIT %s --> blocked
        rawone: COMMIT
        two: COMMIT
        three: joins
        two: INSERT INTO b VALUES (9, 1, 900)
        """
            .formatted(JOINED));
    stage.assertFresh("joined");
    stage.assertNothingIsLost();
  }

  @Test
  void aSecondViewIsMadeOnALogBesideOpenWriters() throws Exception {
    create("sums", "REFRESH FAST ON DEMAND " + SUMS);
    stage.play(
        """
        rawone: BEGIN
        rawone: INSERT INTO a VALUES (7, 1, 70)
        rawtwo: INSERT INTO a VALUES (8, 1, 80)
        three: CREATE MATERIALIZED VIEW counted REFRESH FAST ON COMMIT AS \
        SELECT k, COUNT(*) AS n FROM a GROUP BY k
        rawone: COMMIT
        three: DELETE FROM a WHERE id = 3
        """);
    stage.assertFresh("counted");
    stage.assertNothingIsLost();
  }

  @Test
  void aSecondViewIsMadeWhileTheFirstIsRefreshedAtACommit() throws Exception {
    create("sums", "REFRESH FAST ON COMMIT " + SUMS);
    stage.play(
        """
        rawholder: BEGIN
        rawholder: LOCK TABLE sums IN SHARE MODE
        one: INSERT INTO a VALUES (7, 1, 70) --> blocked
        three: CREATE MATERIALIZED VIEW counted REFRESH FAST ON DEMAND AS \
        SELECT k, COUNT(*) AS n FROM a GROUP BY k --> blocked
        rawtwo: INSERT INTO a VALUES (8, 1, 80)
        rawholder: COMMIT
        one: joins
        three: joins
        """);
    stage.assertNothingIsLost();
  }

  @Test
  void aLogIsDroppedBesideAnOpenTransactionThatWillRefresh() throws Exception {
    create("sums", "REFRESH FAST ON COMMIT " + SUMS);
    stage.play(
        """
        one: BEGIN
        one: INSERT INTO a VALUES (7, 1, 70)
        three: DROP MATERIALIZED VIEW LOG ON a --> blocked
        one: COMMIT
        three: joins
        """);
    stage.assertFresh("sums");
    stage.play("one: INSERT INTO a VALUES (8, 2, 80)");
    stage.assertNothingIsLost();
  }

  @Test
  void aCompleteRefreshRunsBesideWriters() throws Exception {
    create("joined", "REFRESH FORCE ON DEMAND " + JOINED);
    create("sums", "REFRESH FAST ON COMMIT " + SUMS);
    stage.play(
        """
        rawone: BEGIN
        rawone: INSERT INTO a VALUES (7, 1, 70)
        two: BEGIN
        two: DELETE FROM b WHERE id = 2
        three: CALL DBMS_MVIEW.REFRESH('joined,sums', 'CC')
        rawone: COMMIT
        two: COMMIT
        """);
    stage.assertNothingIsLost();
  }

  /** Such a view knows only that its master has changed. */
  @Test
  void aViewWithoutLogsIsFilledBesideAWriter() throws Exception {
    create("sums", "REFRESH COMPLETE ON DEMAND " + SUMS);
    stage.play(
        """
        rawone: INSERT INTO a VALUES (7, 1, 70)
        rawtwo: BEGIN
        rawtwo: INSERT INTO a VALUES (8, 1, 80)
        three: CALL DBMS_MVIEW.REFRESH('sums', 'C')
        rawtwo: COMMIT
        """);
    stage.assertNothingIsLost();
  }

  @Test
  void aWriterOfAnEarlierSnapshotCommits() throws Exception {
    create("joined", "REFRESH FAST ON COMMIT " + JOINED);
    create("sums", "REFRESH FAST ON COMMIT " + SUMS);
    stage.play(
        """
        one: BEGIN ISOLATION LEVEL REPEATABLE READ
        one: INSERT INTO a VALUES (7, 7, 70)
        two: BEGIN ISOLATION LEVEL SERIALIZABLE
        two: INSERT INTO b VALUES (7, 7, 700)
        three: INSERT INTO b VALUES (8, 7, 800)
        two: COMMIT
        one: COMMIT
        """);
    stage.assertFresh("joined", "sums");
    stage.assertNothingIsLost();
  }

  @Test
  void anotherProgramDoesNotYetKnowTheView() throws Exception {
    stage.play(
        """
        other: INSERT INTO a VALUES (7, 1, 70)
        three: CREATE MATERIALIZED VIEW sums REFRESH FAST ON COMMIT %s
        other: INSERT INTO a VALUES (8, 1, 80)
        """
            .formatted(SUMS));
    stage.assertNothingIsLost();
  }

  @Test
  void anotherProgramDoesNotYetKnowTheSecondReaderOfALog() throws Exception {
    create("sums", "REFRESH FAST ON COMMIT " + SUMS);
    stage.play(
        """
        other: INSERT INTO a VALUES (7, 1, 70)
        three: CREATE MATERIALIZED VIEW joined REFRESH FAST ON DEMAND %s
        other: INSERT INTO a VALUES (8, 1, 80)
        other: BEGIN
        other: DELETE FROM a WHERE id = 1
        other: COMMIT
        """
            .formatted(JOINED));
    stage.assertNothingIsLost();
  }

  @Test
  void aViewIsDroppedBesideAnOpenTransactionThatWouldRefreshIt() throws Exception {
    create("sums", "REFRESH FAST ON COMMIT " + SUMS);
    create("joined", "REFRESH FAST ON COMMIT " + JOINED);
    create("of_c", "REFRESH FAST ON COMMIT AS SELECT k, COUNT(*) AS n FROM c GROUP BY k");
    stage.play(
        """
        one: BEGIN
        one: INSERT INTO a VALUES (7, 1, 70)
        one: INSERT INTO c VALUES (7, 1, 7000)
        two: DROP MATERIALIZED VIEW of_c --> blocked
        three: DROP MATERIALIZED VIEW sums
        one: COMMIT
        """);
    stage.assertFresh("joined");
    stage.assertNothingIsLost();
  }

  @Test
  void aLogIsDroppedBesideAWriter() throws Exception {
    create("sums", "REFRESH FAST ON DEMAND " + SUMS);
    stage.play(
        """
        rawone: BEGIN
        rawone: INSERT INTO a VALUES (7, 1, 70)
        three: DROP MATERIALIZED VIEW LOG ON a --> blocked
        rawone: COMMIT
        three: joins
        """);
    stage.assertFresh();
  }

  /** At the next commit it gets a log again. */
  @Test
  void aViewIsFilledAtACommitForWantOfItsLogBesideAWriter() throws Exception {
    create("sums", "REFRESH FAST ON COMMIT " + SUMS);
    stage.play(
        """
        one: DROP MATERIALIZED VIEW LOG ON a
        rawone: INSERT INTO a VALUES (6, 1, 60)
        rawone: BEGIN
        rawone: INSERT INTO a VALUES (7, 1, 70)
        one: INSERT INTO a VALUES (8, 1, 80) --> blocked
        rawone: COMMIT
        one: joins
        """);
    stage.assertFresh("sums");
    stage.assertNothingIsLost();
  }

  /**
   * Both commits have looked what is pending, and found nothing in the log of C; when they have
   * their locks, there is something.
   */
  @Test
  void rowsOfAWriterWithoutOurDriverAreReadByOneCommitOnly() throws Exception {
    create("of_a", "REFRESH FAST ON COMMIT AS SELECT k, COUNT(*) AS n FROM a GROUP BY k");
    create("of_b", "REFRESH FAST ON COMMIT AS SELECT k, COUNT(*) AS n FROM b GROUP BY k");
    create("of_c", "REFRESH FAST ON COMMIT AS SELECT k, COUNT(*) AS n FROM c GROUP BY k");
    stage.play(
        """
        rawholder: BEGIN
        rawholder: SELECT * FROM "mview$log" FOR UPDATE
        rawother: BEGIN
        rawother: SELECT * FROM of_c FOR UPDATE
        one: INSERT INTO a VALUES (7, 1, 70) --> blocked
        two: INSERT INTO b VALUES (7, 1, 700) --> blocked
        rawwriter: INSERT INTO c VALUES (7, 1, 7000)
        rawholder: COMMIT
        one: settles
        two: settles
        rawother: COMMIT
        """);
    stage.assertFresh("of_a", "of_b");
    stage.assertNothingIsLost();
  }

  @Test
  void aTransactionFollowsAnotherOneInAChain() throws Exception {
    create("sums", "REFRESH FAST ON COMMIT " + SUMS);
    stage.play(
        """
        one: BEGIN
        one: INSERT INTO a VALUES (7, 1, 70)
        one: COMMIT AND CHAIN
        one: INSERT INTO a VALUES (8, 1, 80)
        one: ROLLBACK AND CHAIN
        one: INSERT INTO a VALUES (9, 1, 90)
        one: COMMIT
        """);
    stage.assertFresh("sums");
    assertThat(stage.rows("SELECT id FROM a WHERE id > 6 ORDER BY id")).containsExactly("7", "9");
  }

  @Test
  void aTransactionOfAnEarlierSnapshotFollowsAnotherOneInAChain() throws Exception {
    create("sums", "REFRESH FAST ON COMMIT " + SUMS);
    stage.play(
        """
        one: BEGIN ISOLATION LEVEL REPEATABLE READ
        one: INSERT INTO a VALUES (7, 1, 70)
        one: COMMIT AND CHAIN
        one: INSERT INTO a VALUES (8, 1, 80)
        one: ROLLBACK
        """);
    stage.assertFresh();
    assertThat(stage.rows("SELECT id FROM a WHERE id > 6 ORDER BY id")).containsExactly("7");
    stage.assertNothingIsLost();
  }

  /** Such a view has no logs. */
  @Test
  void aViewThatIsAlwaysFilledIsSoAtACommitBesideAWriter() throws Exception {
    create(
        "texts",
        "REFRESH COMPLETE ON COMMIT AS SELECT k, COUNT(*) AS n FROM a GROUP BY ROLLUP (k)");
    stage.play(
        """
        rawone: INSERT INTO a VALUES (6, 1, 60)
        rawone: BEGIN
        rawone: INSERT INTO a VALUES (7, 1, 70)
        one: INSERT INTO a VALUES (8, 1, 80)
        rawone: COMMIT
        one: INSERT INTO a VALUES (9, 1, 90)
        """);
    stage.assertFresh();
    stage.assertNothingIsLost();
  }

  /** Two writers of a master that is only watched do not wait for each other. */
  @Test
  void writersOfAWatchedTableGoOnBesideEachOther() throws Exception {
    create(
        "texts",
        "REFRESH COMPLETE ON DEMAND AS SELECT k, COUNT(*) AS n FROM a GROUP BY ROLLUP (k)");
    stage.play(
        """
        rawone: BEGIN
        rawone: INSERT INTO a VALUES (7, 1, 70)
        one: INSERT INTO a VALUES (8, 1, 80)
        one: EXEC DBMS_MVIEW.REFRESH('texts')
        rawone: COMMIT
        """);
    stage.assertNothingIsLost();
  }
}
