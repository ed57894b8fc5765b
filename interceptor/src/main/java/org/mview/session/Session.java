package org.mview.session;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mview.command.Outcome;

/**
 * One per connection: where statements and the ends of transactions come in.
 *
 * <p>As with a connection, one call at a time; only {@link #cancel()} may come from any thread.
 */
public interface Session {
  /**
   * What this text is to us.
   *
   * @throws org.mview.error.MViewException when it is ours and not valid, or changes what only we
   *     may change
   */
  Verdict classify(String sql) throws SQLException;

  /**
   * The text to run for one of the application: the same, unless it asks for rows that have to be
   * computed.
   *
   * @throws org.mview.error.MViewException when they cannot be computed now
   */
  String read(String sql) throws SQLException;

  /**
   * The number of times that our knowledge of the views has changed; a verdict is good as long as
   * this stays the same.
   */
  int epoch() throws SQLException;

  /** Runs a statement of the application that is watched, with what has to happen around it. */
  <T> T run(Verdict.Watched watched, SqlCall<T> statement) throws SQLException;

  /**
   * How many rows a text of the application has changed, without those that triggers of ours have:
   * some drivers count them.
   *
   * @param counted by the driver, just now
   */
  long changedRows(String sql, long counted) throws SQLException;

  /**
   * Carries out a statement of ours.
   *
   * @param parameters values bound to the parameters of the text, by position from 1: null where
   *     NULL was bound, absent where nothing was (the driver has then seen to it that it is an OUT
   *     parameter)
   */
  Outcome carryOut(Verdict.Ours ours, Map<Integer, @Nullable Object> parameters)
      throws SQLException;

  /**
   * Asks the statement of ours that is being carried out, or the one around the application's own,
   * to stop. Called from any thread; does nothing when there is none.
   */
  void cancel() throws SQLException;

  /** Commits: brings the views ON COMMIT up to date, then makes the real commit. */
  void commit(SqlAction realCommit) throws SQLException;

  /** Rolls back all. */
  void rollback(SqlAction realRollback) throws SQLException;

  /** Rolls back to a savepoint: the transaction goes on. */
  void rollbackToSavepoint(SqlAction realRollback) throws SQLException;

  /** Switches autocommit; switching it on commits an open transaction. */
  void setAutoCommit(boolean on, SqlAction realSwitch) throws SQLException;

  /**
   * What follows is part of a branch of a distributed transaction, which somebody else ends: until
   * then nothing is refreshed, and statements of ours are refused. Called before the branch begins.
   */
  void enterBranch() throws SQLException;

  /** The branch is no longer this connection's: prepared, rolled back, or it did not begin. */
  void leaveBranch();

  /**
   * A branch has been committed, on this connection or another: brings the views ON COMMIT up to
   * date in a transaction of its own. A refresh that fails is a warning, as nothing can be undone,
   * and what is pending stays so for the next commit.
   *
   * @throws SQLException when the database cannot be asked what views there are
   */
  void branchCommitted() throws SQLException;

  /** Gives the session another isolation level. */
  void setTransactionIsolation(SqlAction realSwitch) throws SQLException;

  /**
   * Whether the statement that was run last answers with rows in autocommit, so that it ends, and
   * with it the transaction that we put around it, only when {@link #resultsClosed} is called.
   */
  boolean waits();

  /** The application has read, or closed, the rows of the statement for which the session waits. */
  void resultsClosed() throws SQLException;

  /**
   * Ends the session, before the real connection is closed. Never fails, and does nothing when it
   * has been called before.
   */
  void close();

  /**
   * Warnings for the connection that came up since the last call, outside any statement of ours.
   */
  List<Outcome.Warning> takeWarnings();
}
