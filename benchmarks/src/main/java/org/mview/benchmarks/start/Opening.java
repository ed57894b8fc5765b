package org.mview.benchmarks.start;

import java.sql.Connection;
import java.sql.SQLException;
import org.mview.benchmarks.database.Script;
import org.mview.benchmarks.paired.Subject;

/** Opens a connection, runs a few statements or none, and closes it. */
final class Opening implements Subject {
  private final Source source;
  private final String[] statements;

  Opening(Source source, String... statements) {
    this.source = source;
    this.statements = statements;
  }

  /** Opens connections. */
  @FunctionalInterface
  interface Source {
    Connection open() throws SQLException;
  }

  @Override
  public void run(int operations) throws SQLException {
    for (int i = 0; i < operations; i++) {
      try (Connection connection = source.open()) {
        Script.run(connection, statements);
      }
    }
  }
}
