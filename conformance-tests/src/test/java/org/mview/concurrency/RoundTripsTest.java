package org.mview.concurrency;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mview.conformance.FreshDatabase;
import org.mview.conformance.MysqlDatabase;
import org.mview.conformance.PostgresDatabase;
import org.mview.conformance.Sql;
import org.mview.conformance.TestDatabase;
import org.mview.conformance.TestDatabases;

/**
 * How often a commit waits for the database, the application's own statements among them: a round
 * trip is what is sent before an answer is waited for. PostgreSQL takes several statements in one;
 * how many there are is counted beside.
 */
class RoundTripsTest {
  /**
   * The first ones prepare what the later ones use. Once a second a commit also enters when the
   * view was refreshed, by two statements.
   */
  private static final int REPETITIONS = 8;

  private static final int MANY = 1_000;
  private static final String MARK = Pattern.quote("/* mview */");

  private static final String SUMS =
      """
      CREATE MATERIALIZED VIEW sums REFRESH FAST ON COMMIT AS \
      SELECT k, COUNT(*) AS n, COUNT(x) AS nx, SUM(x) AS sx FROM a GROUP BY k\
      """;

  private static final String JOINED =
      """
      CREATE MATERIALIZED VIEW joined REFRESH FAST ON COMMIT AS \
      SELECT a.id AS aid, b.id AS bid, a.x, b.y FROM a JOIN b ON b.k = a.k\
      """;

  private static final String EXACT =
      "CREATE MATERIALIZED VIEW exact REFRESH FAST ON COMMIT AS SELECT k, SUM(p) AS sp FROM a GROUP BY k";

  private static final String GREATEST =
      "CREATE MATERIALIZED VIEW greatest REFRESH FAST ON COMMIT AS SELECT k, MAX(x) AS m FROM a GROUP BY k";

  private static final String OUTER =
      """
      CREATE MATERIALIZED VIEW padded REFRESH FAST ON COMMIT AS \
      SELECT a.id AS aid, b.id AS bid, a.x, b.y FROM a LEFT JOIN b ON b.k = a.k\
      """;

  private static final String REGIONS =
      """
      CREATE MATERIALIZED VIEW regions REFRESH FAST ON COMMIT AS \
      SELECT b.y, COUNT(*) AS n, SUM(a.x) AS s FROM a JOIN b ON b.k = a.k GROUP BY b.y\
      """;

  private static final String KEPT =
      "CREATE MATERIALIZED VIEW kept REFRESH FAST ON STATEMENT AS SELECT id, SUM(x) AS s FROM a GROUP BY id";

  private static final String LATER = SUMS.replace("ON COMMIT", "ON DEMAND");
  private static final String INSERT = "INSERT INTO a (k, x) VALUES (1, 1)";
  private static final String UPDATE = "UPDATE a SET x = x + 1 WHERE id = 5";
  private static final String DELETE =
      "DELETE FROM a WHERE id IN (SELECT m FROM (SELECT MAX(id) AS m FROM a) AS q)";

  private static Arguments of(String what, int expected, List<String> views, String... steps) {
    return Arguments.of(what, expected, views, List.of(steps));
  }

  private static Arguments of(
      String what, int trips, int statements, List<String> views, String... steps) {
    return Arguments.of(what, trips, statements, views, List.of(steps));
  }

