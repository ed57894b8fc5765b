package org.mview.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mview.conformance.FreshDatabase;
import org.mview.conformance.Sql;
import org.mview.conformance.TestDatabase;

/**
 * Lets the server end the connection before a statement that an operation sends. Afterwards nothing
 * blocks others, and each view is right, or says that it is not and can be mended. {@code
 * -Dmview.severed=…} says at how many of its statements each operation is cut off; {@code all} at
 * each.
 */
class LostConnectionTest {
  private static final List<String> TABLES =
      List.of(
          "CREATE TABLE customer (id INTEGER PRIMARY KEY, region VARCHAR(20))",
          "CREATE TABLE orders (id INTEGER PRIMARY KEY, customer INT, amount INT)",
          "INSERT INTO customer VALUES (1, 'north'), (2, 'south')",
          "INSERT INTO orders VALUES (1, 1, 10), (2, 1, 20), (3, 2, 30)");

  private static final String SUMS =
      """
      CREATE MATERIALIZED VIEW sums REFRESH FAST %s AS \
      SELECT customer, SUM(amount) AS total, COUNT(*) AS n FROM orders GROUP BY customer""";

  private static final String REGIONS =
      """
      CREATE MATERIALIZED VIEW regions REFRESH FAST %s AS SELECT c.region, s.total FROM customer c \
      JOIN (SELECT customer, SUM(amount) AS total FROM orders GROUP BY customer) s \
      ON s.customer = c.id""";

  private static final List<String> CHANGES =
      List.of(
          "BEGIN",
          "INSERT INTO orders VALUES (4, 2, 40)",
          "UPDATE orders SET amount = 15 WHERE id = 1",
          "DELETE FROM orders WHERE id = 2",
          "COMMIT");

  private static final String WRITING = "INSERT INTO orders VALUES (%d, 1, 1)";
  private static final int FIRST_OTHER = 100;

  private final String wanted = System.getProperty("mview.severed", "3");
  private final Random random = new Random(Long.getLong("mview.seed", 1));

  /**
   * What is cut off.
   *
   * @param before statements that are not
   */
  private record Operation(String name, List<String> before, List<String> statements) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static List<Operation> operations() {
    List<String> onCommit = List.of(SUMS.formatted("ON COMMIT"), REGIONS.formatted("ON COMMIT"));
    List<String> onDemand = new ArrayList<>(List.of(SUMS.formatted(""), REGIONS.formatted("")));
    List<String> stale = new ArrayList<>(onDemand);
    stale.add("DELETE FROM orders WHERE id = 2");
    return List.of(
        new Operation("create the first view", List.of(), List.of(onCommit.get(0))),
        new Operation("create another view", onDemand.subList(0, 1), onCommit.subList(1, 2)),
        new Operation("commit", onCommit, CHANGES),
        new Operation("change rows in autocommit", onCommit, CHANGES.subList(2, 3)),
        new Operation(
            "refresh fast", stale, List.of("CALL DBMS_MVIEW.REFRESH('sums,regions', 'FF')")),
        new Operation(
            "refresh completely", stale, List.of("CALL DBMS_MVIEW.REFRESH('sums,regions', 'CC')")),
        new Operation(
            "alter", onDemand, List.of("ALTER MATERIALIZED VIEW regions REFRESH ON COMMIT")),
        new Operation("drop", onDemand, List.of("DROP MATERIALIZED VIEW regions")));
  }

  static Stream<Arguments> cases() {
    return Servers.chosen()
        .flatMap(database -> operations().stream().map(o -> Arguments.of(database, o)));
  }

  @ParameterizedTest(name = "{0}: {1}", allowZeroInvocations = true)
  @MethodSource("cases")
  void whatIsCutOffCanBeMended(TestDatabase kind, Operation operation) throws SQLException {
    int statements = statements(kind, operation);
    for (int number : chosen(statements)) {
      run(kind, operation, number);
    }
  }

  /** How many statements it sends. */
  private int statements(TestDatabase kind, Operation operation) throws SQLException {
    int most = 1_000;
    try (FreshDatabase database = kind.create();
        Connection other = database.connectRaw();
        SeveringDriver driver = new SeveringDriver(Servers.of(kind), other);
        Connection ours = prepared(database, operation)) {
      driver.sever(most);
      for (String sql : operation.statements()) {
        Sql.execute(ours, sql);
      }
      return driver.sent(most);
    }
  }

  private List<Integer> chosen(int statements) {
    if (wanted.equals("all")) {
      return Stream.iterate(1, i -> i <= statements, i -> i + 1).toList();
    }
    return random.ints(Integer.parseInt(wanted), 1, statements + 1).distinct().boxed().toList();
  }

  private static Connection prepared(FreshDatabase database, Operation operation)
      throws SQLException {
    Connection connection = DriverManager.getConnection(SeveringDriver.url(database.rawUrl()));
    for (String sql : TABLES) {
      Sql.execute(connection, sql);
    }
    for (String sql : operation.before()) {
      Sql.execute(connection, sql);
    }
    return connection;
  }

  private static void run(TestDatabase kind, Operation operation, int number) throws SQLException {
    String when = "%s, cut off before statement %d".formatted(operation, number);
    try (FreshDatabase database = kind.create();
        Connection other = database.connectRaw();
        SeveringDriver driver = new SeveringDriver(Servers.of(kind), other)) {
      try (Connection ours = prepared(database, operation)) {
        driver.sever(number);
        for (String sql : operation.statements()) {
          Sql.execute(ours, sql);
        }
      } catch (SQLException e) {
        assertThat(driver.hasSevered()).as("%s: %s", when, e).isTrue();
      }
      assertThat(driver.hasSevered()).as(when).isTrue();
      new Remains(kind, database)
          .assertMendable(when, List.of(WRITING.formatted(FIRST_OTHER + number)));
    }
  }
}
