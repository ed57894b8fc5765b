package org.mview.benchmarks.server;

import java.sql.Connection;
import java.sql.SQLException;
import org.mview.benchmarks.database.Backend;
import org.mview.benchmarks.paired.Clock;
import org.mview.benchmarks.paired.Subject;

/** Something of which the server of a connection does a part. */
final class Served implements Subject {
  private final Subject subject;
  private final Backend backend;

  Served(Subject subject, Connection connection) throws SQLException {
    this.subject = subject;
    this.backend = Backend.of(connection);
  }

  @Override
  public void prepare() throws SQLException {
    subject.prepare();
  }

  @Override
  public void run(int operations) throws SQLException {
    subject.run(operations);
  }

  @Override
  public long cpu(Clock clock) {
    return backend.cpu(clock);
  }

  @Override
  public void close() throws SQLException {
    subject.close();
  }
}
