package org.mview.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ComparisonTest {
  private static final String INSERT =
      "INSERT INTO %s SELECT * FROM (VALUES %s) WHERE column1 IS NOT 'none'";

  private static final String NOTHING = "('none', 0)";

  private static final DemoView VIEW =
      new DemoView(
          "v",
          "",
          DemoView.Mode.ON_DEMAND,
          List.of("t"),
          List.of("k"),
          List.of("s"),
          "SELECT k, s FROM t");

  static Stream<Arguments> contents() {
    return Stream.of(
        arguments("both have no rows", NOTHING, NOTHING, 0),
        arguments("all rows are missing", "(1, 2), (1, 2)", NOTHING, 1),
        arguments("the same rows in another order", "(1, 2.0), (2, 3)", "(2, 3.0), (1, 2)", 0),
        arguments("a row is missing", "(1, 2), (2, 3)", "(1, 2)", 1),
        arguments("a row is too many", "(1, 2)", "(1, 2), (2, 3)", 1),
        arguments("a row is there once too often", "(1, 2)", "(1, 2), (1, 2)", 2),
        arguments("NULL is a key like any other", "(NULL, 2)", "(NULL, 2)", 0),
        arguments("NULL instead of a key", "(1, 2)", "(NULL, 2)", 2),
        arguments("a sum within the tolerance", "(1, 1e12)", "(1, 1000000000000.5)", 0),
        arguments("a sum beyond the tolerance", "(1, 1e9)", "(1, 1000000005)", 1),
        arguments("a sum of zero", "(1, 0)", "(1, 0.0)", 0),
        arguments("NULL instead of a sum", "(NULL, 2)", "(NULL, NULL)", 1),
        arguments("NULL for a sum in both", "(1, NULL)", "(1, NULL)", 0));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("contents")
  void bagsAreComparedRowByRow(String what, String table, String view, long differences)
      throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE t (k, s)");
      statement.execute("CREATE TABLE v (k, s)");
      statement.execute(INSERT.formatted("t", table));
      statement.execute(INSERT.formatted("v", view));
      assertThat(new Comparison(connection).differences(VIEW)).as(what).isEqualTo(differences);
    }
  }
}
