package org.mview.concurrency;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mview.conformance.FreshDatabase;
import org.mview.conformance.PostgresDatabase;
import org.mview.conformance.Sql;

/** Steps in a given order that only PostgreSQL knows. */
class PostgresInterleavingTest {
  private static final String SUMS =
      """
      CREATE MATERIALIZED VIEW sums REFRESH FAST ON COMMIT AS \
      SELECT k, COUNT(*) AS n, COUNT(x) AS nx, SUM(x) AS sx FROM a GROUP BY k\
      """;

  private FreshDatabase database;
  private Stage stage;

  @BeforeEach
  void open() throws SQLException {
    database = PostgresDatabase.EMBEDDED.create();
    try (Connection here = database.connect()) {
      Sql.execute(here, "CREATE TABLE a (id INT PRIMARY KEY, k INT, x INT)");
      Sql.execute(here, "CREATE TABLE b (id INT PRIMARY KEY, k INT, y INT)");
      Sql.execute(here, "INSERT INTO a VALUES (1, 1, 10), (2, 1, 20), (3, 2, 30)");
      Sql.execute(here, SUMS);
    }
    stage = new Stage(Server.postgresql(), database);
  }

  @AfterEach
  void close() throws SQLException {
    stage.close();
    database.close();
  }

  /** TRUNCATE takes rows away that an earlier snapshot does not show. */
  @Test
  void aWriterOfAnEarlierSnapshotEmptiesATable() throws Exception {
    stage.play(
        """
        rawone: BEGIN ISOLATION LEVEL REPEATABLE READ
        rawone: SELECT COUNT(*) FROM a
        two: INSERT INTO a VALUES (7, 7, 70)
        rawone: TRUNCATE a --> 0A000
        rawone: ROLLBACK
        rawone: TRUNCATE a
        """);
    stage.assertNothingIsLost();
  }

  /** Who writes into it is waited for, and what they have written goes with it. */
  @Test
  void aPartitionGoesWhileOthersWriteIntoIt() throws Exception {
    stage.play(
        """
        one: CREATE TABLE p (id INT, k INT, x INT) PARTITION BY LIST (k)
        one: CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1)
        one: CREATE TABLE p2 PARTITION OF p FOR VALUES IN (2)
        one: CREATE MATERIALIZED VIEW of_p REFRESH FAST ON COMMIT AS \
        SELECT k, COUNT(*) AS n, SUM(x) AS s FROM p GROUP BY k
        one: INSERT INTO p VALUES (1, 1, 10), (2, 2, 20)
        two: BEGIN
        two: INSERT INTO p VALUES (3, 1, 30), (4, 2, 40)
        three: ALTER TABLE p DETACH PARTITION p1 --> blocked
        two: COMMIT
        three: joins
        """);
    stage.assertFresh("of_p");
    stage.play(
        """
        two: BEGIN
        two: INSERT INTO p1 VALUES (5, 1, 50)
        three: ALTER TABLE p ATTACH PARTITION p1 FOR VALUES IN (1) --> blocked
        rawone: INSERT INTO p VALUES (6, 2, 60) --> blocked
        two: COMMIT
        three: joins
        rawone: joins
        one: INSERT INTO p VALUES (7, 1, 70)
        """);
    stage.assertFresh("of_p");
    stage.assertNothingIsLost();
  }

  @Test
  void aTransactionIsAborted() throws Exception {
    stage.play(
        """
        one: BEGIN
        one: INSERT INTO a VALUES (7, 1, 70)
        one: ABORT
        one: INSERT INTO a VALUES (8, 1, 80)
        """);
    stage.assertFresh("sums");
  }

  /**
   * It reads anew what views there are, waits for their logs, and then there is one more. Elsewhere
   * a definition wants the table to itself, and one of both may fail with a deadlock.
   */
  @Test
  void anotherProgramLearnsOfViewsWhileTheyAreMade() throws Exception {
    stage.play(
        """
        one: CREATE MATERIALIZED VIEW of_a REFRESH FAST ON COMMIT AS \
        SELECT k, COUNT(*) AS n FROM a GROUP BY k
        other: INSERT INTO a VALUES (7, 1, 70)
        one: CREATE MATERIALIZED VIEW of_b REFRESH FAST ON COMMIT AS \
        SELECT k, COUNT(*) AS n FROM b GROUP BY k
        one: CREATE MATERIALIZED VIEW again BUILD DEFERRED REFRESH FAST ON DEMAND AS \
        SELECT k, COUNT(*) AS n, SUM(y) AS s FROM b GROUP BY k
        rawone: INSERT INTO b VALUES (8, 1, 800)
        rawholder: BEGIN
        rawholder: SELECT * FROM "MLOG$_b" FOR UPDATE
        rawother: BEGIN
        rawother: LOCK TABLE of_b IN SHARE MODE
        three: CALL DBMS_MVIEW.REFRESH('again', 'C') --> blocked
        other: INSERT INTO a VALUES (9, 1, 90) --> blocked
        rawholder: COMMIT
        three: joins
        rawone: INSERT INTO b VALUES (9, 1, 900)
        rawother: COMMIT
        other: joins
        """);
    stage.assertFresh("of_a");
    stage.assertNothingIsLost();
  }
}
