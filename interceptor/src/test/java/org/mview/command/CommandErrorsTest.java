package org.mview.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.mview.error.MViewError.AGGREGATE_IN_CHECK;
import static org.mview.error.MViewError.ARGUMENT_NOT_CONVERTIBLE;
import static org.mview.error.MViewError.CALL_NOT_VALID;
import static org.mview.error.MViewError.CHANGE_LOG_EXISTS;
import static org.mview.error.MViewError.CHANGE_LOG_NOT_POSSIBLE;
import static org.mview.error.MViewError.CHANGE_LOG_UNKNOWN;
import static org.mview.error.MViewError.COLUMN_COUNT;
import static org.mview.error.MViewError.COLUMN_MISSING;
import static org.mview.error.MViewError.COLUMN_NAME_TWICE;
import static org.mview.error.MViewError.COLUMN_WITHOUT_NAME;
import static org.mview.error.MViewError.CONSTRAINT_EXISTS;
import static org.mview.error.MViewError.CONSTRAINT_MISSING;
import static org.mview.error.MViewError.DATE_NOT_VALID;
import static org.mview.error.MViewError.INTERVAL_NOT_IN_FUTURE;
import static org.mview.error.MViewError.NAME_TAKEN;
import static org.mview.error.MViewError.NOT_FAST_REFRESHABLE;
import static org.mview.error.MViewError.NOT_SUPPORTED;
import static org.mview.error.MViewError.ON_COMMIT_NOT_POSSIBLE;
import static org.mview.error.MViewError.OUT_OF_PLACE_CONFLICTS;
import static org.mview.error.MViewError.PREBUILT_MISSING;
import static org.mview.error.MViewError.PRIMARY_KEY_MISSING;
import static org.mview.error.MViewError.PRIMARY_KEY_NOT_SELECTED;
import static org.mview.error.MViewError.QUERY_NOT_VALID;
import static org.mview.error.MViewError.REFRESH_FAILED;
import static org.mview.error.MViewError.ROWS_VIOLATE_CHECK;
import static org.mview.error.MViewError.TABLE_MISSING;
import static org.mview.error.MViewError.UPDATABLE_TOO_COMPLEX;
import static org.mview.error.MViewError.VIEW_DROPPED_OTHERWISE;
import static org.mview.error.MViewError.VIEW_EXISTS;
import static org.mview.error.MViewError.VIEW_LIST_UNKNOWN;
import static org.mview.error.MViewError.VIEW_MISSING;
import static org.mview.error.MViewError.VIEW_READ_ONLY;

import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mview.error.MViewError;
import org.mview.error.MViewException;
import org.mview.session.TestSession;

/** Every error that a statement on views and logs can raise: what leads to it, and its message. */
class CommandErrorsTest {
  private static final String ORDERS =
      """
      CREATE TABLE orders (id INTEGER PRIMARY KEY, customer INTEGER, amount INTEGER);
      CREATE TABLE visits (customer INTEGER, day TEXT);
      INSERT INTO orders VALUES (1, 7, 10);
      """;

  private static final String VIEW =
      ORDERS + "CREATE MATERIALIZED VIEW v REFRESH FAST AS SELECT id, amount FROM orders;\n";

  private static final String ON_COMMIT =
      ORDERS
          + """
          CREATE MATERIALIZED VIEW v REFRESH FAST ON COMMIT AS
            SELECT customer, SUM(amount) AS total, COUNT(*) AS n FROM orders GROUP BY customer;
          """;

