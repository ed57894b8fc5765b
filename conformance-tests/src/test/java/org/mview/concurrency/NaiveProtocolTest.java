package org.mview.concurrency;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mview.conformance.FreshDatabase;
import org.mview.conformance.MysqlDatabase;
import org.mview.conformance.PostgresDatabase;
import org.mview.conformance.Sql;

/**
 * Each part of the protocol is needed: without it, views that call themselves fresh are wrong, or
 * commits fail. The part is taken out of the statements on their way to the database, so nothing is
 * made for it in the product. Where connections cannot be held up step by step, the stress finds
 * it.
 */
class NaiveProtocolTest {
  private static final List<String> JOIN =
      List.of(
          "CREATE TABLE a (id INT PRIMARY KEY, k INT, x INT)",
          "CREATE TABLE b (id INT PRIMARY KEY, k INT, y INT)",
          """
          CREATE MATERIALIZED VIEW joined REFRESH FAST ON COMMIT AS \
          SELECT a.id AS aid, b.id AS bid, a.k, a.x, b.y FROM a JOIN b ON b.k = a.k\
          """);

  private static final int ROUNDS = 12;
  private static final int WRITERS = 4;
  private static final int NOT_REFRESHED = 12008;

  private static String withoutLocks(String sql) {
    return sql.replace(" FOR UPDATE", "");
  }

  private static String withoutWait(String sql) {
    return sql.replace("IN ('read committed', 'read uncommitted') AS sees", "<> '' AS sees");
  }

  /** Both are held up when they have read, by the row of the view that they note the refresh in. */
  @Test
  void twoCommitsReadBesideEachOtherWithoutLocks() throws Exception {
    String script =
        """
        rawholder: BEGIN
        rawholder: SELECT * FROM "mview$view" FOR UPDATE
        one: BEGIN
        two: BEGIN
        one: INSERT INTO a VALUES (7, 7, 70)
        two: INSERT INTO b VALUES (7, 7, 700)
        one: COMMIT --> blocked
        two: COMMIT --> blocked
        rawholder: COMMIT
        """;
    assertThat(wrong(script, sql -> sql)).isEmpty();
    assertThat(wrong(script, NaiveProtocolTest::withoutLocks)).containsExactly("joined: 1");
  }

  /** The row of the view in the registry keeps such a refresh from missing rows. */
  @Test
  void anEarlierSnapshotFailsItsCommitWithoutTheWait() throws Exception {
    String script =
        """
        one: BEGIN ISOLATION LEVEL REPEATABLE READ
        one: INSERT INTO a VALUES (7, 7, 70)
        two: INSERT INTO b VALUES (7, 7, 700)
        one: COMMIT\
        """;
    assertThat(wrong(script, sql -> sql)).isEmpty();
    assertThat(wrong(script + " --> 40000 ORA-12008", NaiveProtocolTest::withoutWait)).isEmpty();
  }

  private static List<String> wrong(String script, UnaryOperator<String> naive) throws Exception {
    try (FreshDatabase database = PostgresDatabase.EMBEDDED.create();
        WatchedDriver driver = new WatchedDriver("naive", naive);
        Stage stage = new Stage(Server.postgresql(), database, () -> connect(driver, database))) {
      try (Connection connection = database.connect()) {
        for (String sql : JOIN) {
          Sql.execute(connection, sql);
        }
      }
      stage.play(script);
      return stage.wrong();
    }
  }

  static Stream<Server> played() {
    return Server.chosen().filter(server -> server.database() instanceof MysqlDatabase);
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("played")
  void theStressFindsWrongRowsWithoutLocks(Server server) throws Exception {
    Tally tally = new Tally();
    List<String> wrong = new ArrayList<>();
    try (FreshDatabase database = server.database().create();
        WatchedDriver driver = new WatchedDriver("naive", NaiveProtocolTest::withoutLocks)) {
      Worker.Opener opener = () -> connect(driver, database);
      Stress stress = new Stress(server, database, Collections.nCopies(WRITERS, opener), tally, 1);
      for (int round = 0; wrong.isEmpty() && round < ROUNDS; round++) {
        wrong.addAll(found(stress));
      }
    }
    assertThat(wrong).as(tally::toString).isNotEmpty();
  }

  /** A refresh also notices by itself if a row that it adds is there already. */
  private static List<String> found(Stress stress) throws Exception {
    try {
      stress.run(1);
      return stress.wrong();
    } catch (SQLException | ExecutionException e) {
      Throwable failure = e instanceof ExecutionException ? e.getCause() : e;
      if (failure instanceof SQLException refused && refused.getErrorCode() == NOT_REFRESHED) {
        return List.of(String.valueOf(refused.getMessage()));
      }
      throw e;
    }
  }

  private static Connection connect(WatchedDriver driver, FreshDatabase database)
      throws SQLException {
    return DriverManager.getConnection(driver.url(database.rawUrl()));
  }
}
