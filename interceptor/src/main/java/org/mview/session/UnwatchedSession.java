package org.mview.session;

import static org.mview.error.MViewError.NOT_SUPPORTED;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mview.command.Outcome;
import org.mview.statement.Candidate;
import org.mview.statement.Command;
import org.mview.statement.CommandParser;
import org.mview.statement.LexicalRules;

/** The session of a database that cannot have views: every statement is the application's own. */
final class UnwatchedSession implements Session {
  private final String database;

  /**
   * A session without views.
   *
   * @param database the name of the database, for messages
   */
  UnwatchedSession(String database) {
    this.database = database;
  }

  @Override
  public Verdict classify(String sql) {
    if (CommandParser.mayBeOurs(sql)) {
      Optional<Command> command = new CommandParser(LexicalRules.STANDARD).parse(sql);
      if (command.isPresent() && !(command.get() instanceof Candidate)) {
        throw NOT_SUPPORTED.of(
            "a materialized view on " + database,
            "this version knows SQLite, H2 from 2.5 and HSQLDB from 2.7 in their own modes, DuckDB from "
                + "2.0, PostgreSQL from 15, MySQL from 8.0 and MariaDB from 10.6");
      }
    }
    return Verdict.PASS;
  }

  @Override
  public String read(String sql) {
    return sql;
  }

  @Override
  public int epoch() {
    return 0;
  }

  @Override
  public <T> T run(Verdict.Watched watched, SqlCall<T> statement) throws SQLException {
    return statement.run();
  }

  @Override
  public long changedRows(String sql, long counted) {
    return counted;
  }

  @Override
  public Outcome carryOut(Verdict.Ours ours, Map<Integer, @Nullable Object> parameters) {
    return Outcome.DONE;
  }

  @Override
  public void cancel() {}

  @Override
  public void commit(SqlAction realCommit) throws SQLException {
    realCommit.run();
  }

  @Override
  public void rollback(SqlAction realRollback) throws SQLException {
    realRollback.run();
  }

  @Override
  public void rollbackToSavepoint(SqlAction realRollback) throws SQLException {
    realRollback.run();
  }

  @Override
  public void setAutoCommit(boolean on, SqlAction realSwitch) throws SQLException {
    realSwitch.run();
  }

  @Override
  public void enterBranch() {}

  @Override
  public void leaveBranch() {}

  @Override
  public void branchCommitted() {}

  @Override
  public void setTransactionIsolation(SqlAction realSwitch) throws SQLException {
    realSwitch.run();
  }

  @Override
  public boolean waits() {
    return false;
  }

  @Override
  public void resultsClosed() {}

  @Override
  public void close() {}

  @Override
  public List<Outcome.Warning> takeWarnings() {
    return List.of();
  }
}
