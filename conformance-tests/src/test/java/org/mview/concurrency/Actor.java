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
import org.mview.conformance.Sql;

/** A connection with a thread of its own, which does one step after the other. */
final class Actor implements AutoCloseable {
  static final String DONE = "done";
  static final String BLOCKED = "blocked";

  private static final int LONGEST_SECONDS = 30;

  private final String name;
  private final Connection connection;
  private final Connection watcher;
  private final ScriptIdiom idiom;
  private final String process;
  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private @Nullable Future<String> running;

  /**
   * An actor.
   *
   * @param watcher another connection, which sees whether this one waits
   */
  Actor(String name, Connection connection, Connection watcher, ScriptIdiom idiom)
      throws SQLException {
    this.name = name;
    this.connection = connection;
    this.watcher = watcher;
    this.idiom = idiom;
    this.process = Sql.rows(connection, idiom.process()).get(0);
    for (String sql : idiom.setup()) {
      Sql.execute(connection, sql);
    }
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
      String answer = answer(idiom.lookAfterMillis(), TimeUnit.MILLISECONDS);
      if (!answer.equals(BLOCKED)
          || idiom.waits().isEmpty()
          || !Sql.rows(watcher, idiom.waits().formatted(process)).isEmpty()) {
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
      for (String statement : idiom.said(sql)) {
        Sql.execute(connection, statement);
      }
      return DONE;
    } catch (SQLException e) {
      return "%s %s, because of %s".formatted(e.getSQLState(), e.getMessage(), e.getCause());
    }
  }

  @Override
  public void close() throws SQLException {
    thread.shutdownNow();
    if (isBusy()) {
      connection.abort(Runnable::run); // to close it would wait, too
    } else {
      connection.close();
    }
  }
}
