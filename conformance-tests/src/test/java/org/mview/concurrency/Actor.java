package org.mview.concurrency;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A connection with a thread of its own, which does one step after the other. */
final class Actor implements AutoCloseable {
  static final String DONE = "done";
  static final String BLOCKED = "blocked";

  private static final int LOOK_AFTER_MILLIS = 30;
  private static final int LONGEST_SECONDS = 30;

  private static final String WAITS =
      "SELECT 1 FROM pg_stat_activity WHERE pid = %s AND wait_event_type = 'Lock'";

  private final String name;
  private final Connection connection;
  private final Connection watcher;
  private final String process;
  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private @Nullable Future<String> running;

  /**
   * An actor.
   *
   * @param watcher another connection, which sees whether this one waits
   */
  Actor(String name, Connection connection, Connection watcher) throws SQLException {
    this.name = name;
    this.connection = connection;
    this.watcher = watcher;
    this.process = Sql.rows(connection, "SELECT pg_backend_pid()").get(0);
  }

  /** Begins a step; answers what became of it, or that it waits for others. */
  String begin(String sql) throws SQLException, InterruptedException {
    if (running != null) {
      throw new IllegalStateException(name + " still waits, and cannot do: " + sql);
    }
    running = thread.submit(() -> run(sql));
    return look();
  }

  /** What became of its step by now, or that it waits for others. */
  String look() throws SQLException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
    while (System.nanoTime() < end) {
      String answer = answer(LOOK_AFTER_MILLIS, TimeUnit.MILLISECONDS);
      if (!answer.equals(BLOCKED) || !Sql.rows(watcher, WAITS.formatted(process)).isEmpty()) {
        return answer;
      }
    }
    throw new IllegalStateException(name + " neither ends nor waits for anybody");
  }

  /** What became of the step that has waited. */
  String join() throws InterruptedException {
    return answer(LONGEST_SECONDS, TimeUnit.SECONDS);
  }

  boolean isBusy() {
    return running != null;
  }

  private String answer(int patience, TimeUnit unit) throws InterruptedException {
    Future<String> step = running;
    if (step == null) {
      throw new IllegalStateException(name + " does nothing");
    }
    try {
      String answer = step.get(patience, unit);
      running = null;
      return answer;
    } catch (TimeoutException e) {
      return BLOCKED;
    } catch (ExecutionException e) {
      throw new IllegalStateException(name, e);
    }
  }

  private String run(String sql) {
    try {
      Sql.execute(connection, sql);
      return DONE;
    } catch (SQLException e) {
      return e.getSQLState() + " " + e.getMessage();
    }
  }

  @Override
  public void close() throws SQLException {
    thread.shutdownNow();
    connection.close();
  }
}
