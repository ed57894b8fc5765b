package org.mview.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
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
 * While a statement of ours concerns a view that triggers keep, another program writes before one
 * of the statements that it takes, or before all of them until the server ends the connection. No
 * view is FRESH then, nor after the next change, that is not right. {@code -Dmview.severed=…} says
 * at how many of the statements; {@code all} at each.
 */
class KeptViewsTest {
  private static final int MOST = 1_000;
  private static final int FIRST_OTHER = 100;

  private static final List<String> TABLE =
      List.of(
          "CREATE TABLE orders (id INTEGER PRIMARY KEY, v INTEGER NOT NULL)",
          "INSERT INTO orders VALUES (1, 10), (2, 20), (3, 20)");

  private static final String KEPT =
      "CREATE MATERIALIZED VIEW kept REFRESH FORCE ON COMMIT AS SELECT v, COUNT(*) AS n FROM orders GROUP BY v";
  private static final String ALSO =
      "CREATE MATERIALIZED VIEW also REFRESH FAST ON STATEMENT AS SELECT COUNT(*) AS n, SUM(v) AS s FROM orders";
  private static final String DAYS =
      "CREATE MATERIALIZED VIEW days REFRESH FORCE AS SELECT id, v FROM orders";
  private static final String COMPLETELY = "CALL DBMS_MVIEW.REFRESH('kept', 'C')";

  private static final String LOSE = "lose a trigger";

  private static final Map<String, String> LOST =
      Map.of(
          "postgresql", "DROP TRIGGER \"mview$insert$orders\" ON orders",
          "mysql", "DROP TRIGGER `mview$insert$orders`",
          "mariadb", "DROP TRIGGER `mview$insert$orders`");

  private static final Map<String, String> IMPATIENT =
      Map.of(
          "postgresql", "SET lock_timeout = '300ms'",
          "mysql", "SET SESSION innodb_lock_wait_timeout = 1, SESSION lock_wait_timeout = 1",
          "mariadb", "SET SESSION innodb_lock_wait_timeout = 1, SESSION lock_wait_timeout = 1");

  private final String wanted = System.getProperty("mview.severed", "1");
  private final Random random = new Random(Long.getLong("mview.seed", 1));

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
          new Change(List.of(), KEPT),
          new Change(List.of(KEPT), ALSO),
          new Change(List.of(KEPT), DAYS),
          new Change(List.of(KEPT, ALSO), "DROP MATERIALIZED VIEW also"),
          new Change(List.of(KEPT, DAYS), "DROP MATERIALIZED VIEW days"),
          new Change(List.of(KEPT), "DROP MATERIALIZED VIEW LOG ON orders"),
          new Change(List.of(KEPT), "ALTER MATERIALIZED VIEW kept REFRESH ON DEMAND"),
          new Change(
              List.of(KEPT.replace("ON COMMIT", "ON DEMAND")),
              "ALTER MATERIALIZED VIEW kept REFRESH ON COMMIT"),
          new Change(List.of(KEPT), "ALTER TABLE orders ADD COLUMN w INTEGER"),
          new Change(List.of(KEPT), COMPLETELY),
          new Change(List.of(KEPT, LOSE), COMPLETELY));

  static Stream<Arguments> cases() {
    return Servers.chosen()
        .flatMap(database -> CHANGES.stream().map(change -> Arguments.of(database, change)));
  }

  @ParameterizedTest(name = "{0}: {1}", allowZeroInvocations = true)
  @MethodSource("cases")
  void noneIsFreshAndWrong(TestDatabase kind, Change change) throws SQLException {
    int statements = new Run(kind, change, MOST, false).sent();
    for (int number : chosen(statements)) {
      new Run(kind, change, number, false).sent();
      new Run(kind, change, number, true).sent();
    }
  }

  private int[] chosen(int statements) {
    return wanted.equals("all")
        ? IntStream.rangeClosed(1, statements).toArray()
        : random.ints(Integer.parseInt(wanted), 1, statements + 1).toArray();
  }

  /**
   * One of them.
   *
   * @param number of the statement before which another program writes, or the connection ends
   * @param ends whether it does, and the program writes before all of them
   */
  private record Run(TestDatabase kind, Change change, int number, boolean ends) {
    /** Answers how many statements it takes; they are counted where it does not end. */
    int sent() throws SQLException {
      String dialect = kind.dialect().name();
      try (FreshDatabase database = kind.create();
          Connection other = database.connectRaw();
          Connection raw = database.connectRaw();
          SeveringDriver driver = new SeveringDriver(Servers.of(kind), other)) {
        Sql.execute(raw, IMPATIENT.get(dialect));
        Writer writer = new Writer(raw);
        int[] sent = {0};
        driver.meanwhile(
            () -> {
              if (++sent[0] == number || ends) {
                writer.write();
              }
            });
        try (Connection ours = connect(database)) {
          for (String sql : TABLE) {
            Sql.execute(ours, sql);
          }
          for (String sql : change.before()) {
            Sql.execute(sql.equals(LOSE) ? raw : ours, sql.equals(LOSE) ? LOST.get(dialect) : sql);
          }
          driver.sever(ends ? number : MOST);
          Sql.execute(ours, change.statement());
        } catch (SQLException e) {
          assertThat(driver.hasSevered()).as("%s: %s", this, e).isTrue();
        }
        driver.sever(0);
        assertRight(database, writer);
        return sent[0];
      }
    }

    private static Connection connect(FreshDatabase database) throws SQLException {
      Properties asked = new Properties();
      asked.setProperty("mview.byTriggers", "true");
      return DriverManager.getConnection(SeveringDriver.url(database.rawUrl()), asked);
    }

    /** Now, when more is written, when it is mended, and when more is written then. */
    private void assertRight(FreshDatabase database, Writer writer) throws SQLException {
      try {
        try (Connection ours = database.connect()) {
          Aftermath.assertFreshViewsAreRight(ours);
          writer.write();
          Aftermath.assertFreshViewsAreRight(ours);
        }
        new Remains(kind, database)
            .assertMendable(toString(), List.of(Writer.INSERT.formatted(99)));
        try (Connection ours = database.connect()) {
          writer.write();
          Aftermath.assertFreshViewsAreRight(ours);
        }
      } catch (AssertionError e) {
        throw new AssertionError(toString(), e);
      }
    }
  }

  /** Another program. */
  private static final class Writer {
    static final String INSERT = "INSERT INTO orders (id, v) VALUES (%d, 20)";

    private final Connection raw;
    private int next = FIRST_OTHER;

    Writer(Connection raw) {
      this.raw = raw;
    }

    /** Who finds the table locked goes without. */
    void write() throws SQLException {
      int number = next++;
      try {
        Sql.execute(raw, INSERT.formatted(number));
        Sql.execute(raw, "UPDATE orders SET v = 30 - v WHERE id = %d".formatted(1 + number % 3));
        Sql.execute(raw, "DELETE FROM orders WHERE id = %d".formatted(number - 1));
      } catch (SQLException e) {
        assertThat(e.getMessage()).containsIgnoringCase("lock");
      }
    }
  }
}
