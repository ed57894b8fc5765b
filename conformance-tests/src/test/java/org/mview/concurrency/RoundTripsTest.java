package org.mview.concurrency;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mview.conformance.FreshDatabase;
import org.mview.conformance.MysqlDatabase;
import org.mview.conformance.PostgresDatabase;
import org.mview.conformance.TestDatabase;
import org.mview.conformance.TestDatabases;

/** How many statements a commit sends to the database, the application's own among them. */
class RoundTripsTest {
  /**
   * The first ones prepare what the later ones use. Once a second a commit also enters when the
   * view was refreshed, by two statements.
   */
  private static final int REPETITIONS = 8;

  private static final int MANY = 1_000;

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

  private static final String LATER = SUMS.replace("ON COMMIT", "ON DEMAND");
  private static final String INSERT = "INSERT INTO a (k, x) VALUES (1, 1)";
  private static final String DELETE =
      "DELETE FROM a WHERE id IN (SELECT m FROM (SELECT MAX(id) AS m FROM a) AS q)";

  private static Arguments of(String what, int expected, List<String> views, String... steps) {
    return Arguments.of(what, expected, views, List.of(steps));
  }

  /**
   * Beyond the application's own statements: in a transaction the lock, the probe, and one for each
   * view, and one more that empties a log which several views read. Where rows vanish there are a
   * stage to be emptied, and one or two statements that read it. In autocommit BEGIN and COMMIT
   * come to these; with an earlier snapshot a whole transaction. A refresh on demand looks twice
   * what views there are, in two transactions, before it begins.
   */
  static Stream<Arguments> commits() {
    List<String> none = List.of();
    List<String> sums = List.of(SUMS);
    List<String> joined = List.of(JOINED);
    List<String> both = List.of(SUMS, JOINED);
    List<String> later = List.of(LATER);
    return Stream.of(
        of("no view", 1, none, INSERT),
        of("autocommit", 6, sums, INSERT),
        of("a transaction", 6, sums, "BEGIN", INSERT, "COMMIT"),
        of("several statements", 9, sums, "BEGIN", INSERT, DELETE, "COMMIT"),
        of("nothing pending", 4, sums, "BEGIN", "DELETE FROM a WHERE FALSE", "COMMIT"),
        of("only read", 3, sums, "BEGIN", "SELECT 1", "COMMIT"),
        of("a rollback", 3, sums, "BEGIN", INSERT, "ROLLBACK"),
        of("an earlier snapshot", 10, sums, "BEGIN ISOLATION LEVEL REPEATABLE READ", INSERT, "END"),
        of("a join, rows appear", 6, joined, INSERT),
        of("a join, rows vanish", 9, joined, DELETE),
        of("two views of one master", 8, both, INSERT),
        of("on demand", 1, later, INSERT),
        of("on demand, refreshed", 25, later, INSERT, "CALL DBMS_MVIEW.REFRESH('sums', 'F')"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("commits")
  void aCommitSendsSoManyStatements(
      String what, int expected, List<String> views, List<String> steps) throws SQLException {
    assertThat(fewest(PostgresDatabase.EMBEDDED, views, steps)).as(what).hasSize(expected);
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
      Sql.execute(connection, "CREATE TABLE a (id SERIAL PRIMARY KEY, k INT, x INT)");
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
