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
import org.junit.jupiter.params.provider.MethodSource;
import org.mview.conformance.FreshDatabase;
import org.mview.conformance.Sql;
import org.mview.conformance.TestDatabase;

/**
 * While a statement of ours changes what is captured of a table, another program writes before one
 * of the statements that it takes. No view is FRESH then that has not what was written. {@code
 * -Dmview.severed=…} says before how many of them; {@code all} before each.
 */
class WrittenMeanwhileTest {
  private static final int MOST = 1_000;

  private static final List<String> TABLE =
      List.of(
          "CREATE TABLE orders (id INTEGER PRIMARY KEY, v INTEGER)",
          "INSERT INTO orders VALUES (1, 10), (2, 20)");

  private static final String LOG = "CREATE MATERIALIZED VIEW LOG ON orders WITH PRIMARY KEY (v)";
  private static final String FAST =
      "CREATE MATERIALIZED VIEW days REFRESH FAST AS SELECT id, v FROM orders";
  private static final String SUMS =
      "CREATE MATERIALIZED VIEW sums REFRESH %s AS SELECT v, COUNT(*) AS n FROM orders GROUP BY v";
  private static final String COMPLETE = SUMS.formatted("COMPLETE");
  private static final String MORE = "INSERT INTO orders (id, v) VALUES (4, 40)";
  private static final String ON_COMMIT = SUMS.formatted("COMPLETE ON COMMIT");

  /**
   * What is done.
   *
   * @param before what was done before
   * @param statement during which another program writes
   */
  private record Change(List<String> before, String statement) {
    @Override
    public String toString() {
      return "%s behind %s".formatted(statement, before);
    }
  }

  private static final List<Change> CHANGES =
      List.of(
          new Change(List.of(LOG, FAST), "DROP MATERIALIZED VIEW LOG ON orders"),
          new Change(List.of(COMPLETE, FAST), "DROP MATERIALIZED VIEW days"),
          new Change(List.of(COMPLETE), "ALTER MATERIALIZED VIEW sums REFRESH FAST"),
          new Change(List.of(ON_COMMIT), "ALTER MATERIALIZED VIEW sums REFRESH FAST ON DEMAND"),
          new Change(List.of(FAST), "ALTER MATERIALIZED VIEW days REFRESH COMPLETE"),
          new Change(List.of(COMPLETE), COMPLETE.replace("sums", "others")),
          new Change(List.of(COMPLETE), FAST),
          new Change(List.of(LOG, COMPLETE), FAST),
          new Change(List.of(LOG, FAST), "ALTER MATERIALIZED VIEW LOG ON orders ADD SEQUENCE"),
          new Change(List.of(COMPLETE, FAST), "ALTER TABLE orders ADD COLUMN w INTEGER"),
          new Change(List.of(COMPLETE, FAST), "TRUNCATE TABLE orders"),
          new Change(List.of(FAST), "ALTER MATERIALIZED VIEW days REFRESH FAST ON COMMIT"),
          new Change(List.of(FAST), "ALTER MATERIALIZED VIEW days COMPILE"),
          new Change(List.of(COMPLETE), "CALL DBMS_MVIEW.REFRESH('sums', 'C')"),
          new Change(
              List.of(FAST), "CALL DBMS_MVIEW.REFRESH('days', 'C', atomic_refresh => FALSE)"),
          new Change(List.of(FAST, MORE), "CALL DBMS_MVIEW.REFRESH('days', 'F')"),
          new Change(List.of(LOG, FAST), "CALL DBMS_MVIEW.PURGE_LOG('orders', 9, 'DELETE')"),
          new Change(List.of(FAST), "CALL DBMS_MVIEW.PURGE_MVIEW_FROM_LOG('', 'days', '')"),
          new Change(List.of(FAST), SUMS.formatted("FAST").replace("orders", "days")),
          new Change(List.of(FAST, MORE), "DROP MATERIALIZED VIEW days PRESERVE TABLE"));

  private static final Map<String, String> IMPATIENT =
      Map.of(
          "h2", "SET LOCK_TIMEOUT 300",
          "postgresql", "SET lock_timeout = '300ms'",
          "mysql", "SET SESSION innodb_lock_wait_timeout = 1, SESSION lock_wait_timeout = 1",
          "mariadb", "SET SESSION innodb_lock_wait_timeout = 1, SESSION lock_wait_timeout = 1");

  private final String wanted = System.getProperty("mview.severed", "1");
  private final Random random = new Random(Long.getLong("mview.seed", 1));

  static Stream<TestDatabase> databases() {
    return Servers.known();
  }

  @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
  @MethodSource("databases")
  void whatIsWrittenMeanwhileIsNotMissed(TestDatabase kind) throws SQLException {
    for (Change change : CHANGES) {
      int statements = run(kind, change, MOST);
      IntStream numbers =
          wanted.equals("all")
              ? IntStream.rangeClosed(1, statements)
              : random.ints(Integer.parseInt(wanted), 1, statements + 1);
      for (int number : numbers.toArray()) {
        run(kind, change, number);
      }
    }
  }

  /** Answers how many statements it took, or at least as many as the one of a number. */
  private static int run(TestDatabase kind, Change change, int number) throws SQLException {
    try (FreshDatabase database = kind.create();
        Connection other = database.connectRaw();
        Connection writer = database.connectRaw();
        SeveringDriver driver = new SeveringDriver(Servers.of(kind), other)) {
      Sql.execute(writer, IMPATIENT.get(kind.dialect().name()));
      try (Connection ours = DriverManager.getConnection(SeveringDriver.url(database.rawUrl()))) {
        for (String sql : TABLE) {
          Sql.execute(ours, sql);
        }
        for (String sql : change.before()) {
          Sql.execute(ours, sql);
        }
        int[] sent = {0};
        driver.meanwhile(
            () -> {
              if (++sent[0] == number) {
                write(writer);
              }
            });
        driver.sever(MOST);
        Sql.execute(ours, change.statement());
        driver.sever(0);
        assertThat(sent[0]).isBetween(1, MOST - 1);
        try {
          Aftermath.assertFreshViewsAreRight(ours);
        } catch (AssertionError e) {
          throw new AssertionError("%s, before statement %d".formatted(change, number), e);
        }
        return sent[0];
      }
    }
  }

  /** Who finds the table locked goes without. */
  private static void write(Connection writer) throws SQLException {
    try {
      Sql.execute(writer, "INSERT INTO orders (id, v) VALUES (3, 10)");
    } catch (SQLException e) {
      assertThat(e.getMessage()).containsIgnoringCase("lock");
    }
  }
}
