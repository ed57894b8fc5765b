package org.mview.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mview.cli.output.Progress;

final class DemoTest {
  private static final DemoSettings SMALL = new DemoSettings(0.001, 203, 7);

  @TempDir private Path directory;

  /** Forgets one of the views at every fast refresh. */
  private static final class Forgetful implements MaterializedViews {
    private final MaterializedViews views;

    Forgetful(MaterializedViews views) {
      this.views = views;
    }

    @Override
    public void createLogs() throws SQLException {
      views.createLogs();
    }

    @Override
    public void create(DemoView view) throws SQLException {
      views.create(view);
    }

    @Override
    public void refreshFast(DemoView view) throws SQLException {
      if (!view.equals(DemoViews.OPEN_ORDERS)) {
        views.refreshFast(view);
      }
    }

    @Override
    public void refreshComplete(DemoView view) throws SQLException {
      views.refreshComplete(view);
    }
  }

  @Test
  void viewsThatAreRefreshedEqualTheirQueries() throws SQLException {
    try (Connection connection = open();
        Connection plain = open()) {
      DemoResult result = demo(connection, plain, new RecomputedTables(connection)).run();

      assertThat(result.isRight()).isTrue();
      assertThat(result.changedRows()).isGreaterThan(SMALL.transactions());
      assertThat(result.views())
          .extracting(ViewMeasurement::comparisons)
          .containsExactly(12L, 12L, 12L, 7L);
      assertThat(result.views()).extracting(v -> v.fast().count()).containsExactly(10, 10, 10, 0);
      assertThat(result.before().whole().count() + result.after().whole().count())
          .isEqualTo(SMALL.transactions());
    }
  }

  @Test
  void aViewThatWasNotRefreshedIsNamedInTheReport() throws SQLException {
    try (Connection connection = open();
        Connection plain = open()) {
      MaterializedViews views = new Forgetful(new RecomputedTables(connection));
      DemoResult result = demo(connection, plain, views).run();
      StringWriter report = new StringWriter();
      new DemoReport(SMALL, result, new PrintWriter(report)).print();

      assertThat(result.isRight()).isFalse();
      assertThat(report.toString().lines())
          .anyMatch(line -> line.contains("open_orders") && line.contains("rows differ"))
          .anyMatch(line -> line.contains("part_sales") && line.contains("yes, 12 times"))
          .contains("A view did not equal its query: the table above says which.");
    }
  }

  private Connection open() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:sqlite:%s?journal_mode=WAL&synchronous=OFF".formatted(directory.resolve("demo.db")));
  }

  private static Demo demo(Connection connection, Connection plain, MaterializedViews views) {
    return new Demo(connection, new Comparison(plain), views, SMALL, Progress.HIDDEN);
  }
}
