package org.mview.benchmarks.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mview.benchmarks.database.SqliteFile;
import org.mview.benchmarks.paired.Subject;
import org.mview.benchmarks.paired.Workspace;

/** A fast refresh is only worth a measurement when there is something to refresh. */
class RefreshTest {
  private static final Tpch SMALL = new Tpch(0.001);
  private static final int LINES = 200;

  @TempDir private static Path shared;
  @TempDir private Path own;

  static List<LineView> views() {
    return List.of(
        LineView.ONE_TABLE,
        LineView.JOIN,
        LineView.ONE_TABLE_PRICES,
        LineView.JOIN_PRICES,
        LineView.JOIN_PRICES_ADDED);
  }

  @ParameterizedTest
  @MethodSource("views")
  void everyChangedLineIsInTheLogAndThenInTheView(LineView view) throws Exception {
    SqliteFile file = SMALL.copy(new Workspace(own, shared));

    try (Subject refresh = Refresh.of(file, view, Refresh.Method.FAST, LINES)) {
      refresh.prepare();
      assertThat(number(file, "SELECT COUNT(*) FROM \"MLOG$_lineitem\"")).isEqualTo(2 * LINES);
      refresh.run(1);
    }

    assertThat(number(file, "SELECT COUNT(*) FROM \"MLOG$_lineitem\"")).isZero();
    assertThat(number(file, differences(view))).isZero();
  }

  @Test
  void whatIsWrittenByHandIsRight() throws Exception {
    SqliteFile file = SMALL.copy(new Workspace(own, shared));

    try (Subject merge = MergeByHand.of(file, LINES)) {
      merge.prepare();
      assertThat(number(file, "SELECT COUNT(*) FROM changes")).isEqualTo(2 * LINES);
      merge.run(1);
    }

    String query = LineView.ONE_TABLE.query();
    assertThat(
            number(file, "SELECT COUNT(*) FROM (SELECT * FROM by_hand EXCEPT %s)".formatted(query)))
        .isZero();
  }

  /** Sums of prices differ in their last digits. */
  private static String differences(LineView view) {
    String sum = view.query().replaceAll("(?s).* AS (\\w+)\\s+FROM.*", "$1");
    String key = view.query().contains("c_nationkey") ? "c_nationkey, order_month" : "l_suppkey";
    return """
        SELECT COUNT(*) FROM %s FULL JOIN (%s) query USING (%s)
        WHERE ABS(%s.%s - query.%s) < 0.001 IS NOT TRUE OR %s.line_count <> query.line_count"""
        .formatted(view.name(), view.query(), key, view.name(), sum, sum, view.name());
  }

  private static long number(SqliteFile file, String query) throws SQLException {
    try (Connection connection = file.raw();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }
}
