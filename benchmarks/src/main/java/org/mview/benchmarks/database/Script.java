package org.mview.benchmarks.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Runs statements of which the time is not taken. */
public final class Script {
  private Script() {}

  /** Runs them, one after the other. */
  public static void run(Connection connection, String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
