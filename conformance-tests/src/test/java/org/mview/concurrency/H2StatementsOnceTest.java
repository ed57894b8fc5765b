package org.mview.concurrency;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.mview.conformance.FreshDatabase;
import org.mview.conformance.H2Database;
import org.mview.conformance.Sql;

/**
 * H2 may answer a statement that it has run before with rows of then, while another program
 * commits. No statement of ours that reads is one that it knows.
 */
class H2StatementsOnceTest {
  private static final String OURS = "/* mview */";
  private static final int ROUNDS = 3;

  private static final List<String> VIEWS =
      List.of(
          "joined REFRESH FAST ON COMMIT AS SELECT a.id AS x, b.id AS y FROM a JOIN b ON b.k = a.k",
          "sums REFRESH FAST ON COMMIT AS SELECT k, SUM(id) AS s FROM a GROUP BY k",
          "later REFRESH FAST AS SELECT id FROM a WHERE EXISTS (SELECT 1 FROM b WHERE b.k = a.k)",
          "all_of_it REFRESH COMPLETE AS SELECT k FROM a WHERE k IN (SELECT k FROM b)");

  @Test
  void noStatementThatReadsIsSentTwice() throws SQLException {
    try (FreshDatabase fresh = H2Database.IN_MEMORY.create();
        WatchedDriver driver = new WatchedDriver("once", UnaryOperator.identity());
        Connection connection = DriverManager.getConnection(driver.url(fresh.rawUrl()))) {
      Sql.execute(connection, "CREATE TABLE a (id INT PRIMARY KEY, k INT)");
      Sql.execute(connection, "CREATE TABLE b (id INT PRIMARY KEY, k INT)");
      for (String view : VIEWS) {
        Sql.execute(connection, "CREATE MATERIALIZED VIEW " + view);
      }
      driver.sent();
      for (int i = 0; i < ROUNDS; i++) {
        change(connection, i);
      }
      List<String> reading =
          driver.sent().stream()
              .filter(sql -> sql.startsWith(OURS) && sql.contains("SELECT"))
              .filter(sql -> !sql.endsWith("WITH NO DATA"))
              .toList();
      assertThat(reading).hasSizeGreaterThan(10 * ROUNDS).doesNotHaveDuplicates();
    }
  }

  private static void change(Connection connection, int round) throws SQLException {
    Sql.execute(connection, "INSERT INTO a VALUES (%1$d, 1)".formatted(round));
    Sql.execute(connection, "INSERT INTO b VALUES (%1$d, 1)".formatted(round));
    Sql.execute(connection, "UPDATE a SET k = 2 WHERE id = %d".formatted(round));
    Sql.execute(connection, "CALL DBMS_MVIEW.REFRESH('later,all_of_it')");
  }
}
