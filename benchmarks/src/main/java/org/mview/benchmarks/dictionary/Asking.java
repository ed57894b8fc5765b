package org.mview.benchmarks.dictionary;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.mview.benchmarks.paired.Subject;

/** Runs statements on a connection that it keeps, and reads all that they answer. */
final class Asking implements Subject {
  private final Connection connection;
  private final String[] statements;

  Asking(Connection connection, String... statements) {
    this.connection = connection;
    this.statements = statements;
  }

  @Override
  public void run(int operations) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (int i = 0; i < operations; i++) {
        for (String sql : statements) {
          run(statement, sql);
        }
      }
    }
  }

  private static void run(Statement statement, String sql) throws SQLException {
    if (statement.execute(sql)) {
      try (ResultSet rows = statement.getResultSet()) {
        int columns = rows.getMetaData().getColumnCount();
        while (rows.next()) {
          for (int i = 1; i <= columns; i++) {
            rows.getString(i);
          }
        }
      }
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
