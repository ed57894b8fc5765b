package org.mview.concurrency;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Random;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** An application: it does its work again and again, and connects again when that is lost. */
final class Worker implements Callable<@Nullable Void> {
  private final Opener opener;
  private final Work work;
  private final Random random;
  private final Tally tally;
  private final long end;

  /**
   * A worker.
   *
   * @param end when to stop, as the nano time has it
   */
  Worker(Opener opener, Work work, long seed, Tally tally, long end) {
    this.opener = opener;
    this.work = work;
    this.random = new Random(seed);
    this.tally = tally;
    this.end = end;
  }

  /** How it connects. */
  @FunctionalInterface
  interface Opener {
    Connection open() throws SQLException;
  }

  /** One piece of work. */
  @FunctionalInterface
  interface Work {
    void run(Connection connection, Random random, Tally tally) throws SQLException;
  }

  @Override
  public @Nullable Void call() throws SQLException, InterruptedException {
    while (System.nanoTime() < end) {
      try (Connection connection = opener.open()) {
        while (System.nanoTime() < end && step(connection)) {
          // the next one
        }
      } catch (SQLException e) {
        tally.again(e);
      }
    }
    return null;
  }

  /** Whether the connection is still good for another step. */
  private boolean step(Connection connection) throws SQLException {
    try {
      work.run(connection, random, tally);
      return true;
    } catch (SQLException e) {
      tally.again(e);
    }
    if (!connection.getAutoCommit()) {
      connection.rollback();
      connection.setAutoCommit(true);
    }
    return connection.isValid(10);
  }
}
