package org.mview.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A statement tells how many rows it has changed, with views on its table as without. */
class UpdateCountsTest {
  private static final List<String> STATEMENTS =
      List.of(
          "INSERT INTO o VALUES (1, 1), (2, 2), (3, 3)",
          "INSERT INTO main.o VALUES (2, 5), (12, NULL) ON CONFLICT (id) DO NOTHING",
          "INSERT OR REPLACE INTO o VALUES (3, 4), (13, 4)",
          "WITH c AS (SELECT 20 AS id) INSERT INTO o SELECT id, id FROM c",
          "UPDATE o SET a = a + 1 WHERE id < 3",
          "UPDATE o SET a = a + 1 WHERE id > 99",
          "DELETE FROM o WHERE id < 2;",
          "INSERT INTO far SELECT * FROM o",
          "REPLACE INTO o SELECT id, 7 FROM far",
          "DELETE FROM o");

  @ParameterizedTest
  @CsvSource({"FAST ON COMMIT, true", "FAST ON COMMIT, false", "FAST, true", "COMPLETE, false"})
  void everyStatementCountsItsOwnRows(String refresh, boolean autoCommit) throws SQLException {
    List<String> without = counts("jdbc:sqlite::memory:", "", autoCommit);
    String view =
        "CREATE MATERIALIZED VIEW v REFRESH %s AS SELECT a, COUNT(*) AS n FROM o GROUP BY a";
    List<String> with = counts("jdbc:mview:sqlite::memory:", view.formatted(refresh), autoCommit);
    assertThat(with).isEqualTo(without);
  }

  private static List<String> counts(String url, String view, boolean autoCommit)
      throws SQLException {
    List<String> counts = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE o (id INTEGER PRIMARY KEY ON CONFLICT REPLACE, a INTEGER)");
      statement.execute("CREATE TABLE far (id INTEGER, a INTEGER)");
      if (!view.isEmpty()) {
        statement.execute(view);
      }
      connection.setAutoCommit(autoCommit);
      for (String sql : STATEMENTS) {
        counts.add(sql + ": " + statement.executeUpdate(sql));
      }
      for (String sql : STATEMENTS) {
        counts.add(sql + ": " + statement.executeLargeUpdate(sql));
      }
      for (String sql : STATEMENTS) {
        statement.execute(sql);
        counts.add(sql + ": " + statement.getUpdateCount());
      }
      for (String sql : STATEMENTS) {
        try (PreparedStatement prepared = connection.prepareStatement(sql)) {
          counts.add(sql + ": " + prepared.executeUpdate());
        }
      }
    }
    return counts;
  }
}
