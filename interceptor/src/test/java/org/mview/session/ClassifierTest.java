package org.mview.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mview.error.MViewError;
import org.mview.error.MViewException;
import org.mview.session.Verdict.Effect;

/**
 * What a text is to a session: nothing, watched and why, or ours. The orders are read by a view ON
 * COMMIT, the customers by one ON DEMAND, the visits by none.
 */
@TestInstance(Lifecycle.PER_CLASS)
class ClassifierTest {
  private static final String SHOP =
      """
      CREATE TABLE orders (id INTEGER PRIMARY KEY, customer INTEGER, amount INTEGER);
      CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT);
      CREATE TABLE visits (id INTEGER PRIMARY KEY, customer INTEGER REFERENCES customers);
      CREATE TABLE "order lines" (id INTEGER PRIMARY KEY);
      CREATE TABLE audit (id INTEGER PRIMARY KEY, what TEXT);
      CREATE TRIGGER booked AFTER INSERT ON audit WHEN NEW.what = 'book' BEGIN DELETE FROM orders; END;
      CREATE MATERIALIZED VIEW sales REFRESH FAST ON COMMIT AS
        SELECT customer, SUM(amount) AS total FROM orders GROUP BY customer;
      CREATE MATERIALIZED VIEW names REFRESH FAST ON DEMAND AS SELECT id, name FROM customers;
      CREATE MATERIALIZED VIEW lines REFRESH FAST ON COMMIT AS SELECT id FROM "order lines";
      CREATE MATERIALIZED VIEW own NEVER REFRESH AS SELECT id FROM customers;
      """;

  private TestSession session;

  @BeforeAll
  void openTheShop() throws SQLException {
    session = TestSession.open();
    session.run(SHOP);
  }

  @AfterAll
  void closeTheShop() throws SQLException {
    session.close();
  }

  private Verdict classify(String sql) throws SQLException {
    return session.session().classify(sql);
  }

  static Stream<String> passed() {
    return Stream.of(
        "WITH q AS (SELECT 1 AS n) SELECT * FROM names, q",
        "SELECT * FROM orders",
        "  \n\t SELECT * FROM orders",
        "/* UPDATE */ -- orders\nSELECT 1",
        "(SELECT id FROM orders)",
        "VALUES (1)",
        "EXPLAIN DELETE FROM orders",
        "EXPLAIN QUERY PLAN UPDATE orders SET amount = 1",
        "PRAGMA table_info(orders)",
        "INSERT INTO visits VALUES (1, 1)",
        "UPDATE customers SET name = 'x'",
        "DELETE FROM orderss",
        "DELETE FROM my_orders",
        "INSERT INTO visits SELECT id, amount FROM visits;",
        "INSERT INTO visits VALUES (1, 2);  \n ",
        "WITH big AS (SELECT 1) SELECT * FROM big",
        "ANALYZE",
        "VACUUM",
        "",
        "   ",
        "-- nothing but a comment",
        "nonsense",
        "INSERT INTO visits SELECT total, customer FROM sales_of_others");
  }

  @ParameterizedTest
  @MethodSource("passed")
  void whatDoesNotConcernUsPasses(String sql) throws SQLException {
    assertThat(classify(sql)).isSameAs(Verdict.PASS);
  }

  static Stream<String> changing() {
    return Stream.of(
        "INSERT INTO orders VALUES (1, 1, 1)",
        "insert into ORDERS values (1, 1, 1)",
        "UPDATE \"orders\" SET amount = 1",
        "UPDATE main.orders SET amount = 1",
        "DELETE FROM [orders]",
        "DELETE FROM `Orders`;",
        "REPLACE INTO orders VALUES (1, 1, 1)",
        "/* a comment */ DELETE FROM orders",
        "-- a comment\nDELETE FROM orders",
        "\uFEFFDELETE FROM orders",
        ";;DELETE FROM orders",
        "INSERT INTO visits SELECT id, customer FROM orders",
        "WITH big AS (SELECT id FROM orders) DELETE FROM orders WHERE id IN (SELECT id FROM big)",
        "WITH x AS (SELECT 1) INSERT INTO orders SELECT * FROM x",
        "INSERT INTO visits VALUES (1, 'orders')",
        "DELETE FROM \"order lines\"",
        "INSERT INTO audit VALUES (1, 'book')",
        "UPDATE orders SET amount = 1 WHERE customer = ';'",
        "DELETE FROM orders; -- all of them",
        "DELETE FROM visits; DELETE FROM orders",
        "SELECT 1; DELETE FROM orders",
        "DELETE FROM orders RETURNING id");
  }

