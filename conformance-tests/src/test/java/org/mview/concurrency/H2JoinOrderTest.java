package org.mview.concurrency;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.mview.conformance.FreshDatabase;
import org.mview.conformance.H2Database;
import org.mview.conformance.Sql;

/**
 * Of a join H2 chooses an order that reads a whole table, unless it is kept from it: a refresh is
 * to read what has changed, and what it meets.
 */
class H2JoinOrderTest {
  private static final int TABLES = 5;
  private static final int ROWS = 1_000;
  private static final String READING = ") WITH \"mview$guard";
  private static final Pattern SCANNED = Pattern.compile("scanCount: (\\d+)");

  @Test
  void aRefreshReadsNoTableThroughout() throws SQLException {
    try (FreshDatabase fresh = H2Database.IN_MEMORY.create();
        WatchedDriver driver = new WatchedDriver("order", UnaryOperator.identity());
        Connection connection = DriverManager.getConnection(driver.url(fresh.rawUrl()))) {
      StringBuilder from = new StringBuilder("t1");
      for (int i = 1; i <= TABLES; i++) {
        table(connection, i);
        from.append(i == 1 ? "" : " JOIN t%1$s ON t%1$s.id = t%2$s.k".formatted(i, i - 1));
      }
      Sql.execute(
          connection,
          "CREATE MATERIALIZED VIEW v REFRESH FAST ON DEMAND AS SELECT t1.id, t%s.v FROM %s"
              .formatted(TABLES, from));
      change(connection);
      driver.sent();
      Sql.execute(connection, "CALL DBMS_MVIEW.REFRESH('v', 'f')");
      String reading = driver.sent().stream().filter(sql -> sql.contains(READING)).findAny().get();
      change(connection);
      assertThat(scanned(connection, reading)).isBetween(TABLES, ROWS / 2);
    }
  }

  private static void table(Connection connection, int i) throws SQLException {
    Sql.execute(connection, "CREATE TABLE t%s (id INT PRIMARY KEY, k INT, v INT)".formatted(i));
    Sql.execute(connection, "CREATE INDEX i%1$s ON t%1$s (k)".formatted(i));
    Sql.execute(
        connection,
        "INSERT INTO t%1$s SELECT X, MOD(X * 7, %2$s) + 1, X FROM SYSTEM_RANGE(1, %2$s)"
            .formatted(i, ROWS));
  }

  private static void change(Connection connection) throws SQLException {
    Sql.execute(connection, "UPDATE t1 SET k = k + 1 WHERE id = 7");
    Sql.execute(connection, "UPDATE t%s SET v = v + 1 WHERE id = 8".formatted(TABLES));
  }

  /** How many rows are read of all tables together. */
  private static int scanned(Connection connection, String insert) throws SQLException {
    String query = insert.substring(insert.indexOf(READING) + 1);
    try (Statement statement = connection.createStatement();
        ResultSet plan = statement.executeQuery("EXPLAIN ANALYZE" + query)) {
      plan.next();
      return SCANNED
          .matcher(plan.getString(1))
          .results()
          .map(MatchResult::group)
          .mapToInt(found -> Integer.parseInt(found.replaceAll("\\D", "")))
          .sum();
    }
  }
}
