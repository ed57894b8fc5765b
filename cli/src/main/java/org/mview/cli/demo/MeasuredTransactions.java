package org.mview.cli.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.mview.cli.tpch.OrderTraffic;
import org.mview.cli.tpch.Transaction;
import org.mview.cli.tpch.TransactionRunner;

/** Runs the stream of transactions, and takes the time of each. */
final class MeasuredTransactions implements AutoCloseable {
  private final Connection connection;
  private final OrderTraffic traffic;
  private final TransactionRunner runner;

  /** The transactions of this seed on the tables as they are now. */
  MeasuredTransactions(Connection connection, long seed) throws SQLException {
    this.connection = connection;
    this.traffic = OrderTraffic.over(connection, seed);
    this.runner = new TransactionRunner(connection);
  }

  /**
   * Runs and commits the next one; the connection is not in autocommit.
   *
   * @return how many rows it changed, by table
   */
  Map<String, Long> runNext(TransactionTimes times) throws SQLException {
    Transaction transaction = traffic.next();
    long begun = System.nanoTime();
    Map<String, Long> changed = runner.apply(transaction);
    long applied = System.nanoTime();
    connection.commit();
    long committed = System.nanoTime();
    times.whole().add(committed - begun);
    times.commit().add(committed - applied);
    return changed;
  }

  @Override
  public void close() throws SQLException {
    runner.close();
  }
}