  static Stream<Arguments> definitions() {
    return Stream.of(
        arguments(
            ORDERS,
            "CREATE MATERIALIZED VIEW v AS SELECT nothing FROM orders",
            QUERY_NOT_VALID,
            "the query of materialized view main.v is not valid"),
        arguments(
            ORDERS,
            "CREATE MATERIALIZED VIEW v AS DELETE FROM orders",
            QUERY_NOT_VALID,
            "it is not a query"),
        arguments(
            ORDERS,
            "CREATE MATERIALIZED VIEW v AS DELETE FROM orders RETURNING id",
            QUERY_NOT_VALID,
            "it is not a query"),
        arguments(
            ORDERS,
            "CREATE MATERIALIZED VIEW v AS WITH x AS (SELECT 1) DELETE FROM orders",
            QUERY_NOT_VALID,
            "near \"DELETE\": syntax error"),
        arguments(
            ORDERS,
            "CREATE MATERIALIZED VIEW v AS SELECT id FROM ordres",
            QUERY_NOT_VALID,
            "no such table: ordres"),
        arguments(
            ORDERS,
            "CREATE MATERIALIZED VIEW orders AS SELECT customer FROM visits",
            NAME_TAKEN,
            "name main.orders is already used"),
        arguments(
            VIEW,
            "CREATE MATERIALIZED VIEW V AS SELECT customer FROM visits",
            VIEW_EXISTS,
            "materialized view main.V already exists"),
        arguments(
            ORDERS,
            "CREATE MATERIALIZED VIEW v (a, b) AS SELECT id FROM orders",
            COLUMN_COUNT,
            "materialized view main.v has 2 column names for 1 columns"),
        arguments(
            ORDERS,
            "CREATE MATERIALIZED VIEW v AS SELECT id, amount + 1 FROM orders",
            COLUMN_WITHOUT_NAME,
            "column 2 of materialized view main.v needs a name"),
        arguments(
            ORDERS,
            "CREATE MATERIALIZED VIEW v AS SELECT id, amount AS ID FROM orders",
            COLUMN_NAME_TWICE,
            "column ID of materialized view main.v is given twice"),
        arguments(
            ORDERS,
            "CREATE MATERIALIZED VIEW v REFRESH FAST WITH PRIMARY KEY AS SELECT day FROM visits",
            PRIMARY_KEY_MISSING,
            "table main.visits has no primary key"),
        arguments(
            ORDERS,
            "CREATE MATERIALIZED VIEW v REFRESH FAST WITH PRIMARY KEY AS SELECT amount FROM orders",
            PRIMARY_KEY_NOT_SELECTED,
            "materialized view main.v does not select primary key column id"),
        arguments(
            ORDERS,
            "CREATE MATERIALIZED VIEW v REFRESH FAST AS SELECT id FROM orders LIMIT 3",
            NOT_FAST_REFRESHABLE,
            "cannot be refreshed fast: LIMIT without a total order: add orders.id to ORDER BY"),
        arguments(
            ORDERS + "CREATE TEMP TABLE mine (id INTEGER PRIMARY KEY);",
            "CREATE MATERIALIZED VIEW v REFRESH ON COMMIT AS SELECT id FROM mine",
            ON_COMMIT_NOT_POSSIBLE,
            "changes of one of its tables cannot be seen"),
        arguments(
            ORDERS,
            "CREATE MATERIALIZED VIEW elsewhere.v AS SELECT id FROM orders",
            NOT_SUPPORTED,
            "a materialized view or log in schema elsewhere"),
        arguments(
            ORDERS,
            "CREATE MATERIALIZED VIEW v ON PREBUILT TABLE AS SELECT id FROM orders",
            PREBUILT_MISSING,
            "table main.v does not exist"),
        arguments(
            ORDERS,
            "CREATE MATERIALIZED VIEW v REFRESH NEXT SYSDATE AS SELECT id FROM orders",
            INTERVAL_NOT_IN_FUTURE,
            "SYSDATE gives no time in the future"),
        arguments(
            ORDERS,
            "CREATE MATERIALIZED VIEW v REFRESH START WITH soon AS SELECT id FROM orders",
            DATE_NOT_VALID,
            "date expression soon is not valid"),
        arguments(
            ORDERS,
            "CREATE MATERIALIZED VIEW v FOR UPDATE AS SELECT COUNT(*) AS n FROM orders",
            UPDATABLE_TOO_COMPLEX,
            "its rows are not rows of one table"),
        arguments(
            ORDERS,
            "CREATE MATERIALIZED VIEW v REFRESH FAST FOR UPDATE AS SELECT id FROM orders",
            NOT_FAST_REFRESHABLE,
            "it is FOR UPDATE"),
        arguments(
            ORDERS,
            "DROP MATERIALIZED VIEW v",
            VIEW_MISSING,
            "materialized view main.v does not exist"),
        arguments(ORDERS, "ALTER MATERIALIZED VIEW v COMPILE", VIEW_MISSING, "main.v"),
        arguments(ORDERS, "COMMENT ON MATERIALIZED VIEW v IS 'x'", VIEW_MISSING, "main.v"),
        arguments(
            VIEW,
            "DROP TABLE v",
            VIEW_DROPPED_OTHERWISE,
            "main.v is a materialized view: use DROP MATERIALIZED VIEW"),
        arguments(VIEW, "TRUNCATE TABLE v", VIEW_READ_ONLY, "main.v is read-only"),
        arguments(
            VIEW, "ALTER TABLE v ADD COLUMN x INTEGER", NOT_SUPPORTED, "the constraints of main.v"),
        arguments(
            ORDERS
                + """
                CREATE TEMP TABLE mine (id INTEGER PRIMARY KEY);
                CREATE MATERIALIZED VIEW v REFRESH COMPLETE AS SELECT id FROM mine;
                """,
            "ALTER MATERIALIZED VIEW v REFRESH ON COMMIT",
            ON_COMMIT_NOT_POSSIBLE,
            "main.v"),
        arguments(
            ORDERS + "CREATE MATERIALIZED VIEW v REFRESH COMPLETE AS SELECT amount FROM orders;",
            "ALTER MATERIALIZED VIEW v REFRESH FAST WITH PRIMARY KEY",
            PRIMARY_KEY_NOT_SELECTED,
            "id"),
        arguments(
            ORDERS, "CREATE DATABASE LINK l USING 'x'", NOT_SUPPORTED, "CREATE DATABASE LINK"));
  }

