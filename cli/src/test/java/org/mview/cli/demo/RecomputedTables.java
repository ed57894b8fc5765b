package org.mview.cli.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Views that are ordinary tables, filled anew at each refresh, on a database that knows no
 * materialized views; a view on commit is an ordinary view.
 */
final class RecomputedTables implements MaterializedViews {
  private final Connection connection;

  RecomputedTables(Connection connection) {
    this.connection = connection;
  }

  @Override
  public void createLogs() {}

  @Override
  public void create(DemoView view) throws SQLException {
    String kind = view.mode() == DemoView.Mode.ON_COMMIT ? "VIEW" : "TABLE";
    execute("CREATE %s %s AS %s".formatted(kind, view.name(), view.query()));
  }

  @Override
  public void refreshFast(DemoView view) throws SQLException {
    execute("DELETE FROM " + view.name());
    execute("INSERT INTO %s %s".formatted(view.name(), view.query()));
  }

  @Override
  public void refreshComplete(DemoView view) throws SQLException {
    if (view.mode() == DemoView.Mode.ON_DEMAND) {
      refreshFast(view);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