  @ParameterizedTest
  @MethodSource("changing")
  void whatMayChangeWhatAViewOnCommitReadsIsWatched(String sql) throws SQLException {
    assertThat(classify(sql)).isEqualTo(new Verdict.Watched(Effect.CHANGES_ROWS));
  }

  static Stream<String> defining() {
    return Stream.of(
        "CREATE TABLE other (id INTEGER)",
        "CREATE INDEX of_visits ON visits (customer)",
        "CREATE INDEX of_orders ON orders (customer)",
        "CREATE TRIGGER x AFTER INSERT ON visits BEGIN DELETE FROM orders; END",
        "CREATE VIEW x AS SELECT id FROM orders",
        "-- no more visits\ndrop table visits;",
        "ALTER TABLE visits ADD COLUMN day TEXT",
        "ATTACH ':memory:' AS other",
        "DETACH other");
  }

  @ParameterizedTest
  @MethodSource("defining")
  void whatDefinesSomethingElseIsWatched(String sql) throws SQLException {
    assertThat(classify(sql)).isEqualTo(new Verdict.Watched(Effect.DEFINES));
  }

  static Stream<String> several() {
    return Stream.of(
        "ALTER TABLE visits RENAME TO visits_2; UPDATE orders SET amount = 2",
        "UPDATE orders SET amount = 2; CREATE TABLE x (a)",
        "BEGIN; DELETE FROM orders; COMMIT",
        "COMMIT; BEGIN");
  }

  @ParameterizedTest
  @MethodSource("several")
  void whatDoesSeveralThingsIsWatchedForAll(String sql) throws SQLException {
    assertThat(classify(sql)).isEqualTo(new Verdict.Watched(Effect.DOES_SEVERAL));
  }

  static Stream<Arguments> transactions() {
    return Stream.of(
        arguments("BEGIN", Effect.BEGINS, ""),
        arguments("begin immediate transaction;", Effect.BEGINS, ""),
        arguments("START TRANSACTION", Effect.BEGINS, ""),
        arguments("COMMIT", Effect.COMMITS, ""),
        arguments("COMMIT; -- done", Effect.COMMITS, ""),
        arguments("/* done */ END TRANSACTION", Effect.COMMITS, ""),
        arguments("COMMIT AND NO CHAIN", Effect.COMMITS, ""),
        arguments("COMMIT AND CHAIN;", Effect.COMMITS_AND_BEGINS, ""),
        arguments("ROLLBACK", Effect.ROLLS_BACK, ""),
        arguments("ABORT", Effect.ROLLS_BACK, ""),
        arguments("ROLLBACK WORK AND CHAIN", Effect.ROLLS_BACK_AND_BEGINS, ""),
        arguments(
            "ROLLBACK TRANSACTION TO SAVEPOINT Before", Effect.ROLLS_BACK_TO_SAVEPOINT, "before"),
        arguments("ROLLBACK TO \"Before\"", Effect.ROLLS_BACK_TO_SAVEPOINT, "before"),
        arguments("SAVEPOINT before", Effect.SETS_SAVEPOINT, "before"),
        arguments("RELEASE before", Effect.RELEASES_SAVEPOINT, "before"),
        arguments("RELEASE SAVEPOINT before", Effect.RELEASES_SAVEPOINT, "before"));
  }

