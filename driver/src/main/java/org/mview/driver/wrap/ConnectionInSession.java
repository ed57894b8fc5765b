package org.mview.driver.wrap;

import static org.mview.driver.wrap.ErrorTranslation.translated;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Savepoint;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mview.command.Outcome;
import org.mview.error.MViewException;
import org.mview.session.Session;
import org.mview.session.SqlCall;
import org.mview.session.Verdict;

/** A connection, as to its session: transactions, warnings, and what statements ask of it. */
abstract class ConnectionInSession extends ForwardingConnection {
  private final Session session;
  private final Warnings warnings = new Warnings();

  ConnectionInSession(Connection real, Session session) {
    super(real);
    this.session = session;
  }

  // What the statements ask

  /** What the text is; the driver has its own word for none, so that is nothing to us. */
  final Verdict classify(@Nullable String sql) throws SQLException {
    try {
      return sql == null ? Verdict.PASS : session.classify(sql);
    } catch (MViewException error) {
      throw translated(error);
    }
  }

  /** The text to run for one of the application; for none, the driver has its own word. */
  final @Nullable String read(@Nullable String sql) throws SQLException {
    try {
      return sql == null ? null : session.read(sql);
    } catch (MViewException error) {
      throw translated(error);
    }
  }

  final int epoch() throws SQLException {
    return session.epoch();
  }

  final <T> T run(Verdict.Watched watched, SqlCall<T> statement) throws SQLException {
    return translated(() -> session.run(watched, statement));
  }

  /** How many rows a text has changed, without those that triggers of ours have. */
  final long changedRows(String sql, long counted) throws SQLException {
    try {
      return session.changedRows(sql, counted);
    } catch (MViewException error) {
      throw translated(error);
    }
  }

  final Outcome carryOut(Verdict.Ours ours, Map<Integer, @Nullable Object> parameters)
      throws SQLException {
    return translated(() -> session.carryOut(ours, parameters));
  }

  /** Whether the statement that was run last ends only when its rows have been read. */
  final boolean waits() {
    return session.waits();
  }

  final void resultsClosed() throws SQLException {
    translated(session::resultsClosed);
  }

  final void cancelSession() throws SQLException {
    translated(session::cancel);
  }

  // Transactions

  @Override
  public void commit() throws SQLException {
    translated(() -> session.commit(real::commit));
  }

  @Override
  public void rollback() throws SQLException {
    translated(() -> session.rollback(real::rollback));
  }

  @Override
  public void rollback(Savepoint savepoint) throws SQLException {
    translated(() -> session.rollbackToSavepoint(() -> real.rollback(savepoint)));
  }

  @Override
  public void setAutoCommit(boolean on) throws SQLException {
    translated(() -> session.setAutoCommit(on, () -> real.setAutoCommit(on)));
  }

  @Override
  public void setTransactionIsolation(int level) throws SQLException {
    translated(() -> session.setTransactionIsolation(() -> real.setTransactionIsolation(level)));
  }

  /** What follows is part of a branch of a distributed transaction. */
  final void enterBranch() throws SQLException {
    translated(session::enterBranch);
  }

  /** The branch is over here, without being committed. */
  final void leaveBranch() {
    session.leaveBranch();
  }

  /** A branch has been committed: brings the views ON COMMIT up to date. */
  final void branchCommitted() throws SQLException {
    translated(session::branchCommitted);
  }

  /** Ends the session of a handle that the real driver closes by itself. */
  final void leaveSession() {
    session.close();
  }

  @Override
  public void close() throws SQLException {
    session.close();
    real.close();
  }

  // Warnings

  @Override
  public @Nullable SQLWarning getWarnings() throws SQLException {
    SQLWarning drivers = real.getWarnings();
    warnings.add(session.takeWarnings());
    return warnings.after(drivers);
  }

  @Override
  public void clearWarnings() throws SQLException {
    real.clearWarnings();
    session.takeWarnings();
    warnings.clear();
  }
}
