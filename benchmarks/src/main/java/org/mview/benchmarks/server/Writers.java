package org.mview.benchmarks.server;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.mview.benchmarks.commit.Shop;
import org.mview.benchmarks.database.PostgresDatabase;
import org.mview.benchmarks.database.Script;
import org.mview.benchmarks.paired.Clock;
import org.mview.benchmarks.paired.Comparison;
import org.mview.benchmarks.paired.Effort;
import org.mview.benchmarks.paired.Subject;
import org.mview.benchmarks.paired.Variant;

/** Several connections that write at a time, each into a group of its own of one view ON COMMIT. */
public final class Writers implements Subject {
  private static final String VIEW =
      "CREATE MATERIALIZED VIEW sales REFRESH FAST ON COMMIT AS " + Shop.BY_CUSTOMER;

  private static final String UPDATE =
      "UPDATE orders SET amount = amount + 1 WHERE id = (SELECT MIN(id) FROM orders WHERE customer = %s)";

  private final List<Connection> connections = new ArrayList<>();
  private final List<PreparedStatement> updates = new ArrayList<>();
  private final ExecutorService threads;

  private Writers(int writers, boolean withView) throws SQLException {
    PostgresDatabase database = OnPostgres.shop();
    threads = Executors.newFixedThreadPool(writers);
    try (Connection connection = database.mview()) {
      if (withView) {
        Script.run(connection, VIEW);
      }
      Script.run(connection, "CREATE INDEX by_customer ON orders (customer, id)", "VACUUM ANALYZE");
    }
    for (int writer = 1; writer <= writers; writer++) {
      Connection connection = withView ? database.mview() : database.raw();
      connection.setAutoCommit(false);
      connections.add(connection);
      updates.add(connection.prepareStatement(UPDATE.formatted(writer)));
    }
  }

  /** The time of a transaction, by how many write, without a view and with one. */
  public static List<Comparison> comparisons() {
    return List.of(
        comparison("writers-raw", "without a view", false),
        comparison("writers", "with a view ON COMMIT", true));
  }

  private static Comparison comparison(String name, String what, boolean withView) {
    return new Comparison(
        OnPostgres.NAME + name,
        "update of one row, and commit, %s, by several writers; on the wall".formatted(what),
        Effort.SERVED,
        IntStream.of(1, 2, 4, 8).mapToObj(writers -> variant(writers, withView)).toList());
  }

  private static Variant variant(int writers, boolean withView) {
    String name = writers == 1 ? "1 writer" : writers + " writers";
    return writers == 8 && withView
        ? Variant.within(1.0 / 3, name, workspace -> new Writers(writers, true))
        : Variant.of(name, workspace -> new Writers(writers, withView));
  }

  @Override
  public void run(int operations) throws SQLException {
    int writers = connections.size();
    List<Future<?>> running = new ArrayList<>();
    for (int writer = 0; writer < writers; writer++) {
      int own = (operations + writer) / writers; // all of them together do all operations
      int at = writer;
      running.add(threads.submit(() -> write(at, own)));
    }
    for (Future<?> future : running) {
      await(future);
    }
  }

  private Void write(int writer, int operations) throws SQLException {
    for (int i = 0; i < operations; i++) {
      updates.get(writer).executeUpdate();
      connections.get(writer).commit();
    }
    return null;
  }

  private static void await(Future<?> future) throws SQLException {
    try {
      future.get();
    } catch (ExecutionException e) {
      throw new SQLException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLException(e);
    }
  }

  /** Others' processors do the work, and waiting for each other counts. */
  @Override
  public long cpu(Clock clock) {
    return clock.wall();
  }

  @Override
  public void close() throws SQLException {
    threads.shutdown();
    for (Connection connection : connections) {
      connection.close();
    }
  }
}