  static Stream<Arguments> logs() {
    return Stream.of(
        arguments(
            ORDERS,
            "CREATE MATERIALIZED VIEW LOG ON ordres",
            TABLE_MISSING,
            "table or view ordres does not exist"),
        arguments(
            ORDERS + "CREATE MATERIALIZED VIEW LOG ON orders;",
            "CREATE MATERIALIZED VIEW LOG ON orders",
            CHANGE_LOG_EXISTS,
            "table main.orders already has a materialized view log"),
        arguments(
            ORDERS,
            "CREATE MATERIALIZED VIEW LOG ON orders WITH PRIMARY KEY (nothing)",
            COLUMN_MISSING,
            "table main.orders has no column nothing"),
        arguments(
            ORDERS,
            "CREATE MATERIALIZED VIEW LOG ON visits WITH PRIMARY KEY",
            PRIMARY_KEY_MISSING,
            "table main.visits has no primary key"),
        arguments(
            ORDERS,
            "DROP MATERIALIZED VIEW LOG ON orders",
            CHANGE_LOG_UNKNOWN,
            "table orders has no materialized view log"),
        arguments(
            ORDERS,
            "CREATE MATERIALIZED VIEW LOG ON orders PURGE START WITH SYSDATE NEXT SYSDATE",
            INTERVAL_NOT_IN_FUTURE,
            "SYSDATE gives no time in the future"),
        arguments(
            ORDERS,
            "CREATE MATERIALIZED VIEW LOG ON orders WITH OBJECT ID",
            NOT_SUPPORTED,
            "OBJECT ID"),
        arguments(
            ORDERS + "CREATE TEMP TABLE mine (id INTEGER PRIMARY KEY);",
            "CREATE MATERIALIZED VIEW LOG ON mine",
            CHANGE_LOG_NOT_POSSIBLE,
            "changes of temp.mine cannot be logged"));
  }

