package org.mview.concurrency;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mview.conformance.FreshDatabase;
import org.mview.conformance.PostgresDatabase;
import org.mview.conformance.Sql;
import org.mview.conformance.SqliteDatabase;
import org.mview.conformance.TestDatabase;

/**
 * How many statements a commit sends for a view of each way, when rows of one table have appeared,
 * changed and gone: without the application's own, and without those that begin and end the
 * transaction. On SQLite a row of each of three changes is in it: one that only appears takes
 * fewer.
 */
class StatementsOfRefreshTest {
  private static final int REPETITIONS = 6;
  private static final int MANY = 1_000;

  private record Way(String name, String query, int onSqlite, int onPostgres) {
    int most(TestDatabase database) {
      return database.name().equals("postgresql") ? onPostgres : onSqlite;
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static final List<Way> WAYS =
      List.of(
          new Way("groups", "SELECT k, COUNT(*) AS n, SUM(x) AS s FROM a GROUP BY k", 5, 5),
          new Way("extremes", "SELECT k, MAX(x) AS m FROM a GROUP BY k", 11, 10),
          new Way("reread", "SELECT k, COUNT(DISTINCT x) AS d FROM a GROUP BY k", 7, 7),
          new Way("rows", "SELECT a.id, a.x, b.y FROM a JOIN b ON b.k = a.k", 7, 6),
          new Way("bag", "SELECT x FROM c", 7, 6),
          new Way("outer join", "SELECT b.id, a.x FROM b LEFT JOIN a ON a.k = b.k", 7, 6),
          new Way(
              "semi-join", "SELECT id FROM b WHERE EXISTS (SELECT 1 FROM a WHERE a.k = b.k)", 7, 6),
          new Way("window", "SELECT id, RANK() OVER (PARTITION BY k ORDER BY x) AS r FROM a", 7, 7),
          new Way("top", "SELECT id, x FROM a ORDER BY x DESC, id LIMIT 3", 6, 4),
          new Way("distinct", "SELECT DISTINCT k FROM a", 5, 5),
          new Way("except", "SELECT k FROM b EXCEPT SELECT k FROM a", 7, 7),
          new Way(
              "inner view",
              """
              SELECT b.y, SUM(s.s) AS s FROM b JOIN (SELECT k, SUM(x) AS s FROM a GROUP BY k) AS s \
              ON s.k = b.k GROUP BY b.y""",
              11,
              10));

  static Stream<Arguments> everywhere() {
    return Stream.of(SqliteDatabase.WAL, PostgresDatabase.EMBEDDED)
        .flatMap(database -> WAYS.stream().map(way -> Arguments.of(database, way)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("everywhere")
  void aViewTakesSoManyStatements(TestDatabase database, Way way) throws SQLException {
    try (FreshDatabase fresh = database.create();
        WatchedDriver driver = new WatchedDriver("counted", UnaryOperator.identity());
        Connection connection = DriverManager.getConnection(driver.url(fresh.rawUrl()))) {
      Sql.execute(
          connection, "CREATE TABLE a (id INT NOT NULL PRIMARY KEY, k INT NOT NULL, x INT)");
      Sql.execute(
          connection, "CREATE TABLE b (id INT NOT NULL PRIMARY KEY, k INT NOT NULL, y INT)");
      Sql.execute(connection, "CREATE TABLE c (x INT)");
      Sql.execute(connection, "INSERT INTO b VALUES (1, 1, 1), (2, 2, 1), (3, 3, 2)");
      Sql.execute(connection, "INSERT INTO a VALUES (1, 1, 1), (2, 1, 2), (3, 2, 3)");
      Sql.execute(
          connection, "CREATE MATERIALIZED VIEW v REFRESH FAST ON COMMIT AS " + way.query());
      String table = way.name().equals("bag") ? "c" : "a";
      List<String> fewest = Collections.nCopies(MANY, "");
      for (int i = 10; i < 10 + REPETITIONS; i++) {
        List<String> changes = changes(table, i);
        driver.sent();
        Sql.execute(connection, "BEGIN");
        for (String change : changes) {
          Sql.execute(connection, change);
        }
        Sql.execute(connection, "COMMIT");
        List<String> sent =
            driver.sent().stream()
                .filter(sql -> !changes.contains(sql) && !isOfTransaction(sql))
                .toList();
        fewest = sent.size() < fewest.size() ? sent : fewest;
      }
      System.out.printf("%s: %s: %d statements%n", database.name(), way, fewest.size());
      assertThat(fewest).hasSizeLessThanOrEqualTo(way.most(database));
    }
  }

  private static List<String> changes(String table, int number) {
    return table.equals("c")
        ? List.of(
            "INSERT INTO c VALUES (%d)".formatted(number),
            "UPDATE c SET x = x + 1 WHERE x = %d".formatted(number),
            "DELETE FROM c WHERE x = %d".formatted(number - 1))
        : List.of(
            "INSERT INTO a VALUES (%d, 1, %d)".formatted(number, number),
            "UPDATE a SET x = x + 1 WHERE id = %d".formatted(number),
            "DELETE FROM a WHERE id = %d".formatted(number - 1));
  }

  private static boolean isOfTransaction(String sql) {
    return sql.toUpperCase(Locale.ROOT).matches("(/\\* MVIEW \\*/ )?(BEGIN|COMMIT).*");
  }
}
