package org.mview.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mview.conformance.FreshDatabase;
import org.mview.conformance.H2Database;
import org.mview.conformance.Sql;
import org.mview.conformance.SqliteDatabase;
import org.mview.conformance.TestDatabase;
import org.mview.conformance.TestDatabases;

/** What another program has damaged is found, and mended; afterwards each view equals its query. */
class RepairTest {
  private static final List<String> SHOP =
      List.of(
          "CREATE TABLE region (id INTEGER PRIMARY KEY, name VARCHAR(20))",
          "CREATE TABLE customer (id INTEGER PRIMARY KEY, region INTEGER)",
          "CREATE TABLE orders (id INTEGER PRIMARY KEY, customer INTEGER, amount INTEGER NOT NULL)",
          "INSERT INTO region VALUES (1, 'north'), (2, 'south')",
          "INSERT INTO customer VALUES (1, 1), (2, 2)",
          "INSERT INTO orders VALUES (1, 1, 10), (2, 1, 20), (3, 2, 30)",
          """
          CREATE MATERIALIZED VIEW sums REFRESH FAST ON COMMIT AS \
          SELECT customer, SUM(amount) AS total, COUNT(*) AS n FROM orders GROUP BY customer""",
          """
          CREATE MATERIALIZED VIEW averages REFRESH FAST ON DEMAND AS \
          SELECT customer, AVG(amount) AS mean FROM orders GROUP BY customer""",
          """
          CREATE MATERIALIZED VIEW joined REFRESH FAST ON COMMIT AS SELECT o.id, c.region, o.amount \
          FROM orders o JOIN customer c ON o.customer = c.id""",
          """
          CREATE MATERIALIZED VIEW regions REFRESH FAST ON COMMIT AS SELECT r.name, s.total \
          FROM region r JOIN (SELECT customer, SUM(amount) AS total FROM orders GROUP BY customer) s \
          ON s.customer = r.id""",
          """
          CREATE MATERIALIZED VIEW groups_of_sums REFRESH FAST ON COMMIT AS \
          SELECT n, COUNT(*) AS groups_of FROM sums GROUP BY n""",
          """
          CREATE MATERIALIZED VIEW largest REFRESH COMPLETE ON DEMAND AS \
          SELECT MAX(amount) AS largest FROM orders""");

  private static final List<String> LATER =
      List.of(
          "INSERT INTO orders (id, customer, amount) VALUES (100, 1, 5), (101, 2, 7)",
          "UPDATE orders SET amount = amount + 1 WHERE customer = 1",
          "DELETE FROM orders WHERE id = 1");

  private static final String VIEWS =
      "SELECT mview_name FROM user_mviews WHERE refresh_mode = '%s' ORDER BY 1";

  /** On H2 there is no doctor yet: a scenario has its refusal. */
  static Stream<TestDatabase> databases() {
    return TestDatabases.chosen().stream().filter(kind -> !kind.equals(H2Database.IN_MEMORY));
  }

  static Stream<Arguments> damages() {
    return databases()
        .filter(
            database -> database != SqliteDatabase.ROLLBACK_JOURNAL) // the same but for its locks
        .flatMap(
            database ->
                Damages.all()
                    .filter(damage -> damage.isFor(database.dialect().name()))
                    .map(damage -> Arguments.of(database, damage)));
  }

  @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
  @MethodSource("databases")
  void nothingIsFoundWhereNothingIsDamaged(TestDatabase kind) throws SQLException {
    try (FreshDatabase database = kind.create();
        Connection ours = shop(database)) {
      assertThat(Sql.rows(ours, "CHECK MATERIALIZED VIEWS")).isEmpty();
      for (String change : LATER) {
        Sql.execute(ours, change);
      }
      assertThat(Sql.rows(ours, "REPAIR MATERIALIZED VIEWS")).isEmpty();
    }
  }

  @ParameterizedTest(name = "{0}: {1}", allowZeroInvocations = true)
  @MethodSource("damages")
  void aDamageIsFoundAndMended(TestDatabase kind, Damage damage) throws SQLException {
    try (FreshDatabase database = kind.create();
        Connection ours = shop(database);
        Connection raw = database.connectRaw()) {
      for (String sql : damage.on(kind.dialect().name())) {
        Sql.execute(raw, kind.dialect().spelt(sql).replace("{index}", index(ours)));
      }
      List<String> found = Sql.rows(ours, "CHECK MATERIALIZED VIEWS");
      assertThat(found)
          .anySatisfy(
              row ->
                  assertThat(row)
                      .startsWithIgnoringCase(damage.object())
                      .contains(damage.finding())
                      .endsWith("found"));
      assertThat(Sql.rows(ours, "REPAIR MATERIALIZED VIEWS"))
          .isNotEmpty()
          .allSatisfy(row -> assertThat(row).endsWith(" | repaired"));
      assertThat(Sql.rows(ours, "CHECK MATERIALIZED VIEWS")).isEmpty();
      for (String change : LATER) {
        Sql.execute(ours, change);
      }
      assertRight(ours);
      assertThat(Sql.rows(ours, "CHECK MATERIALIZED VIEWS")).isEmpty();
    }
  }

  private static Connection shop(FreshDatabase database) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("mview.autoIndex", "true");
    Connection connection = database.connect(properties);
    for (String sql : SHOP) {
      Sql.execute(connection, sql);
    }
    return connection;
  }

  private static String index(Connection connection) throws SQLException {
    return "mview$x$" + Sql.rows(connection, "SELECT MIN(id) FROM mview$index").get(0);
  }

  /** Those ON COMMIT at once, the others when they are refreshed. */
  private static void assertRight(Connection connection) throws SQLException {
    for (String view : Sql.rows(connection, VIEWS.formatted("COMMIT"))) {
      assertRight(connection, view);
    }
    for (String view : Sql.rows(connection, VIEWS.formatted("DEMAND"))) {
      Sql.execute(connection, "CALL DBMS_MVIEW.REFRESH('%s')".formatted(view));
      assertRight(connection, view);
    }
  }

  private static void assertRight(Connection connection, String view) throws SQLException {
    String of = " FROM user_mviews WHERE mview_name = '%s'".formatted(view);
    assertThat(Sql.rows(connection, "SELECT staleness" + of)).as(view).containsExactly("FRESH");
    String query = Sql.rows(connection, "SELECT query" + of).get(0);
    assertThat(Sql.rows(connection, "SELECT * FROM " + view))
        .as(view)
        .containsExactlyInAnyOrderElementsOf(Sql.rows(connection, query));
  }
}
