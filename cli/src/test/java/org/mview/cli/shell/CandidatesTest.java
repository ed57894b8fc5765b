package org.mview.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class CandidatesTest {
  private static final Set<String> NAMES = Set.of("orders", "Order_Lines", "sales", "\"my table\"");

  static Stream<Arguments> cursors() {
    return Stream.of(
        arguments("", "sele", List.of("select")),
        arguments("", "SELE", List.of("SELECT")),
        arguments("CREATE", "mater", List.of("materialized")),
        arguments("FROM", "ord", List.of("Order_Lines", "orders")),
        arguments("from", "ORD", List.of("Order_Lines", "orders")),
        arguments("WHERE", "ord", List.of("Order_Lines", "orders", "order")),
        arguments("JOIN", "", List.of("\"my table\"", "Order_Lines", "orders", "sales")),
        arguments("TABLE", "my", List.of("\"my table\"")),
        arguments("FROM", "\"ord", List.of("\"Order_Lines\"", "\"orders\"")),
        arguments("FROM", "\"my", List.of("\"my table\"")),
        arguments("VIEW", "LO", List.of("LOG")),
        arguments("CALL", "dbms_mview.refresh_d", List.of("dbms_mview.refresh_dependent")),
        arguments("", "\\v", List.of("\\views")),
        arguments("FROM", "nothing", List.of()));
  }

  @ParameterizedTest
  @MethodSource("cursors")
  void whatIsOfferedFitsWhatStandsBefore(String previous, String typed, List<String> offered) {
    assertThat(Candidates.of(previous, typed, NAMES)).isEqualTo(offered);
  }

  @Test
  void namesAreThoseOfTablesViewsAndMaterializedViews() throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE orders (a)");
      statement.execute("CREATE INDEX by_a ON orders (a)");
      statement.execute("CREATE VIEW \"big orders\" AS SELECT * FROM orders");
      assertThat(SqlCompleter.read(connection))
          .containsExactlyInAnyOrder("orders", "\"big orders\"");

      statement.execute("CREATE VIEW user_mviews AS SELECT 'SALES' AS mview_name");
      assertThat(SqlCompleter.read(connection))
          .containsExactlyInAnyOrder("orders", "\"big orders\"", "user_mviews", "SALES");
    }
  }
}
