package org.mview.concurrency;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mview.conformance.FreshDatabase;

/**
 * Something else than its end ends a transaction: a deadlock, a definition, a procedure. What
 * follows are transactions of their own, and a refresh must not be several of those: another one
 * would read the same changes before it has taken them out.
 */
class EndedTransactionTest {
  private static final String TABLES =
      """
      setup: CREATE TABLE a (id %1$s PRIMARY KEY, k INT, x INT)
      setup: CREATE TABLE heavy (id INT PRIMARY KEY)
      setup: INSERT INTO a VALUES (1, 0, 1), (2, 0, 1), (3, 0, 1)
      setup: CREATE MATERIALIZED VIEW sums REFRESH FAST ON COMMIT AS SELECT k, COUNT(*) AS n, \
      SUM(x) AS sx, COUNT(x) AS nx FROM a GROUP BY k
      """;

  /** Those where a cycle of locks of rows is found, and the session is in autocommit then. */
  static Stream<Server> withDeadlocks() {
    return Server.chosenAndOthers()
        .filter(server -> server.database().name().matches("mysql|mariadb|h2"));
  }

  static Stream<Server> ofMysql() {
    return withDeadlocks().filter(server -> !server.database().name().equals("h2"));
  }

  private static Stage stage(Server server, FreshDatabase database)
      throws SQLException, InterruptedException {
    Stage stage = new Stage(server, database);
    stage.play(TABLES.formatted(server.key()));
    return stage;
  }

