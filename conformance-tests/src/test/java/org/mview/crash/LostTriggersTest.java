package org.mview.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mview.conformance.FreshDatabase;
import org.mview.conformance.Sql;
import org.mview.conformance.TestDatabase;

/**
 * Somebody has dropped a trigger of a log. While a complete refresh makes it again, another program
 * writes before each statement, and before one of them the server ends the connection. No view is
 * FRESH then that has not all that was written. {@code -Dmview.severed=…} says at how many of the
 * statements; {@code all} at each.
 */
class LostTriggersTest {
  private static final int MOST = 1_000;

  private static final List<String> BEFORE =
      List.of(
          "CREATE TABLE orders (id INTEGER PRIMARY KEY, v INTEGER)",
          "INSERT INTO orders VALUES (1, 10), (2, 20)",
          "CREATE MATERIALIZED VIEW days REFRESH FORCE AS SELECT id, v FROM orders",
          "CREATE MATERIALIZED VIEW sums REFRESH FORCE ON COMMIT AS SELECT v, COUNT(*) AS n FROM orders GROUP BY v",
          "CREATE MATERIALIZED VIEW sizes REFRESH FORCE AS SELECT n, COUNT(*) AS times FROM (SELECT v, COUNT(*) AS n FROM orders GROUP BY v) g GROUP BY n");

  /** One that reads the log itself, and one of which a part does. */
  private static final List<String> REFRESHED = List.of("days", "sizes");

  private static final Map<String, String> DROP =
      Map.of(
          "postgresql", "DROP TRIGGER \"mview$insert$orders\" ON orders",
          "mysql", "DROP TRIGGER `mview$insert$orders`",
          "mariadb", "DROP TRIGGER `mview$insert$orders`");

  private static final Map<String, String> IMPATIENT =
      Map.of(
          "postgresql", "SET lock_timeout = '300ms'",
          "mysql", "SET SESSION innodb_lock_wait_timeout = 1, SESSION lock_wait_timeout = 1",
          "mariadb", "SET SESSION innodb_lock_wait_timeout = 1, SESSION lock_wait_timeout = 1");

  private static final String WRITING = "INSERT INTO orders VALUES (%d, 1)";
  private static final int FIRST_OTHER = 100;

  private final String wanted = System.getProperty("mview.severed", "1");
  private final Random random = new Random(Long.getLong("mview.seed", 1));

  static Stream<Arguments> refreshes() {
    return Servers.chosen()
        .flatMap(kind -> REFRESHED.stream().map(view -> Arguments.of(kind, view)));
  }

  @ParameterizedTest(name = "{0}: {1}", allowZeroInvocations = true)
  @MethodSource("refreshes")
  void whatIsWrittenWhileTheyAreMadeAgainIsNotLost(TestDatabase kind, String view)
      throws SQLException {
    int statements = run(kind, view, MOST);
    IntStream numbers =
        wanted.equals("all")
            ? IntStream.rangeClosed(1, statements)
            : random.ints(Integer.parseInt(wanted), 1, statements + 1);
    for (int number : numbers.toArray()) {
      run(kind, view, number);
    }
  }

  /** Answers how many statements the refresh sends, of which the one of a number is cut off. */
  private static int run(TestDatabase kind, String view, int number) throws SQLException {
    String when = "cut off before statement " + number;
    String dialect = kind.dialect().name();
    try (FreshDatabase database = kind.create();
        Connection other = database.connectRaw();
        Connection writer = database.connectRaw();
        SeveringDriver driver = new SeveringDriver(Servers.of(kind), other)) {
      Sql.execute(writer, IMPATIENT.get(dialect));
      int[] next = {FIRST_OTHER};
      try (Connection ours = DriverManager.getConnection(SeveringDriver.url(database.rawUrl()))) {
        for (String sql : BEFORE) {
          Sql.execute(ours, sql);
        }
        Sql.execute(other, DROP.get(dialect));
        Sql.execute(other, WRITING.formatted(next[0]++));
        driver.meanwhile(() -> write(writer, next));
        driver.sever(number);
        Sql.execute(ours, "CALL DBMS_MVIEW.REFRESH('%s', 'C')".formatted(view));
      } catch (SQLException e) {
        assertThat(driver.hasSevered()).as("%s: %s", when, e).isTrue();
      }
      assertThat(driver.hasSevered() || number == MOST).as(when).isTrue();
      new Remains(kind, database).assertMendable(when, List.of(WRITING.formatted(next[0])));
      return driver.sent(number);
    }
  }

  /** Who finds the table locked goes without. */
  private static void write(Connection writer, int[] next) {
    try {
      Sql.execute(writer, WRITING.formatted(next[0]++));
    } catch (SQLException e) {
      assertThat(e.getMessage()).containsIgnoringCase("lock");
    }
  }
}
