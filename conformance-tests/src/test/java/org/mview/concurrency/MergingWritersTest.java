package org.mview.concurrency;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mview.conformance.FreshDatabase;
import org.mview.conformance.PostgresDatabase;
import org.mview.conformance.Sql;
import org.postgresql.PGConnection;

/** Writers whose triggers merge into the same groups, and what changes meanwhile, step by step. */
class MergingWritersTest {
  private FreshDatabase database;
  private Stage stage;

  @BeforeEach
  void open() throws SQLException {
    database = PostgresDatabase.EMBEDDED.create();
    try (Connection here = database.connect()) {
      Sql.execute(here, "CREATE TABLE a (id INT PRIMARY KEY, k INT, x INT)");
      Sql.execute(here, "INSERT INTO a VALUES (1, 1, 10), (2, 1, 20), (3, 2, 30), (4, NULL, 40)");
      Sql.execute(
          here,
          """
          CREATE MATERIALIZED VIEW sums REFRESH FAST ON STATEMENT AS \
          SELECT k, COUNT(*) AS n, SUM(x) AS s FROM a GROUP BY k""");
    }
    stage = new Stage(Server.postgresql(), database, () -> database.connect(asked()));
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
    assertThat(stage.rows("SELECT merging FROM \"mview$log\""))
        .containsExactly(merging ? "t" : "f");
  }

  private void assertRight() throws SQLException, InterruptedException {
    stage.assertFresh("sums");
    stage.assertNothingIsLost();
  }

