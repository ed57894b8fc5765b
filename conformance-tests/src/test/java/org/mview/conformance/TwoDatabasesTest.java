package org.mview.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One program with two databases of a kind: what is known of the one is nothing of the other. */
class TwoDatabasesTest {
  private static final List<String> TABLE =
      List.of(
          "CREATE TABLE orders (id INTEGER PRIMARY KEY, customer INTEGER, amount INTEGER)",
          "INSERT INTO orders VALUES (1, 7, 10)");

  private static final String VIEW =
      """
      CREATE MATERIALIZED VIEW sales REFRESH FAST ON COMMIT AS \
      SELECT customer, SUM(amount) AS total, COUNT(*) AS n FROM orders GROUP BY customer""";

  static List<TestDatabase> databases() {
    return TestDatabases.chosen();
  }

  private static List<String> read(Connection connection) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT total, n FROM sales")) {
      while (row.next()) {
        rows.add(row.getInt(1) + "/" + row.getInt(2));
      }
    }
    return rows;
  }

  @ParameterizedTest
  @MethodSource("databases")
  void eachHasItsOwnViews(TestDatabase kind) throws SQLException {
    try (FreshDatabase one = kind.create();
        FreshDatabase two = kind.create();
        Connection ofOne = one.connect()) {
      Sql.execute(ofOne, TABLE.toArray(String[]::new));
      Sql.execute(ofOne, VIEW);
      try (Connection ofTwo = two.connect()) {
        Sql.execute(ofTwo, TABLE.toArray(String[]::new));
        Sql.execute(ofOne, "INSERT INTO orders VALUES (2, 7, 1)");
        assertThat(read(ofOne)).containsExactly("11/2");

        Sql.execute(ofTwo, VIEW.replace("ON COMMIT", "ON DEMAND"));
        Sql.execute(ofOne, "INSERT INTO orders VALUES (3, 7, 1)");
        assertThat(read(ofOne)).containsExactly("12/3");
        Sql.execute(ofTwo, "INSERT INTO orders VALUES (3, 7, 1)");
        assertThat(read(ofTwo)).containsExactly("10/1");
      }
    }
  }
}
