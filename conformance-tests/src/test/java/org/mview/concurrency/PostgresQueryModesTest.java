package org.mview.concurrency;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mview.conformance.FreshDatabase;
import org.mview.conformance.PostgresDatabase;
import org.mview.conformance.Sql;

/**
 * Several statements are sent at once, however PostgreSQL's driver is told to send them. But for
 * {@code preferQueryMode=simple}: it describes queries all the same, and then fails by an assertion
 * of its own where assertions are on, as in tests.
 */
class PostgresQueryModesTest {
  /** So often that the driver has changed to prepared statements of the server. */
  private static final int REPETITIONS = 7;

  private static final List<String> OBJECTS =
      List.of(
          "CREATE TABLE a (id INT PRIMARY KEY, k INT, p NUMERIC)",
          "CREATE TABLE b (k INT PRIMARY KEY, y INT)",
          "INSERT INTO b VALUES (0, 0), (1, 10)",
          """
          CREATE MATERIALIZED VIEW sums REFRESH FAST ON COMMIT AS \
          SELECT k, SUM(CAST(p AS NUMERIC(9, 2))) AS s, COUNT(*) AS n FROM a GROUP BY k""",
          """
          CREATE MATERIALIZED VIEW joined REFRESH FAST ON COMMIT AS \
          SELECT a.id, b.k, a.p, b.y FROM a JOIN b ON b.k = a.k""");

  private static final List<String> CHANGES =
      List.of(
          "INSERT INTO a VALUES (%1$s, %1$s %% 2, %1$s.25)",
          "UPDATE a SET p = p + 1 WHERE id < %1$s",
          "UPDATE a SET p = 'NaN' WHERE id = %1$s AND %1$s = 3",
          "UPDATE b SET y = y + %1$s WHERE k = 1",
          "DELETE FROM a WHERE id = %1$s - 2");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "preferQueryMode=extended",
        "preferQueryMode=extendedForPrepared",
        "preferQueryMode=extendedCacheEverything",
        "prepareThreshold=0",
        "prepareThreshold=1",
        "prepareThreshold=-1",
        "autosave=always",
        "defaultRowFetchSize=1",
        "preparedStatementCacheQueries=0"
      })
  void viewsAreRight(String setting) throws Exception {
    try (FreshDatabase database = PostgresDatabase.EMBEDDED.create()) {
      String url = database.rawUrl().replaceFirst("jdbc:", "jdbc:mview:") + "&" + setting;
      try (Connection connection = DriverManager.getConnection(url);
          Connection other = database.connect()) {
        for (String sql : OBJECTS) {
          Sql.execute(connection, sql);
        }
        change(connection, new Views(other));
        connection.setAutoCommit(false);
        change(connection, new Views(other));
      }
    }
  }

  private static void change(Connection connection, Views views) throws SQLException {
    Sql.execute(connection, "DELETE FROM a");
    for (int i = 1; i <= REPETITIONS; i++) {
      for (String sql : CHANGES) {
        Sql.execute(connection, sql.formatted(i));
      }
      if (!connection.getAutoCommit()) {
        connection.commit();
      }
      assertThat(views.fresh()).containsExactly("sums", "joined");
      assertThat(views.wrong(false)).isEmpty();
    }
  }
}
