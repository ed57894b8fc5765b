package org.mview.session;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mview.command.Options;
import org.mview.command.Outcome;
import org.mview.statement.FreshRead;

/**
 * A session that is opened when there is something to ask it. Until then nothing is read of the
 * database, and nothing is loaded that reads it: a connection that only queries opens as fast as
 * without us.
 *
 * <p>It is open before any transaction of the application begins. To look for views inside one
 * would begin its reading earlier than the application does, and in between another connection may
 * write: then the application's own first statement would fail.
 */
final class SessionOnDemand implements Session {
  private final Sessions sessions;
  private final Connection real;
  private final Options options;
  private final Optional<Siblings> siblings;
  private volatile @Nullable Session opened;

  SessionOnDemand(
      Sessions sessions, Connection real, Options options, Optional<Siblings> siblings) {
    this.sessions = sessions;
    this.real = real;
    this.options = options;
    this.siblings = siblings;
  }

  private Session open() throws SQLException {
    Session session = opened;
    if (session == null) {
      session = sessions.openNow(real, options, siblings);
      opened = session;
    }
    return session;
  }

  @Override
  public Verdict classify(String sql) throws SQLException {
    return opened == null && FirstKeyword.readsOnly(sql) ? Verdict.PASS : open().classify(sql);
  }

  @Override
  public String read(String sql) throws SQLException {
    return FreshRead.mayBeIn(sql) ? open().read(sql) : sql;
  }

  @Override
  public int epoch() throws SQLException {
    Session session = opened;
    return session == null ? 0 : session.epoch();
  }

  @Override
  public <T> T run(Verdict.Watched watched, SqlCall<T> statement) throws SQLException {
    return open().run(watched, statement);
  }

  @Override
  public long changedRows(String sql, long counted) throws SQLException {
    return open().changedRows(sql, counted);
  }

  @Override
  public Outcome carryOut(Verdict.Ours ours, Map<Integer, @Nullable Object> parameters)
      throws SQLException {
    return open().carryOut(ours, parameters);
  }

  @Override
  public void cancel() throws SQLException {
    Session session = opened;
    if (session != null) {
      session.cancel();
    }
  }

  @Override
  public void commit(SqlAction realCommit) throws SQLException {
    open().commit(realCommit);
  }

  @Override
  public void rollback(SqlAction realRollback) throws SQLException {
    open().rollback(realRollback);
  }

  @Override
  public void rollbackToSavepoint(SqlAction realRollback) throws SQLException {
    open().rollbackToSavepoint(realRollback);
  }

  @Override
  public void setAutoCommit(boolean on, SqlAction realSwitch) throws SQLException {
    open().setAutoCommit(on, realSwitch);
  }

  @Override
  public void enterBranch() throws SQLException {
    open().enterBranch();
  }

  @Override
  public void leaveBranch() {
    Session session = opened;
    if (session != null) {
      session.leaveBranch();
    }
  }

  @Override
  public void branchCommitted() throws SQLException {
    open().branchCommitted();
  }

  @Override
  public void setTransactionIsolation(SqlAction realSwitch) throws SQLException {
    if (opened == null && real.getAutoCommit()) {
      realSwitch.run();
    } else {
      open().setTransactionIsolation(realSwitch);
    }
  }

  @Override
  public boolean waits() {
    Session session = opened;
    return session != null && session.waits();
  }

  @Override
  public void resultsClosed() throws SQLException {
    Session session = opened;
    if (session != null) {
      session.resultsClosed();
    }
  }

  @Override
  public void close() {
    Session session = opened;
    if (session != null) {
      session.close();
    }
  }

  @Override
  public List<Outcome.Warning> takeWarnings() {
    Session session = opened;
    return session == null ? List.of() : session.takeWarnings();
  }
}
