package org.mview.cli.script;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mview.cli.output.Complaints;
import org.mview.cli.output.ResultFormat;
import org.mview.cli.output.ResultRows;
import org.mview.cli.output.Summary;

/** Runs a statement and writes all its results. One statement at a time. */
public final class StatementRunner {
  /**
   * Statements whose update count means something. After others some drivers answer with that of
   * the statement before.
   */
  private static final Pattern CHANGES_ROWS =
      Pattern.compile(
          "(?:\\s|--[^\n]*\n|/\\*.*?\\*/)*(INSERT|UPDATE|DELETE|MERGE|REPLACE|UPSERT|WITH)\\b",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private final Connection connection;
  private final Output output;
  private final Waiting waiting;
  private final AtomicReference<@Nullable Statement> running = new AtomicReference<>();
  private volatile boolean cancelled;

  /** Where results, what is said about them, and warnings go. */
  public record Output(
      PrintWriter out, ResultFormat format, Summary summary, Complaints complaints) {}

  /** A runner of statements on this connection, which stays the caller's to close. */
  public StatementRunner(Connection connection, Output output) {
    this(connection, output, Waiting.NOBODY);
  }

  /** One that tells somebody while a statement runs. */
  public StatementRunner(Connection connection, Output output, Waiting waiting) {
    this.connection = connection;
    this.output = output;
    this.waiting = waiting;
  }

  /**
   * Runs it to its last row.
   *
   * @throws SQLException the driver's; rows read until then have been written
   */
  public void run(String sql) throws SQLException {
    cancelled = false;
    try (Statement statement = connection.createStatement()) {
      running.set(statement);
      results(statement, sql);
      output.complaints().warnings(statement.getWarnings());
      output.complaints().warnings(connection.getWarnings());
      connection.clearWarnings();
    } catch (RuntimeException e) {
      // A driver's defect: it fails the statement, not the script or the shell around it.
      throw new SQLException("the driver failed: " + e, e);
    } finally {
      running.set(null);
    }
  }

  /** Asks the database to give up the statement that runs; from any thread. */
  public void cancel() throws SQLException {
    cancelled = true;
    Statement statement = running.get();
    if (statement != null) {
      statement.cancel();
    }
  }

  private void results(Statement statement, String sql) throws SQLException {
    long begun = System.nanoTime();
    boolean rows = answered(statement, sql);
    boolean first = true;
    while (true) {
      int updateCount = rows ? 0 : statement.getUpdateCount();
      if (updateCount < 0 && !first) {
        return;
      }
      String what = rows ? written(statement) : changed(sql, updateCount);
      output.summary().say(what, Duration.ofNanos(System.nanoTime() - begun));
      first = false;
      rows = statement.getMoreResults();
    }
  }

  private boolean answered(Statement statement, String sql) throws SQLException {
    Waiting.Wait wait = waiting.begin(sql);
    try {
      return statement.execute(sql);
    } finally {
      wait.close();
    }
  }

  private String written(Statement statement) throws SQLException {
    try (ResultSet rows = statement.getResultSet()) {
      long count = ResultRows.write(rows, output.format(), output.out(), () -> cancelled);
      return count == 1 ? "1 row" : String.format(Locale.ROOT, "%,d rows", count);
    }
  }

  private static String changed(String sql, int count) {
    Matcher matcher = CHANGES_ROWS.matcher(sql);
    if (count < 0 || !matcher.lookingAt()) {
      return "done";
    }
    return count == 1 ? "1 row changed" : String.format(Locale.ROOT, "%,d rows changed", count);
  }
}