  static Stream<Arguments> calls() {
    return Stream.of(
        arguments(ORDERS, "CALL DBMS_MVIEW.REFRESH('v')", VIEW_LIST_UNKNOWN, "materialized view v"),
        arguments(ORDERS, "CALL DBMS_MVIEW.REFRESH('v,,')", VIEW_LIST_UNKNOWN, ""),
        arguments(VIEW, "CALL DBMS_MVIEW.REFRESH('v', 'P')", REFRESH_FAILED, "v failed"),
        arguments(
            VIEW,
            "CALL DBMS_MVIEW.REFRESH('v', out_of_place => TRUE)",
            OUT_OF_PLACE_CONFLICTS,
            "out_of_place"),
        arguments(
            VIEW,
            "CALL DBMS_MVIEW.REFRESH('v', atomic_refresh => 'maybe')",
            ARGUMENT_NOT_CONVERTIBLE,
            "atomic_refresh"),
        arguments(VIEW, "CALL DBMS_MVIEW.EXPLAIN_MVIEW('v', msg_array => a)", CALL_NOT_VALID, ""),
        arguments(VIEW, "CALL DBMS_MVIEW.EXPLAIN_MVIEW('nobody')", VIEW_MISSING, "nobody"),
        arguments(VIEW, "CALL DBMS_MVIEW.EXPLAIN_MVIEW('SELECT nope')", QUERY_NOT_VALID, "nope"),
        arguments(VIEW, "EXPLAIN MATERIALIZED VIEW AS SELECT nope", QUERY_NOT_VALID, "nope"),
        arguments(
            ORDERS,
            "BEGIN DBMS_MVIEW.REFRESH_DEPENDENT(number_of_failures => n, list => 'ordres'); END;",
            CALL_NOT_VALID,
            ""),
        arguments(
            ORDERS,
            "CALL DBMS_STATS.GATHER_TABLE_STATS('main', 'ordres')",
            TABLE_MISSING,
            "ordres"),
        arguments(VIEW, "REFRESH MATERIALIZED VIEW w", VIEW_MISSING, "main.w"));
  }

  static Stream<Arguments> constraints() {
    return Stream.of(
        arguments(
            ON_COMMIT,
            "ALTER MATERIALIZED VIEW v ADD CONSTRAINT small CHECK (total < 10)",
            ROWS_VIOLATE_CHECK,
            "rows of main.v violate (small)"),
        arguments(
            ON_COMMIT + "ALTER MATERIALIZED VIEW v ADD CONSTRAINT small CHECK (total < 1000);",
            "ALTER MATERIALIZED VIEW v ADD CONSTRAINT SMALL CHECK (n < 1000)",
            CONSTRAINT_EXISTS,
            "constraint SMALL of main.v exists already"),
        arguments(
            ON_COMMIT,
            "ALTER MATERIALIZED VIEW v DROP CONSTRAINT small",
            CONSTRAINT_MISSING,
            "main.v has no constraint small"),
        arguments(
            ON_COMMIT,
            "ALTER MATERIALIZED VIEW v ADD CHECK (SUM(total) < 10)",
            AGGREGATE_IN_CHECK,
            "an aggregate function is not permitted in a constraint on main.v"),
        arguments(
            ON_COMMIT,
            "ALTER MATERIALIZED VIEW v DROP PRIMARY KEY",
            NOT_SUPPORTED,
            "to drop a constraint by its columns"));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource({"definitions", "logs", "calls", "constraints"})
  void aStatementFails(String before, String sql, MViewError error, String message)
      throws SQLException {
    try (TestSession session = TestSession.open()) {
      session.run(before);
      MViewException failure = session.failure(sql);
      assertThat(failure.error()).isEqualTo(error);
      assertThat(failure).hasMessageStartingWith("ORA-%05d: ".formatted(error.code()));
      assertThat(failure).hasMessageContaining(message);
    }
  }
}