  @ParameterizedTest
  @MethodSource("transactions")
  void whatBeginsOrEndsATransactionIsWatched(String sql, Effect effect, String savepoint)
      throws SQLException {
    assertThat(classify(sql)).isEqualTo(new Verdict.Watched(effect, savepoint));
  }

  static Stream<Arguments> ours() {
    return Stream.of(
        arguments("CREATE MATERIALIZED VIEW v AS SELECT id FROM orders", "CreateMaterializedView"),
        arguments("-- mine\ncreate  materialized\nview v as select 1", "CreateMaterializedView"),
        arguments("DROP MATERIALIZED VIEW sales", "DropMaterializedView"),
        arguments("DROP MATERIALIZED VIEW unknown;", "DropMaterializedView"),
        arguments("ALTER SNAPSHOT sales COMPILE", "AlterMaterializedView"),
        arguments("CREATE MATERIALIZED VIEW LOG ON orders", "CreateMaterializedViewLog"),
        arguments("CALL DBMS_MVIEW.REFRESH('sales')", "CallBlock"),
        arguments("BEGIN DBMS_MVIEW.REFRESH('sales'); END;", "CallBlock"),
        arguments("{call dbms_mview.refresh(?)}", "CallBlock"),
        arguments("DROP TABLE sales", "DropTableOrView"),
        arguments("DROP TABLE IF EXISTS orders", "DropTableOrView"),
        arguments("ALTER TABLE orders ADD COLUMN day TEXT", "AlterTable"),
        arguments("TRUNCATE TABLE orders", "TruncateTable"),
        arguments("CREATE INDEX by_total ON sales (total)", "CreateIndex"),
        arguments("COMMENT ON MATERIALIZED VIEW sales IS 'x'", "CommentOnMaterializedView"));
  }

  @ParameterizedTest
  @MethodSource("ours")
  void whatSpeaksOfViewsAndLogsIsOurs(String sql, String command) throws SQLException {
    assertThat(classify(sql))
        .isInstanceOfSatisfying(
            Verdict.Ours.class,
            ours -> {
              assertThat(ours.command().getClass().getSimpleName()).isEqualTo(command);
              assertThat(ours.sql()).isEqualTo(sql);
            });
  }

  @Test
  void theParametersOfACallAreNamed() throws SQLException {
    assertThat(classify("CALL DBMS_MVIEW.REFRESH(list => ?, method => ?)"))
        .isInstanceOfSatisfying(
            Verdict.Ours.class,
            ours -> assertThat(ours.parameters()).containsExactly("list", "method"));
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        arguments("INSERT INTO sales VALUES (1, 1)", MViewError.VIEW_READ_ONLY),
        arguments("DELETE FROM \"SALES\" WHERE 1 = 0", MViewError.VIEW_READ_ONLY),
        arguments("WITH x AS (SELECT 1) UPDATE names SET name = ''", MViewError.VIEW_READ_ONLY),
        arguments("REPLACE INTO main.names VALUES (1, 'x')", MViewError.VIEW_READ_ONLY),
        arguments("DELETE FROM mview$c$sales", MViewError.VIEW_READ_ONLY),
        arguments("CREATE MATERIALIZED VIEW", MViewError.SYNTAX),
        arguments("SELECT 1; DROP MATERIALIZED VIEW sales", MViewError.NOT_SUPPORTED));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void whatNobodyMayDoIsRefused(String sql, MViewError error) {
    assertThatExceptionOfType(MViewException.class)
        .isThrownBy(() -> classify(sql))
        .extracting(MViewException::error)
        .isEqualTo(error);
  }

  @Test
  void aViewThatIsNeverRefreshedIsItsOwnersToChange() throws SQLException {
    assertThat(classify("UPDATE own SET id = 2")).isSameAs(Verdict.PASS);
  }

  @Test
  void readingAViewInAChangeIsNotChangingIt() throws SQLException {
    assertThat(classify("INSERT INTO visits SELECT total, customer FROM sales"))
        .isSameAs(Verdict.PASS);
  }
}
