package org.mview.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
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
 * Lets the server end the connection before a statement of a change of partitions, where that
 * commits; meanwhile another program has written. No view is FRESH then that has not all of it.
 * {@code -Dmview.severed=…} says at how many of its statements each change is cut off; {@code all}
 * at each.
 */
class LostPartitionsTest {
  private static final int MOST = 1_000;

  private static final List<String> BEFORE =
      List.of(
          """
          CREATE TABLE event (id INTEGER NOT NULL, day INTEGER NOT NULL, v INTEGER, PRIMARY KEY (id, day)) \
          PARTITION BY RANGE (day) (PARTITION p0 VALUES LESS THAN (10), PARTITION p1 VALUES LESS THAN (20))""",
          "CREATE TABLE other (id INTEGER NOT NULL, day INTEGER NOT NULL, v INTEGER, PRIMARY KEY (id, day))",
          "INSERT INTO event VALUES (1, 1, 10), (2, 12, 20)",
          "INSERT INTO other VALUES (3, 3, 30)",
          "CREATE MATERIALIZED VIEW days REFRESH FORCE AS SELECT id, day, v FROM event",
          "CREATE MATERIALIZED VIEW sums REFRESH FAST ON COMMIT AS SELECT day, SUM(v) AS s, COUNT(*) AS n FROM event GROUP BY day");

  private static final List<String> OPERATIONS =
      List.of(
          "ALTER TABLE event TRUNCATE PARTITION p0",
          "ALTER TABLE event EXCHANGE PARTITION p0 WITH TABLE other");

  /** By another program, of partitions; the statement that is cut off is the refresh behind it. */
  private static final String REFRESH = "CALL DBMS_MVIEW.REFRESH('days,sums', 'CC')";

  private static final String WRITING = "INSERT INTO event VALUES (%d, 13, 1)";
  private static final int FIRST_OTHER = 100;

  private final String wanted = System.getProperty("mview.severed", "1");
  private final Random random = new Random(Long.getLong("mview.seed", 1));

  static Stream<Arguments> cases() {
    return Servers.chosen()
        .filter(kind -> kind.dialect().tables().parts().isPresent())
        .flatMap(
            kind ->
                Stream.concat(OPERATIONS.stream(), Stream.of(REFRESH))
                    .map(operation -> Arguments.of(kind, operation)));
  }

  @ParameterizedTest(name = "{0}: {1}", allowZeroInvocations = true)
  @MethodSource("cases")
  void whatIsCutOffIsNotFreshAndWrong(TestDatabase kind, String operation) throws SQLException {
    int statements = run(kind, operation, MOST);
    IntStream numbers =
        wanted.equals("all")
            ? IntStream.rangeClosed(1, statements)
            : random.ints(Integer.parseInt(wanted), 1, statements + 1);
    for (int number : numbers.toArray()) {
      run(kind, operation, number);
    }
  }

  /** Answers how many statements it sends, of which the one of a number is cut off. */
  private static int run(TestDatabase kind, String operation, int number) throws SQLException {
    String when = "%s, cut off before statement %d".formatted(operation, number);
    try (FreshDatabase database = kind.create();
        Connection other = database.connectRaw();
        SeveringDriver driver = new SeveringDriver(Servers.of(kind), other)) {
      try (Connection ours = DriverManager.getConnection(SeveringDriver.url(database.rawUrl()))) {
        for (String sql : BEFORE) {
          Sql.execute(ours, sql);
        }
        if (operation.equals(REFRESH)) {
          Sql.execute(other, OPERATIONS.get(0));
        }
        driver.sever(number);
        Sql.execute(ours, operation);
      } catch (SQLException e) {
        assertThat(driver.hasSevered()).as("%s: %s", when, e).isTrue();
      }
      assertThat(driver.hasSevered() || number == MOST).as(when).isTrue();
      new Remains(kind, database)
          .assertMendable(when, List.of(WRITING.formatted(FIRST_OTHER + number)));
      return driver.sent(number);
    }
  }
}
