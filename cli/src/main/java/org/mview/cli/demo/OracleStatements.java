package org.mview.cli.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Materialized views by the statements and the package of Oracle's manual. */
final class OracleStatements implements MaterializedViews {
  private final Connection connection;

  /** The statements, on a connection of our driver; in autocommit when they are called. */
  OracleStatements(Connection connection) {
    this.connection = connection;
  }

  @Override
  public void createLogs() throws SQLException {
    for (String log : DemoViews.LOGS) {
      execute(log);
    }
  }

  @Override
  public void create(DemoView view) throws SQLException {
    execute(view.create());
  }

  @Override
  public void refreshFast(DemoView view) throws SQLException {
    refresh(view, "F");
  }

  @Override
  public void refreshComplete(DemoView view) throws SQLException {
    refresh(view, "C");
  }

  private void refresh(DemoView view, String method) throws SQLException {
    execute("CALL DBMS_MVIEW.REFRESH('%s', '%s')".formatted(view.name(), method));
  }

  /** The error of a statement that the user did not write comes with the statement. */
  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      String message = "%s%nin the statement%n%s".formatted(e.getMessage(), sql);
      throw new SQLException(message, e.getSQLState(), e.getErrorCode(), e);
    }
  }
}
