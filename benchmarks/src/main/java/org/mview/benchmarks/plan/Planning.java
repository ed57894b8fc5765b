package org.mview.benchmarks.plan;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.mview.benchmarks.paired.Subject;

/** Asks how a query, or a view, is carried out; the answer is made anew each time. */
final class Planning implements Subject {
  private final Connection connection;
  private final String question;

  Planning(Connection connection, String question) {
    this.connection = connection;
    this.question = question;
  }

  @Override
  public void run(int operations) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (int i = 0; i < operations; i++) {
        try (ResultSet rows = statement.executeQuery(question)) {
          while (rows.next()) {
            rows.getString(1);
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
