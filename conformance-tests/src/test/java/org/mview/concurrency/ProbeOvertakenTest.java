package org.mview.concurrency;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mview.conformance.FreshDatabase;
import org.mview.conformance.PostgresDatabase;
import org.mview.conformance.Sql;

/**
 * On PostgreSQL a refresh is sent as a whole, and its plan was chosen for what a probe had found
 * before. A program that takes no lock commits in between: the refresh does nothing then, also in
 * those of its statements that come behind the reading, and looks again.
 */
class ProbeOvertakenTest {
  private static final String READING = "\"mview$guard\" AS MATERIALIZED";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT a.id AS aid, b.id AS bid, a.x, b.y FROM a JOIN b ON b.k = a.k",
        "SELECT a.x, b.y FROM a JOIN b ON b.k = a.k",
        "SELECT a.id AS aid, b.id AS bid, a.x, b.y FROM a LEFT JOIN b ON b.k = a.k",
        "SELECT b.y, COUNT(*) AS n, SUM(a.x) AS s FROM a JOIN b ON b.k = a.k GROUP BY b.y",
        "SELECT b.y, MAX(a.x) AS m FROM a JOIN b ON b.k = a.k GROUP BY b.y",
        "SELECT COUNT(*) AS n, SUM(a.x) AS s, MAX(b.y) AS m FROM a JOIN b ON b.k = a.k",
        "SELECT COUNT(*) AS n, SUM(a.x) AS s FROM a JOIN b ON b.k = a.k",
        "SELECT a.id, a.x FROM a WHERE NOT EXISTS (SELECT 1 FROM b WHERE b.k = a.k)",
        "SELECT DISTINCT a.k, b.y FROM a, b WHERE b.k = a.k",
        "SELECT k FROM a EXCEPT SELECT k FROM b"
      })
  void theRefreshLooksAgain(String query) throws Exception {
    AtomicInteger readings = new AtomicInteger(1); // the view is to be made undisturbed
    try (FreshDatabase database = PostgresDatabase.EMBEDDED.create();
        Connection other = DriverManager.getConnection(database.rawUrl());
        WatchedDriver driver =
            new WatchedDriver(
                "overtaken",
                sql -> {
                  if (sql.contains(READING)) {
                    overtake(other, readings.incrementAndGet());
                  }
                  return sql;
                });
        Connection connection = DriverManager.getConnection(driver.url(database.rawUrl()))) {
      Sql.execute(connection, "CREATE TABLE a (id INT PRIMARY KEY, k INT, x INT)");
      Sql.execute(connection, "CREATE TABLE b (id INT PRIMARY KEY, k INT, y INT)");
      Sql.execute(connection, "INSERT INTO a VALUES (1, 1, 1), (2, 1, 2), (3, 2, 3), (4, 3, 4)");
      Sql.execute(connection, "INSERT INTO b VALUES (1, 1, 1), (2, 2, 1), (3, 2, 2)");
      Sql.execute(connection, "CREATE MATERIALIZED VIEW v REFRESH FAST ON COMMIT AS " + query);
      readings.set(0);

      Sql.execute(connection, "UPDATE a SET x = x + 10, k = 4 - k");

      assertThat(readings).as("the second one knows of the other change").hasValueGreaterThan(1);
      Views views = new Views(connection);
      assertThat(views.fresh()).containsExactly("v");
      assertThat(views.wrong(false)).isEmpty();
    }
  }

  /** Before the first reading: the probe has not seen it. */
  private static void overtake(Connection other, int reading) {
    try {
      if (reading == 1) {
        Sql.execute(other, "UPDATE b SET k = 3 WHERE id = 1");
        Sql.execute(other, "INSERT INTO b VALUES (9, 1, 1)");
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