  @Test
  void whoAddsToAGroupWaitsForWhoHasAddedToIt() throws Exception {
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

  @Test
  void oneTakesTheLastRowOfAGroupToWhichAnotherAdds() throws Exception {
    stage.play(
        """
        one: BEGIN
        one: DELETE FROM a WHERE k = 2
        two: BEGIN
        two: INSERT INTO a VALUES (5, 2, 50) --> blocked
        one: COMMIT
        two: joins
        two: COMMIT
        """);
    assertRight();
    assertThat(stage.rows("SELECT * FROM sums WHERE k = 2")).containsExactly("2 | 1 | 50");
  }

  @Test
  void oneTakesTheLastRowOfAGroupToWhichAnotherAddsAndIsUndone() throws Exception {
    stage.play(
        """
        one: BEGIN
        one: DELETE FROM a WHERE k IS NULL
        two: INSERT INTO a VALUES (5, NULL, 50) --> blocked
        one: ROLLBACK
        two: joins
        """);
    assertRight();
  }

  @Test
  void theLastRowGoesFromAGroupToWhichAnotherHasAdded() throws Exception {
    stage.play(
        """
        one: BEGIN
        one: INSERT INTO a VALUES (5, 2, 50)
        two: BEGIN
        two: DELETE FROM a WHERE k = 2 --> blocked
        one: COMMIT
        two: joins
        two: COMMIT
        """);
    assertRight();
    assertThat(stage.rows("SELECT * FROM sums WHERE k = 2")).containsExactly("2 | 1 | 50");
  }

  @Test
  void twoTakeTheRowsOfAGroup() throws Exception {
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

  @Test
  void twoBeginANewGroup() throws Exception {
    stage.play(
        """
        one: BEGIN
        one: INSERT INTO a VALUES (5, 7, 50)
        two: BEGIN
        two: INSERT INTO a VALUES (6, 7, 60) --> blocked
        three: INSERT INTO a VALUES (7, 7, 70) --> blocked
        one: ROLLBACK
        two: joins
        two: COMMIT
        three: joins
        """);
    assertRight();
  }

  @Test
  void theOnlyRowOfATotal() throws Exception {
    stage.play(
        """
        one: CREATE MATERIALIZED VIEW total REFRESH FAST ON STATEMENT AS \
        SELECT COUNT(*) AS n, SUM(x) AS s FROM a
        one: BEGIN
        one: INSERT INTO a VALUES (5, 7, 50)
        two: BEGIN
        two: DELETE FROM a WHERE k = 2 --> blocked
        one: COMMIT
        two: joins
        two: COMMIT
        """);
    stage.assertFresh("sums", "total");
    assertThat(stage.rows("SELECT * FROM total")).containsExactly("4 | 120");
    stage.assertNothingIsLost();
  }

  @Test
  void aSnapshotThatHasNotSeenAGroupChange() throws Exception {
    for (String level : new String[] {"REPEATABLE READ", "SERIALIZABLE"}) {
      stage.play(
          """
          one: BEGIN ISOLATION LEVEL %1$s
          one: SELECT COUNT(*) FROM a
          two: UPDATE a SET x = x + 1 WHERE id = 3
          one: INSERT INTO a VALUES (50, 2, 50) --> 40001
          one: ROLLBACK
          one: BEGIN ISOLATION LEVEL %1$s
          one: SELECT COUNT(*) FROM a
          two: DELETE FROM a WHERE k = 2
          one: INSERT INTO a VALUES (50, 5, 50)
          two: INSERT INTO a VALUES (3, 2, 30)
          one: COMMIT
          one: DELETE FROM a WHERE id = 50
          """
              .formatted(level));
      assertRight();
    }
  }

  @Test
  void aSnapshotThatStillSeesAGroupThatHasEnded() throws Exception {
    stage.play(
        """
        one: BEGIN ISOLATION LEVEL REPEATABLE READ
        one: SELECT COUNT(*) FROM a
        two: DELETE FROM a WHERE k = 2
        one: INSERT INTO a VALUES (5, 2, 50)
        one: COMMIT
        """);
    assertRight();
    assertThat(stage.rows("SELECT * FROM sums WHERE k = 2")).containsExactly("2 | 1 | 50");
  }

  @Test
  void statementsOfManyRowsLockTheirGroupsInOneOrder() throws Exception {
    stage.play(
        """
        one: BEGIN
        one: UPDATE a SET x = x + 1 WHERE id IN (1, 3)
        two: INSERT INTO a VALUES (5, 2, 1), (6, 1, 1), (7, NULL, 1) --> blocked
        three: INSERT INTO a VALUES (8, NULL, 1), (9, 2, 1), (10, 1, 1) --> blocked
        one: COMMIT
        two: joins
        three: joins
        """);
    assertRight();
  }

  /** Who waits for the first group has changed none that comes behind it. */
  @Test
  void whoWaitsForAGroupHasLockedNoneThatComesBehindIt() throws Exception {
    stage.play(
        """
        one: BEGIN
        one: INSERT INTO a VALUES (5, 1, 50)
        two: INSERT INTO a SELECT 100 + i, 31 - i, i FROM generate_series(1, 30) AS i --> blocked
        rawthree: INSERT INTO a SELECT 200 + i, i, i FROM generate_series(2, 30) AS i --> done
        one: COMMIT
        two: joins
        """);
    assertRight();
  }

  /** A view ON COMMIT is merged into for whoever asked; it was ON DEMAND while another wrote. */
  @Test
  void whatOthersAreWritingIsWaitedForBeforeTheTriggersMerge() throws Exception {
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
    assertRight();
  }

  /** The log holds what was written before: the triggers must not merge what is written after. */
  @Test
  void whatOthersHaveLoggedIsSeenBeforeTheTriggersMerge() throws Exception {
    stage.play(
        """
        one: CREATE MATERIALIZED VIEW later REFRESH FAST ON DEMAND AS \
        SELECT k, COUNT(*) AS n FROM a GROUP BY k
        """);
    assertMerging(false);
    stage.play(
        """
        rawtwo: BEGIN
        rawtwo: INSERT INTO a VALUES (5, 1, 50)
        one: DROP MATERIALIZED VIEW later --> blocked
        rawthree: UPDATE a SET x = x + 1 WHERE id = 2 --> blocked
        rawtwo: COMMIT
        one: joins
        rawthree: joins
        """);
    assertMerging(false);
    stage.play("one: INSERT INTO a VALUES (6, 1, 60)");
    stage.assertFresh("sums");
    stage.play("one: ALTER MATERIALIZED VIEW sums COMPILE");
    assertMerging(true);
    stage.play("rawtwo: INSERT INTO a VALUES (7, 1, 70)");
    assertRight();
  }

  @Test
  void anotherProgramMakesTheTriggersLogWhileWritersHaveMerged() throws Exception {
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
        two: INSERT INTO a VALUES (9, 1, 90)
        """);
    assertMerging(true);
    assertRight();
  }

  @Test
  void aCompleteRefreshWaitsForWhoHasMergedAndIsWaitedForByOthers() throws Exception {
    stage.play(
        """
        rawtwo: BEGIN
        rawtwo: INSERT INTO a VALUES (5, 1, 50), (6, 6, 60)
        one: CALL DBMS_MVIEW.REFRESH('sums', 'C') --> blocked
        rawthree: BEGIN
        rawthree: DELETE FROM a WHERE id = 3 --> blocked
        rawtwo: COMMIT
        one: joins
        rawthree: joins
        rawthree: COMMIT
        """);
    assertRight();
  }

  @Test
  void rowsThatAreCopiedIntoTheTable() throws Exception {
    try (Connection raw = database.connectRaw()) {
      raw.unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("COPY a FROM STDIN", new StringReader("5\t1\t50\n6\t8\t\\N\n7\t8\t70\n"));
    }
    assertRight();
    assertThat(stage.rows("SELECT * FROM sums WHERE k = 8")).containsExactly("8 | 2 | 70");
  }

  @Test
  void whoMayWriteTheTableMayNotWriteTheViewAndFindsNoNames() throws Exception {
    stage.play(
        """
        rawtwo: CREATE ROLE mview_writer
        rawtwo: GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON a TO mview_writer
        rawtwo: SET ROLE mview_writer
        rawtwo: SET search_path = nowhere
        rawtwo: INSERT INTO public.a VALUES (5, 1, 50)
        rawtwo: UPDATE public.a SET k = 3 WHERE k = 1
        rawtwo: UPDATE public.sums SET n = 0 --> 42501
        rawtwo: TRUNCATE public.a
        rawtwo: INSERT INTO public.a VALUES (5, 1, 50)
        rawtwo: RESET ROLE
        rawtwo: DROP OWNED BY mview_writer
        rawtwo: DROP ROLE mview_writer
        """);
    assertMerging(true);
    assertRight();
  }

  /** In a trigger an operator of another schema would not be found, or be another one. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT half(k) AS h, COUNT(*) AS n FROM a GROUP BY half(k)",
        "SELECT COUNT(*) AS n FROM a WHERE half(x) > 1",
        "SELECT k, SUM(x) AS s, COUNT(*) AS n FROM a WHERE name = 'ABC' GROUP BY k",
        "SELECT COUNT(*) AS n FROM a WHERE name = 'ABC'::citext"
      })
  void whatMeansSomethingElseInATriggerIsLogged(String query) throws Exception {
    stage.play(
        """
        one: CREATE FUNCTION half(i INT) RETURNS INT IMMUTABLE LANGUAGE SQL AS 'SELECT i / 2'
        one: CREATE EXTENSION citext
        one: ALTER TABLE a ADD COLUMN name citext
        one: UPDATE a SET name = 'abc'
        """);
    assertMerging(true);
    stage.play("one: CREATE MATERIALIZED VIEW other REFRESH FAST ON STATEMENT AS " + query);
    assertMerging(false);
    stage.play(
        """
        one: INSERT INTO a VALUES (5, 5, 50, 'Abc')
        one: DROP MATERIALIZED VIEW other
        one: INSERT INTO a VALUES (6, 5, 50, 'Abc')
        one: ALTER MATERIALIZED VIEW sums COMPILE
        """);
    assertMerging(true);
    assertRight();
  }

  /** What is equal in a key is found by the index, whatever the type. */
  @Test
  void keysOfATypeOfAnotherSchema() throws Exception {
    stage.play(
        """
        one: CREATE EXTENSION citext
        one: CREATE TYPE mood AS ENUM ('good', 'bad')
        one: ALTER TABLE a ADD COLUMN name citext
        one: ALTER TABLE a ADD COLUMN mood mood
        one: CREATE MATERIALIZED VIEW names REFRESH FAST ON STATEMENT AS \
        SELECT name, mood, COUNT(*) AS n FROM a WHERE mood = 'good' GROUP BY name, mood
        one: UPDATE a SET mood = 'good', name = CASE WHEN id = 1 THEN 'a' ELSE 'A' END
        one: INSERT INTO a VALUES (5, 1, 1, 'b', 'good'), (6, 1, 1, 'B', 'good'), (7, 1, 1, 'B', 'bad')
        rawtwo: DELETE FROM a WHERE name = 'B'
        """);
    assertMerging(true);
    assertThat(stage.rows("SELECT lower(name), mood, n FROM names"))
        .containsExactly("a | good | 4");
  }

  @Test
  void aTableWithPartitionsIsLogged() throws Exception {
    stage.play(
        """
        one: CREATE TABLE p (id INT, k INT) PARTITION BY LIST (k)
        one: CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1, 2)
        one: CREATE TABLE p3 PARTITION OF p FOR VALUES IN (3)
        one: CREATE MATERIALIZED VIEW of_p REFRESH FAST ON STATEMENT AS \
        SELECT k, COUNT(*) AS n FROM p GROUP BY k
        one: INSERT INTO p VALUES (1, 1), (2, 2), (3, 3)
        one: UPDATE p SET k = 3 WHERE k = 2
        """);
    assertThat(stage.rows("SELECT merging FROM \"mview$log\" WHERE master = 'p'"))
        .containsExactly("f");
    stage.assertFresh("of_p");
  }

  /** A trigger of the user on the view is to see what a refresh does. */
  @Test
  void aViewWithATriggerOfTheUser() throws Exception {
    stage.play(
        """
        one: DROP MATERIALIZED VIEW sums
        one: CREATE MATERIALIZED VIEW sums REFRESH FAST ON STATEMENT AS \
        SELECT k, COUNT(*) AS n FROM a GROUP BY k
        one: CREATE FUNCTION nothing() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'
        one: CREATE TRIGGER mine AFTER INSERT ON sums FOR EACH ROW EXECUTE FUNCTION nothing()
        """);
    assertMerging(false);
    stage.play("one: DROP TRIGGER mine ON sums");
    assertMerging(true);
    stage.play(
        """
        one: CREATE CONSTRAINT TRIGGER mine AFTER INSERT ON sums DEFERRABLE FOR EACH ROW \
        EXECUTE FUNCTION nothing()
        """);
    assertMerging(false);
    stage.play("one: INSERT INTO a VALUES (5, 1, 50)");
    assertRight();
  }

  /** Which reads what is merged, from the log of the view. */
  @Test
  void aViewOfTheView() throws Exception {
    stage.play(
        """
        one: CREATE MATERIALIZED VIEW sizes REFRESH FAST ON COMMIT AS \
        SELECT n, COUNT(*) AS groups, SUM(s) AS s FROM sums GROUP BY n
        one: INSERT INTO a VALUES (5, 2, 50), (6, 6, 60)
        one: UPDATE a SET k = 6 WHERE k = 1
        rawtwo: DELETE FROM a WHERE k = 2
        one: INSERT INTO a VALUES (7, 7, 70)
        """);
    assertThat(stage.rows("SELECT merging FROM \"mview$log\" WHERE master = 'a'"))
        .containsExactly("t");
    stage.assertFresh("sums", "sizes");
    stage.assertNothingIsLost();
  }

  /** As those that log: the next refresh is complete, and makes them anew. */
  @Test
  void triggersThatAreDisabledAreMissed() throws Exception {
    stage.play(
        """
        rawtwo: ALTER TABLE a DISABLE TRIGGER "mview$insert$a"
        rawtwo: INSERT INTO a VALUES (5, 1, 50)
        """);
    assertThat(stage.rows("SELECT staleness FROM user_mviews")).doesNotContain("FRESH");
    stage.play(
        """
        other: INSERT INTO a VALUES (6, 1, 60)
        other: CALL DBMS_MVIEW.REFRESH('sums', 'C')
        """);
    assertMerging(true);
    stage.assertFresh("sums");
    stage.play("rawtwo: INSERT INTO a VALUES (7, 1, 70)");
    assertRight();
  }

  @Test
  void aTableIsAlteredAndItsViewIsMergedInto() throws Exception {
    stage.play(
        """
        one: ALTER TABLE a ADD COLUMN y BIGINT
        one: INSERT INTO a VALUES (5, 1, 50, 1)
        one: ALTER TABLE a RENAME COLUMN y TO z
        one: CREATE MATERIALIZED VIEW more REFRESH FAST ON COMMIT AS \
        SELECT k, SUM(z * 2 - id) AS z, COUNT(*) AS n FROM a WHERE z IS NOT NULL GROUP BY k
        one: UPDATE a SET z = k
        rawtwo: DELETE FROM a WHERE id = 3
        """);
    assertMerging(true);
    stage.play("one: ALTER MATERIALIZED VIEW sums COMPILE");
    assertMerging(true);
    stage.assertFresh("sums", "more");
    stage.assertNothingIsLost();
  }
}