  /** The other one has written more, so it is this statement that is undone. */
  private static final String DEADLOCK =
      """
      raw1: BEGIN
      raw1: INSERT INTO heavy VALUES (1), (2), (3), (4), (5), (6), (7), (8), (9), (10)
      raw1: UPDATE a SET x = 1 WHERE id = 3
      raw2: BEGIN
      raw2: UPDATE a SET x = 1 WHERE id = 2
      """;

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("withDeadlocks")
  void aStatementInAutocommitThatADeadlockUndoesRefreshesNothingByPieces(Server server)
      throws Exception {
    try (FreshDatabase database = server.database().create();
        Stage stage = stage(server, database)) {
      stage.play("raw: INSERT INTO a VALUES (4, 0, 1)"); // which is pending then
      stage.play(DEADLOCK);
      stage.play(
          """
          locker: BEGIN
          locker: SELECT * FROM sums WHERE k = 0 FOR UPDATE
          s1: UPDATE a SET k = 1 WHERE id IN (1, 2, 3) --> blocked
          raw1: UPDATE a SET x = 1 WHERE id = 1 --> blocked
          raw2: ROLLBACK
          s1: joins --> 40
          raw1: joins
          raw1: ROLLBACK
          s2: INSERT INTO a VALUES (5, 0, 1) --> blocked
          locker: COMMIT
          s2: joins
          """);
      stage.assertFresh("sums");
      stage.assertNothingIsLost();
    }
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("withDeadlocks")
  void behindADeadlockEachStatementIsATransactionAgain(Server server) throws Exception {
    try (FreshDatabase database = server.database().create();
        Stage stage = stage(server, database)) {
      stage.play(DEADLOCK);
      stage.play(
          """
          raw2: ROLLBACK
          s1: BEGIN
          s1: UPDATE a SET x = 1 WHERE id = 1
          raw1: UPDATE a SET x = 1 WHERE id = 1 --> blocked
          s1: UPDATE a SET x = 1 WHERE id = 3 --> 40
          raw1: joins
          raw1: ROLLBACK
          s1: INSERT INTO a VALUES (4, 1, 1)
          """);
      stage.assertFresh("sums");
      assertThat(stage.rows("SELECT k, n FROM sums ORDER BY k")).containsExactly("0 | 3", "1 | 1");
      stage.play("s1: COMMIT");
      stage.assertNothingIsLost();
    }
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("ofMysql")
  void aDefinitionCommitsAndEachStatementIsATransactionAgain(Server server) throws Exception {
    try (FreshDatabase database = server.database().create();
        Stage stage = stage(server, database)) {
      stage.play(
          """
          s1: BEGIN
          s1: INSERT INTO a VALUES (4, 1, 1)
          s1: CREATE TABLE another (id INT)
          """);
      stage.assertFresh();
      stage.play("s1: INSERT INTO a VALUES (5, 1, 1)");
      stage.assertFresh("sums");
      assertThat(stage.rows("SELECT k, n FROM sums ORDER BY k")).containsExactly("0 | 3", "1 | 2");
      stage.play("s1: ROLLBACK");
      assertThat(stage.rows("SELECT k, n FROM sums ORDER BY k")).containsExactly("0 | 3", "1 | 2");
      stage.assertNothingIsLost();
    }
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("ofMysql")
  void aStatementThatIsNoDefinitionCommitsAndEachStatementIsATransactionAgain(Server server)
      throws Exception {
    try (FreshDatabase database = server.database().create();
        Stage stage = stage(server, database)) {
      stage.play(
          """
          s1: BEGIN
          s1: INSERT INTO a VALUES (4, 1, 1)
          s1: ANALYZE TABLE heavy
          s1: INSERT INTO a VALUES (5, 1, 1)
          """);
      stage.assertFresh("sums");
      assertThat(stage.rows("SELECT k, n FROM sums ORDER BY k")).containsExactly("0 | 3", "1 | 2");
      stage.play("s1: ROLLBACK");
      stage.assertNothingIsLost();
    }
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("ofMysql")
  void whatAProcedureHasCommittedIsRefreshedByATransaction(Server server) throws Exception {
    try (FreshDatabase database = server.database().create();
        Stage stage = stage(server, database)) {
      stage.play(
          """
          setup: CREATE PROCEDURE p(i INT) BEGIN START TRANSACTION; INSERT INTO a VALUES (i, 0, 1); COMMIT; END
          raw: BEGIN
          raw: SELECT * FROM sums WHERE k = 0 FOR UPDATE
          s1: CALL p(4) --> blocked
          s2: INSERT INTO a VALUES (5, 0, 1) --> blocked
          raw: COMMIT
          s1: joins
          s2: joins
          """);
      stage.assertFresh("sums");
      stage.play(
          """
          s1: BEGIN
          s1: INSERT INTO a VALUES (6, 0, 1)
          s1: CALL p(7)
          raw: BEGIN
          raw: SELECT * FROM sums WHERE k = 0 FOR UPDATE
          s1: INSERT INTO a VALUES (8, 0, 1) --> blocked
          s2: INSERT INTO a VALUES (9, 0, 1) --> blocked
          raw: COMMIT
          s1: joins
          s2: joins
          s1: COMMIT
          """);
      stage.assertFresh("sums");
      stage.assertNothingIsLost();
    }
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("ofMysql")
  void autocommitThatATextHasSwitchedIsKnown(Server server) throws Exception {
    try (FreshDatabase database = server.database().create();
        Stage stage = stage(server, database)) {
      stage.play(
          """
          s1: SET autocommit = 0
          s1: INSERT INTO a VALUES (4, 1, 1)
          """);
      assertThat(stage.rows("SELECT COUNT(*) FROM a")).containsExactly("3");
      stage.play(
          """
          s1: ROLLBACK
          s1: INSERT INTO a VALUES (5, 1, 1)
          s1: COMMIT
          """);
      stage.assertFresh("sums");
      stage.play(
          """
          s1: INSERT INTO a VALUES (6, 1, 1)
          s1: SET autocommit = 1
          """);
      stage.assertFresh("sums");
      stage.play("s1: INSERT INTO a VALUES (7, 1, 1)");
      stage.assertFresh("sums");
      assertThat(stage.rows("SELECT k, n FROM sums ORDER BY k")).containsExactly("0 | 3", "1 | 3");
      stage.assertNothingIsLost();
    }
  }
}
