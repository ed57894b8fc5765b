package org.mview.concurrency;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mview.conformance.FreshDatabase;
import org.mview.conformance.H2Database;
import org.mview.conformance.Sql;
import org.mview.conformance.TestDatabases;

/**
 * While a refresh reads its masters and their logs, another program commits: the statement that
 * reads has begun, and calls a function in which that happens. It must not see any of it.
 */
public class H2OneMomentTest {
  private static final String GUARD = "WITH \"mview$guard\" (holds) AS (SELECT ";

  private static final List<String> VIEWS =
      List.of(
          "FAST ON COMMIT AS SELECT a.id AS aid, b.id AS bid, b.y FROM a JOIN b ON b.k = a.k",
          """
          FAST ON COMMIT AS SELECT a.id AS aid, b.id AS bid, b.y \
          FROM a LEFT JOIN b ON b.k = a.k AND b.y > 0""",
          """
          FAST ON COMMIT AS SELECT b.id AS bid, a.id AS aid, a.x \
          FROM b LEFT JOIN a ON a.k = b.k AND a.x > 0""",
          "FAST ON COMMIT AS SELECT id FROM a WHERE EXISTS (SELECT 1 FROM b WHERE b.k = a.k)",
          "FAST ON COMMIT AS SELECT id FROM b WHERE EXISTS (SELECT 1 FROM a WHERE a.k = b.k)",
          "FAST ON COMMIT AS SELECT id FROM a WHERE NOT EXISTS (SELECT 1 FROM b WHERE b.k = a.k)",
          "FAST ON COMMIT AS SELECT k FROM a EXCEPT SELECT k FROM b",
          "FAST ON COMMIT AS SELECT k, MIN(y) AS least, COUNT(*) AS n FROM b GROUP BY k",
          "FAST ON COMMIT AS SELECT k, COUNT(DISTINCT y) AS n FROM b GROUP BY k",
          "COMPLETE ON COMMIT AS SELECT a.id, (SELECT SUM(y) FROM b WHERE b.k = a.k) AS s FROM a",
          "COMPLETE ON COMMIT AS SELECT n FROM twice WHERE RAND() < 2");

  static Stream<Arguments> all() {
    return TestDatabases.chosen().contains(H2Database.IN_MEMORY)
        ? Stream.of("a", "b")
            .flatMap(t -> VIEWS.stream().filter(v -> reads(v, t)).map(v -> Arguments.of(v, t)))
        : Stream.of();
  }

  private static boolean reads(String view, String table) {
    String read = view.replace("twice", "b");
    return Pattern.compile("\\b" + table + "\\b").matcher(read).find();
  }

  /** What H2 calls: changes a database as another program. */
  public static boolean meanwhile(String url, String sql) throws SQLException {
    try (Connection raw = DriverManager.getConnection(url)) {
      Sql.execute(raw, sql);
    }
    return true;
  }

  @ParameterizedTest(name = "{1}: {0}", allowZeroInvocations = true)
  @MethodSource("all")
  void aRefreshSeesNothingThatIsCommittedMeanwhile(String view, String changed) throws Exception {
    try (FreshDatabase fresh = H2Database.IN_MEMORY.create();
        Connection plain = fresh.connect();
        WatchedDriver driver = new WatchedDriver("held", sql -> held(sql, fresh.rawUrl()));
        Connection connection = DriverManager.getConnection(driver.url(fresh.rawUrl()))) {
      prepare(plain);
      Sql.execute(plain, "CREATE MATERIALIZED VIEW v REFRESH " + view);
      Sql.execute(connection, "INSERT INTO %s VALUES (7, 1, 5), (8, 3, 5)".formatted(changed));
      Sql.execute(connection, "DELETE FROM %s WHERE id = 7".formatted(changed));
      assertThat(rowsOfOthers(plain)).isGreaterThanOrEqualTo(1);
      Views views = new Views(plain);
      assertThat(views.wrong(true)).as("fresh, and wrong").isEmpty();
      Sql.execute(plain, "UPDATE b SET y = y WHERE id = 1");
      assertThat(views.wrong(true)).as("fresh, and wrong after a commit").isEmpty();
      views.refreshFast();
      assertThat(views.wrong(false)).as("wrong after a refresh").isEmpty();
    }
  }

  static void prepare(Connection plain) throws SQLException {
    Sql.execute(plain, "CREATE TABLE a (id INT PRIMARY KEY, k INT, x INT)");
    Sql.execute(plain, "CREATE TABLE b (id INT PRIMARY KEY, k INT, y INT)");
    Sql.execute(plain, "CREATE VIEW once AS SELECT k, COUNT(*) AS n FROM b GROUP BY k");
    Sql.execute(plain, "CREATE VIEW twice AS SELECT SUM(n) AS n FROM once");
    Sql.execute(plain, "INSERT INTO a VALUES (1, 1, 1), (2, 2, 2), (3, 3, 3)");
    Sql.execute(plain, "INSERT INTO b VALUES (1, 1, 1), (2, 2, 2)");
    Sql.execute(
        plain,
        "CREATE ALIAS meanwhile FOR '%s.meanwhile'".formatted(H2OneMomentTest.class.getName()));
  }

  /** In the statement that reads, the other program comes before what the statement reads. */
  private static String held(String sql, String url) {
    String insert = "INSERT INTO %1$s SELECT MAX(id) + 100, %2$d, 9 FROM %1$s";
    return sql.replace(
        GUARD,
        GUARD
            + "meanwhile('%1$s', '%2$s') AND meanwhile('%1$s', '%3$s') AND "
                .formatted(url, insert.formatted("b", 3), insert.formatted("a", 2)));
  }

  private static int rowsOfOthers(Connection plain) throws SQLException {
    return Integer.parseInt(Sql.rows(plain, "SELECT COUNT(*) FROM b WHERE id > 100").get(0));
  }
}