  /**
   * Beyond the application's own statements: in a transaction the lock with the probe, and the
   * refresh of each view, whether rows appear or vanish, and one more that empties a log which
   * several views read. What triggers merge into leaves nothing to be sent. In autocommit BEGIN and
   * COMMIT come to these; with an earlier snapshot a whole transaction. A refresh on demand looks
   * twice what views there are, in two transactions, before it begins.
   */
  static Stream<Arguments> commits() {
    List<String> none = List.of();
    List<String> sums = List.of(SUMS);
    List<String> joined = List.of(JOINED);
    List<String> both = List.of(SUMS, JOINED);
    List<String> later = List.of(LATER);
    List<String> kept = List.of(SUMS.replace("ON COMMIT", "ON STATEMENT"));
    return Stream.of(
        of("no view", 1, 1, none, INSERT),
        of("autocommit", 5, 6, sums, INSERT),
        of("a transaction", 5, 6, sums, "BEGIN", INSERT, "COMMIT"),
        of("rows change", 5, 8, sums, UPDATE),
        of("rows vanish", 5, 8, sums, DELETE),
        of("several statements", 6, 9, sums, "BEGIN", INSERT, DELETE, "COMMIT"),
        of("nothing pending", 4, 5, sums, "BEGIN", "DELETE FROM a WHERE FALSE", "COMMIT"),
        of("only read", 3, 3, sums, "BEGIN", "SELECT 1", "COMMIT"),
        of("a rollback", 3, 3, sums, "BEGIN", INSERT, "ROLLBACK"),
        of(
            "an earlier snapshot",
            9,
            11,
            sums,
            "BEGIN ISOLATION LEVEL REPEATABLE READ",
            INSERT,
            "END"),
        of(
            "sums that may not be exact",
            5,
            10,
            List.of(EXACT),
            "UPDATE a SET p = COALESCE(p, 0) + 1 WHERE id = 5"),
        of("a group read again", 5, 13, List.of(GREATEST), UPDATE),
        of("a join, rows appear", 5, 6, joined, INSERT),
        of("a join, rows vanish", 5, 9, joined, DELETE),
        of("a join in groups, rows change", 5, 9, List.of(REGIONS), UPDATE),
        of("an outer join, rows change", 5, 9, List.of(OUTER), UPDATE),
        of("two views of one master", 7, 8, both, INSERT),
        of("kept by triggers", 1, 1, kept, INSERT),
        of("kept by triggers, rows change", 1, 1, kept, UPDATE),
        of("kept by triggers, a transaction", 4, 4, kept, "BEGIN", INSERT, DELETE, "COMMIT"),
        of("on demand", 1, 1, later, INSERT),
        of("on demand, refreshed", 25, 25, later, INSERT, "CALL DBMS_MVIEW.REFRESH('sums', 'F')"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("commits")
  void aCommitWaitsSoOften(
      String what, int trips, int statements, List<String> views, List<String> steps)
      throws SQLException {
    List<String> sent = fewest(PostgresDatabase.EMBEDDED, views, steps);
    assertThat(sent).as(what).hasSize(trips);
    assertThat(sent.stream().mapToInt(RoundTripsTest::statements).sum())
        .as("%s: %s", what, sent)
        .isEqualTo(statements);
  }

  /** Each of ours has its mark. */
  private static int statements(String sent) {
    return Math.max(1, sent.split(MARK, -1).length - 1);
  }

  private static final String COMMITTED = "SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED";

  /**
   * On MySQL and MariaDB: the settings are set and put back, one statement empties the table in
   * which is gathered, one gathers, two write, and one takes the rows out of the log. By default a
   * transaction is refreshed after it.
   */
  static Stream<Arguments> commitsOnMysql() {
    List<String> none = List.of();
    List<String> sums = List.of(SUMS);
    List<String> joined = List.of(JOINED);
    return Stream.of(
            of("no view", 1, none, INSERT),
            of("autocommit", 15, sums, INSERT),
            of("a transaction", 15, sums, "BEGIN", INSERT, "COMMIT"),
            of("read committed", 13, sums, COMMITTED, "BEGIN", INSERT, "COMMIT"),
            of("only read", 3, sums, "BEGIN", "SELECT 1", "COMMIT"),
            of("a join, rows appear", 15, joined, INSERT),
            of("a join, rows vanish", 16, joined, DELETE),
            of("two views of one master", 26, List.of(SUMS, JOINED), INSERT),
            of("kept by triggers", 1, List.of(KEPT), INSERT),
            of("kept by triggers, rows change", 1, List.of(KEPT), UPDATE),
            of("kept by triggers, all", 4, List.of(KEPT), "BEGIN", INSERT, DELETE, "COMMIT"),
            of("on demand", 1, List.of(LATER), INSERT))
        .flatMap(
            each ->
                Stream.of(MysqlDatabase.MYSQL, MysqlDatabase.MARIADB)
                    .filter(TestDatabases.chosen()::contains)
                    .map(database -> with(database, each)));
  }

  private static Arguments with(TestDatabase database, Arguments each) {
    return Arguments.of(
        Stream.concat(Stream.of(database), Stream.of(each.get())).toArray(Object[]::new));
  }

  @ParameterizedTest(name = "{0}: {1}", allowZeroInvocations = true)
  @MethodSource("commitsOnMysql")
  void aCommitSendsSoManyStatementsToMysql(
      TestDatabase database, String what, int expected, List<String> views, List<String> steps)
      throws SQLException {
    assertThat(fewest(database, views, steps)).as(what).hasSize(expected);
  }

  private static List<String> fewest(TestDatabase kind, List<String> views, List<String> steps)
      throws SQLException {
    try (FreshDatabase database = kind.create();
        WatchedDriver driver = new WatchedDriver("counted", UnaryOperator.identity());
        Connection connection = DriverManager.getConnection(driver.url(database.rawUrl()))) {
      Sql.execute(
          connection, "CREATE TABLE a (id SERIAL PRIMARY KEY, k INT, x INT, p NUMERIC(9, 2))");
      Sql.execute(connection, "CREATE TABLE b (id SERIAL PRIMARY KEY, k INT, y INT)");
      Sql.execute(connection, "INSERT INTO b (k, y) VALUES (1, 1), (2, 2)");
      Sql.execute(
          connection,
          """
          INSERT INTO a (k, x) WITH RECURSIVE s (i) AS (SELECT 1 UNION ALL \
          SELECT i + 1 FROM s WHERE i < 50) SELECT i % 3, i FROM s\
          """);
      for (String view : views) {
        Sql.execute(connection, view);
      }
      List<String> fewest = Collections.nCopies(MANY, "");
      for (int i = 0; i < REPETITIONS; i++) {
        driver.sent();
        for (String step : steps) {
          Sql.execute(connection, step);
        }
        List<String> sent = driver.sent();
        fewest = sent.size() < fewest.size() ? sent : fewest;
      }
      return fewest;
    }
  }
}
