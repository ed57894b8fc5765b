package org.mview.session;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * One per connection: where statements and the ends of transactions come in.
 *
 * <p>As with a connection, one call at a time.
 */
public final class Session {
  private Session() {}

  /**
   * Opens the session of a connection that the real driver has just opened.
   *
   * @param real the connection of the real driver; it stays the caller's to close
   */
  public static Session open(Connection real, Options options) throws SQLException {
    return new Session();
  }

  /** What this text is to us; no statement is sent to the database. */
  public Verdict classify(String sql) {
    return Verdict.PASS;
  }

  /**
   * The number of times that our knowledge of the views has changed; a verdict is good as long as
   * this stays the same.
   */
  public int epoch() {
    return 0;
  }

  /** Runs a statement of the application that is watched, with what has to happen around it. */
  public <T> T run(Verdict.Watched watched, SqlCall<T> statement) throws SQLException {
    return statement.run();
  }

  /**
   * Carries out a statement of ours.
   *
   * @param parameters values bound to the parameters of the text, by position from 1
   */
  public Outcome carryOut(Verdict.Ours ours, Map<Integer, Object> parameters) throws SQLException {
    return Outcome.DONE;
  }

  /** Commits: brings the views ON COMMIT up to date, then makes the real commit. */
  public void commit(SqlAction realCommit) throws SQLException {
    realCommit.run();
  }

  /** Rolls back, all or to a savepoint. */
  public void rollback(SqlAction realRollback) throws SQLException {
    realRollback.run();
  }

  /** Switches autocommit; switching it on commits an open transaction. */
  public void setAutoCommit(boolean on, SqlAction realSwitch) throws SQLException {
    realSwitch.run();
  }

  /** Ends the session, before the real connection is closed. Never fails. */
  public void close() {}

  /**
   * Warnings for the connection that came up since the last call, outside any statement of ours.
   */
  public List<Outcome.Warning> takeWarnings() {
    return List.of();
  }
}
