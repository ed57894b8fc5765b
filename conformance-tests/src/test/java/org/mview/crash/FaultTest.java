package org.mview.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mview.conformance.FreshDatabase;
import org.mview.conformance.SqliteDatabase;

/**
 * Lets each statement that an operation sends to the database fail in turn. Afterwards all is as if
 * nothing had been done, or all is done; the connection works, and a second attempt succeeds.
 */
class FaultTest {
  private static final String TABLES =
      """
      CREATE TABLE customer (id INTEGER PRIMARY KEY, region TEXT);
      CREATE TABLE orders (id INTEGER PRIMARY KEY, customer INT, amount INT);
      INSERT INTO customer VALUES (1, 'north'), (2, 'south');
      INSERT INTO orders VALUES (1, 1, 10), (2, 1, 20), (3, 2, 30)""";

  private static final String SUMS =
      """
      CREATE MATERIALIZED VIEW sums REFRESH %s AS \
      SELECT customer, SUM(amount) total, COUNT(*) n FROM orders GROUP BY customer""";

  private static final String JOINED =
      """
      CREATE MATERIALIZED VIEW joined REFRESH %s AS \
      SELECT o.id, c.region, o.amount FROM orders o JOIN customer c ON o.customer = c.id""";

  private static final String EXTREMES =
      """
      CREATE MATERIALIZED VIEW extremes REFRESH %s AS \
      SELECT customer, MIN(amount) least, AVG(amount) mean FROM orders GROUP BY customer""";

  private static final String CHANGES =
      """
      INSERT INTO orders VALUES (4, 2, 40);
      UPDATE orders SET amount = 15 WHERE id = 1;
      DELETE FROM orders WHERE id = 2""";

  private final Faults faults = new Faults();
  private final FaultyDriver driver = new FaultyDriver(faults);

  @BeforeEach
  void register() throws SQLException {
    DriverManager.registerDriver(driver);
  }

  @AfterEach
  void deregister() throws SQLException {
    DriverManager.deregisterDriver(driver);
  }

  static Stream<Arguments> operations() {
    String onDemand = String.join(";\n", TABLES, SUMS.formatted("FAST"), JOINED.formatted("FAST"));
    String onCommit =
        String.join(
            ";\n",
            TABLES,
            SUMS.formatted("FAST ON COMMIT"),
            JOINED.formatted("FAST ON COMMIT"),
            EXTREMES.formatted("FORCE ON COMMIT"));
    return Stream.of(
        arguments("create the first log", TABLES, "CREATE MATERIALIZED VIEW LOG ON orders"),
        arguments("create the first view", TABLES, SUMS.formatted("FAST ON COMMIT")),
        arguments("create another view", onDemand, EXTREMES.formatted("FORCE ON COMMIT")),
        arguments("create a join", TABLES, JOINED.formatted("FAST")),
        arguments(
            "refresh fast",
            onDemand + ";\n" + CHANGES,
            "CALL DBMS_MVIEW.REFRESH('sums,joined', 'FF')"),
        arguments(
            "refresh completely",
            onDemand + ";\n" + CHANGES,
            "CALL DBMS_MVIEW.REFRESH('sums,joined', 'CC')"),
        arguments("alter", onDemand, "ALTER MATERIALIZED VIEW sums REFRESH COMPLETE ON DEMAND"),
        arguments("alter to on commit", onDemand, "ALTER MATERIALIZED VIEW sums REFRESH ON COMMIT"),
        arguments("add a constraint", onDemand, "ALTER TABLE sums ADD CHECK (total > 0)"),
        arguments("drop a view", onDemand, "DROP MATERIALIZED VIEW joined"),
        arguments(
            "drop the last view",
            TABLES + ";\n" + SUMS.formatted("FAST"),
            "DROP MATERIALIZED VIEW sums"),
        arguments("drop a log", onDemand, "DROP MATERIALIZED VIEW LOG ON orders"),
        arguments("add a column to a master", onDemand, "ALTER TABLE orders ADD COLUMN note TEXT"),
        arguments("change rows in autocommit", onCommit, "UPDATE orders SET amount = amount + 1"),
        arguments("commit", onCommit, CHANGES));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("operations")
  void afterAFailureNothingIsHalfDone(String name, String before, String operation)
      throws SQLException {
    Snapshot done = run(before, operation, 0);
    int number = 1;
    while (run(before, operation, number, done)) {
      number++;
    }
    assertThat(number).as("statements of: %s", name).isGreaterThan(2);
  }

  /** Runs the operation without a failure. */
  private Snapshot run(String before, String operation, int number) throws SQLException {
    try (FreshDatabase database = SqliteDatabase.WAL.create();
        Connection connection = connect(database);
        Connection raw = database.connectRaw()) {
      execute(connection, before);
      transact(connection, operation, number);
      return Snapshot.of(raw);
    }
  }

  /** Runs it with one; answers whether there was a statement of this number. */
  private boolean run(String before, String operation, int number, Snapshot done)
      throws SQLException {
    try (FreshDatabase database = SqliteDatabase.WAL.create();
        Connection connection = connect(database);
        Connection raw = database.connectRaw()) {
      execute(connection, before);
      Snapshot nothing = Snapshot.of(raw);
      boolean failed = false;
      try {
        transact(connection, operation, number);
      } catch (SQLException e) {
        failed = true;
        assertTold(e);
      }
      faults.disarm();
      if (!faults.haveHappened()) {
        return false;
      }
      if (!connection.getAutoCommit()) {
        connection.rollback();
        connection.setAutoCommit(true);
      }
      Snapshot left = Snapshot.of(raw);
      assertThat(left).as("%d: %s", number, faults.failed()).isIn(nothing, done);
      if (!left.equals(done)) {
        assertThat(failed).as("%d: the failure of %s is told", number, faults.failed()).isTrue();
        transact(connection, operation, 0);
        assertThat(Snapshot.of(raw)).as("second attempt after %d", number).isEqualTo(done);
      }
      return true;
    }
  }

  /** A refresh that fails at the commit says so, and why; anything else is the failure itself. */
  private void assertTold(SQLException error) {
    Throwable cause = error;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    assertThat(cause).isInstanceOf(Faults.Injected.class);
    if (error.getErrorCode() == 12008) {
      assertThat(error.getSQLState()).startsWith(error.getMessage().contains("roll") ? "40" : "55");
    }
  }

  private Connection connect(FreshDatabase database) throws SQLException {
    String faulty = "faulty:" + database.rawUrl().substring("jdbc:".length());
    Properties properties = new Properties();
    properties.setProperty("synchronous", "OFF"); // it is not the computer that fails
    return DriverManager.getConnection("jdbc:mview:" + faulty, properties);
  }

  /** Changes of rows are one transaction; other statements stand alone. */
  private void transact(Connection connection, String operation, int number) throws SQLException {
    faults.disarm();
    boolean transaction = operation.contains(";");
    connection.setAutoCommit(!transaction);
    faults.arm(number);
    execute(connection, operation);
    if (transaction) {
      connection.commit();
      faults.disarm();
      connection.setAutoCommit(true);
    }
  }

  private static void execute(Connection connection, String script) throws SQLException {
    for (String sql : List.of(script.split(";\n"))) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(sql);
      }
    }
  }
}
