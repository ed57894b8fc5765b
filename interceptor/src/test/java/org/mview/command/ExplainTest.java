package org.mview.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mview.command.Options.ByTriggers;
import org.mview.command.Options.Compatibility;
import org.mview.command.Options.FloatSums;
import org.mview.error.MViewError;
import org.mview.error.MViewException;
import org.mview.session.TestSession;

/** What is said of a view, held against what becomes of it. */
class ExplainTest {
  private static final String TABLES =
      """
      CREATE TABLE orders (id INTEGER PRIMARY KEY, customer INTEGER, cents INTEGER, price REAL);
      CREATE TABLE customers (nr INTEGER PRIMARY KEY, name TEXT);
      """;

  private static final Options WITHOUT_LOGS =
      new Options(Compatibility.EXTENDED, false, FloatSums.RECOMPUTE, ByTriggers.AUTO, false);

  static Stream<Arguments> queries() {
    return Stream.of(
        arguments("SELECT customer, SUM(cents) AS s FROM orders GROUP BY customer"),
        arguments("SELECT customer, SUM(price) AS s FROM orders GROUP BY customer"),
        arguments("SELECT COUNT(*) AS n FROM orders"),
        arguments("SELECT cents FROM orders WHERE cents > 3"),
        arguments("SELECT o.id, c.name FROM orders o JOIN customers c ON c.nr = o.customer"),
        arguments("SELECT id FROM orders UNION ALL SELECT nr FROM customers"),
        arguments(
            """
            SELECT c.name, s.n FROM customers c JOIN \
            (SELECT customer, COUNT(*) AS n FROM orders GROUP BY customer) s ON s.customer = c.nr"""),
        arguments("SELECT random() AS r FROM orders"),
        arguments(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3) SELECT i FROM n"));
  }

  @ParameterizedTest
  @MethodSource("queries")
  void whatIsSaidOfAQueryHoldsForTheView(String query) throws SQLException {
    for (Options options : List.of(Options.DEFAULT, WITHOUT_LOGS)) {
      try (TestSession session = TestSession.open("jdbc:sqlite::memory:", options)) {
        session.run(TABLES);
        explain(session, query);
        session.run("CREATE MATERIALIZED VIEW v REFRESH FORCE AS " + query);
        session.run("INSERT INTO orders VALUES (1, 1, 10, 0.5)");
        explain(session, "v");
        boolean fast = becomesFast(session);
        assertThat(fast(session)).containsExactly(fast ? "Y" : "N", fast ? "Y" : "N");
      }
    }
  }

  private static void explain(TestSession session, String mv) throws SQLException {
    session.run("CALL DBMS_MVIEW.EXPLAIN_MVIEW('%s')".formatted(mv));
  }

  private static List<String> fast(TestSession session) throws SQLException {
    return session.rows(
        """
        SELECT POSSIBLE FROM MV_CAPABILITIES_TABLE \
        WHERE CAPABILITY_NAME = 'REFRESH_FAST' ORDER BY SEQ""");
  }

  private static boolean becomesFast(TestSession session) throws SQLException {
    try {
      session.run("CALL DBMS_MVIEW.REFRESH('v', 'F')");
      return true;
    } catch (MViewException e) {
      assertThat(e.error()).isEqualTo(MViewError.REFRESH_FAILED);
      return false;
    }
  }

  @Test
  void everyReasonHasTheNumberOfTheErrorByWhichTheRefreshFails() throws SQLException {
    try (TestSession session = TestSession.open("jdbc:sqlite::memory:", WITHOUT_LOGS)) {
      session.run(TABLES);
      explain(session, "SELECT o.id, c.name FROM orders o JOIN customers c ON c.nr = o.customer");
      assertThat(
              session.rows(
                  """
                  SELECT RELATED_TEXT, RELATED_NUM, MSGNO, MSGTXT FROM MV_CAPABILITIES_TABLE \
                  WHERE CAPABILITY_NAME = 'REFRESH_FAST_AFTER_ANY_DML' ORDER BY SEQ"""))
          .containsExactly(
              "orders|23413|23413|table main.orders has no materialized view log: create one, then"
                  + " refresh completely",
              "customers|23413|23413|table main.customers has no materialized view log: create one,"
                  + " then refresh completely");
    }
  }

  @Test
  void aTextLeavesNothingBehind() throws SQLException {
    try (TestSession session = TestSession.open()) {
      session.run(TABLES);
      session.run("CREATE MATERIALIZED VIEW other AS SELECT nr FROM customers");
      List<String> before = everything(session);
      lines(
          session,
          "EXPLAIN MATERIALIZED VIEW AS SELECT customer, MAX(cents) FROM orders GROUP BY 1");
      lines(session, "EXPLAIN CREATE MATERIALIZED VIEW x REFRESH FAST AS SELECT id FROM orders");
      assertThat(everything(session)).isEqualTo(before);
    }
  }

  private static List<String> everything(TestSession session) throws SQLException {
    List<String> all = new ArrayList<>(session.rows("SELECT name, sql FROM sqlite_master"));
    for (String table : List.of("registry", "view", "master", "log", "log_column", "reader")) {
      all.addAll(session.rows("SELECT * FROM \"mview$%s\"".formatted(table)));
    }
    return all;
  }

  private static List<String> lines(TestSession session, String sql) throws SQLException {
    return session.rows(session.run(sql).rows().orElseThrow());
  }

  static Stream<Arguments> lines() {
    return Stream.of(
        arguments(
            "EXPLAIN MATERIALIZED VIEW AS SELECT customer, SUM(cents) AS s FROM orders GROUP BY 1",
            List.of(
                "query|can be refreshed fast",
                "way|groups by customer, into which changes are merged",
                "kept|hidden column mview$3 := COUNT(*)",
                "kept|unique index on customer",
                "logs|main.MLOG$_orders of main.orders: customer, cents (made with the view)")),
        arguments(
            "EXPLAIN MATERIALIZED VIEW AS SELECT customer, SUM(price) AS s FROM orders GROUP BY 1",
            List.of(
                "way|groups by customer, read again where a change touches them",
                "query|the time of a refresh grows with the touched groups: all rows of each group"
                    + " in which one has changed",
                "indexes that would help|scans orders: an index on orders(customer) would help")),
        arguments(
            "EXPLAIN MATERIALIZED VIEW AS SELECT cents FROM orders",
            List.of(
                "kept|hidden column orders_id := orders_id",
                "way|rows by identity: those that vanish are found by orders_id")),
        arguments(
            "EXPLAIN CREATE MATERIALIZED VIEW x REFRESH FAST ON COMMIT AS SELECT customer, MAX(cents) AS m FROM orders GROUP BY 1",
            List.of("triggers|do not keep it: MIN and MAX may have to be looked for again")),
        arguments(
            "EXPLAIN CREATE MATERIALIZED VIEW x REFRESH FAST FOR UPDATE AS SELECT COUNT(*) AS n FROM orders",
            List.of(
                "reasons against any refresh|ORA-12013: materialized view main.x cannot be FOR UPDATE: its rows are not rows of one table")));
  }

  @ParameterizedTest
  @MethodSource("lines")
  void anExplanationSaysHowAViewIsKept(String sql, List<String> expected) throws SQLException {
    try (TestSession session = TestSession.open()) {
      session.run(TABLES);
      assertThat(lines(session, sql)).containsAll(expected);
    }
  }

  @Test
  void itSaysThatTriggersKeepAView() throws SQLException {
    try (TestSession session = TestSession.open()) {
      session.run(TABLES);
      session.run(
          "CREATE MATERIALIZED VIEW v REFRESH FAST ON COMMIT AS SELECT customer, SUM(cents) AS s FROM orders GROUP BY 1");
      assertThat(lines(session, "EXPLAIN MATERIALIZED VIEW v"))
          .contains("triggers|keep it, so that nothing is left for the commit");
    }
  }

  @Test
  void anIndexThatIsThereIsNotAskedFor() throws SQLException {
    String explain =
        """
        EXPLAIN MATERIALIZED VIEW AS SELECT o.id, c.name \
        FROM orders o JOIN customers c ON c.nr = o.customer""";
    try (TestSession session = TestSession.open()) {
      session.run(TABLES);
      String advice =
          "indexes that would help|scans orders: an index on orders(customer) would help";
      assertThat(lines(session, explain)).contains(advice);
      session.run("CREATE INDEX by_customer ON orders (customer)");
      assertThat(lines(session, explain)).noneMatch(line -> line.startsWith("indexes that"));
    }
  }

  @Test
  void aTableOfAnotherShapeIsRefused() throws SQLException {
    try (TestSession session = TestSession.open()) {
      session.run(TABLES);
      session.run("CREATE TABLE mv_capabilities_table (statement_id TEXT)");
      assertThat(session.failure("CALL DBMS_MVIEW.EXPLAIN_MVIEW('SELECT id FROM orders')").error())
          .isEqualTo(MViewError.CAPABILITIES_TABLE_NOT_VALID);
    }
  }
}
