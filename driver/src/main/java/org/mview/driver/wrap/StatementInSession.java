package org.mview.driver.wrap;

import static org.mview.driver.wrap.ErrorTranslation.translated;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mview.command.Outcome;
import org.mview.error.MViewError;
import org.mview.session.SqlCall;
import org.mview.session.Verdict;

/**
 * A statement, as to what happens in an execution and what it leaves behind.
 *
 * <p>Texts that are nothing to us do not come by here: the execution methods forward them. What is
 * watched runs inside the session. What is ours never reaches the driver; until the next execution
 * the statement then answers from what the session made of it.
 */
abstract class StatementInSession extends ForwardingStatement {
  final MViewConnection connection;
  private @Nullable MViewResultSet results;
  private @Nullable MViewResultSet keys;
  private @Nullable Answer answer;
  private volatile boolean inSession;

  /** Whether what this statement does in autocommit ends only when its rows have been read. */
  private boolean waits;

  StatementInSession(MViewConnection connection, Statement real) {
    super(real);
    this.connection = connection;
  }

  // Execution

  /** Begins an execution: what a statement of ours left behind is over. */
  final Verdict begin(Verdict verdict) throws SQLException {
    answer = null;
    if (waits) {
      closeResults();
      resultsEnded();
    }
    return verdict;
  }

  /**
   * Runs a statement that may be something to us.
   *
   * @param answerOfOurs what to answer when it is one of ours, which is then carried out
   */
  final <T> T executed(Verdict verdict, T answerOfOurs, SqlCall<T> statement) throws SQLException {
    if (verdict instanceof Verdict.Ours ours) {
      carryOutWithoutRows(ours, Map.of());
      return answerOfOurs;
    }
    return verdict instanceof Verdict.Watched watched
        ? watched(watched, statement)
        : statement.run();
  }

  /** The same, whether it answers with rows or not: whether it does. */
  final boolean executedAny(Verdict verdict, SqlCall<Boolean> statement) throws SQLException {
    if (verdict instanceof Verdict.Ours ours) {
      return carryOut(ours, Map.of()).rows().isPresent();
    }
    return executed(verdict, false, statement);
  }

  private <T> T watched(Verdict.Watched watched, SqlCall<T> statement) throws SQLException {
    T result = inSession(() -> connection.run(watched, statement));
    waits = connection.waits();
    return result;
  }

  /** The last rows of this statement have been read, or nobody wants them any more. */
  final void resultsEnded() throws SQLException {
    if (waits) {
      waits = false;
      connection.resultsClosed();
    }
  }

  @Override
  public void close() throws SQLException {
    real.close();
    resultsEnded();
  }

  /** Runs a query that may be something to us. */
  final ResultSet queried(Verdict verdict, SqlCall<ResultSet> query) throws SQLException {
    return verdict instanceof Verdict.Ours ours
        ? rowsOf(ours, Map.of())
        : executed(verdict, null, query);
  }

  /** Carries out a statement of ours for its rows; one that has none is not carried out. */
  final ResultSet rowsOf(Verdict.Ours ours, Map<Integer, @Nullable Object> parameters)
      throws SQLException {
    if (!ours.command().returnsRows()) {
      throw translated(MViewError.RETURNS_NO_ROWS.of());
    }
    carryOut(ours, parameters);
    return real.getResultSet();
  }

  /** Carries out a statement of ours that must not have rows; one that has is not carried out. */
  final Outcome carryOutWithoutRows(Verdict.Ours ours, Map<Integer, @Nullable Object> parameters)
      throws SQLException {
    if (ours.command().returnsRows()) {
      throw translated(MViewError.RETURNS_ROWS.of());
    }
    return carryOut(ours, parameters);
  }

  final Outcome carryOut(Verdict.Ours ours, Map<Integer, @Nullable Object> parameters)
      throws SQLException {
    if (real.isClosed()) {
      throw translated(MViewError.STATEMENT_CLOSED.of());
    }
    real.clearWarnings();
    closeResults();
    answer = Answer.nothing();
    Outcome outcome = inSession(() -> connection.carryOut(ours, parameters));
    if (outcome.rows().isPresent()) {
      real.execute(outcome.rows().get());
    }
    answer = new Answer(outcome);
    return outcome;
  }

  /** An execution closes what the one before left open: an open cursor may hold a lock. */
  private void closeResults() throws SQLException {
    ResultSet open = results == null && waits ? getResultSet() : results;
    if (open != null) {
      open.close();
      results = null;
    }
  }

  private <T> T inSession(SqlCall<T> call) throws SQLException {
    inSession = true;
    try {
      return call.run();
    } finally {
      inSession = false;
    }
  }

  /** What runs may be a statement of the session, on a statement object that nobody else has. */
  @Override
  public void cancel() throws SQLException {
    real.cancel();
    if (inSession) {
      connection.cancelSession();
    }
  }

  // Results

  /** A closed statement fails, or has none, as the driver sees fit. */
  @Override
  public @Nullable Connection getConnection() throws SQLException {
    return real.getConnection() == null ? null : connection;
  }

  /** The application's side of a result set of this statement, the same one for the same one. */
  final @Nullable ResultSet resultSet(@Nullable ResultSet found) {
    results = known(results, found);
    return results;
  }

  private @Nullable MViewResultSet known(
      @Nullable MViewResultSet known, @Nullable ResultSet found) {
    if (found == null) {
      return null;
    }
    return known != null && known.isOver(found)
        ? known
        : MViewResultSet.of(connection, this, found);
  }

  /** What answers instead of the real statement, which has results only where there are rows. */
  private @Nullable Answer counts() {
    Answer left = answer;
    return left == null || left.isRows() ? null : left;
  }

  @Override
  public @Nullable ResultSet getResultSet() throws SQLException {
    return counts() == null ? resultSet(real.getResultSet()) : null;
  }

  @Override
  public @Nullable ResultSet getGeneratedKeys() throws SQLException {
    keys = known(keys, answer == null ? real.getGeneratedKeys() : NoRows.of(real));
    return keys;
  }

  @Override
  public int getUpdateCount() throws SQLException {
    Answer counts = counts();
    return counts == null ? real.getUpdateCount() : counts.updateCount();
  }

  @Override
  public long getLargeUpdateCount() throws SQLException {
    Answer counts = counts();
    return counts == null ? real.getLargeUpdateCount() : counts.updateCount();
  }

  @Override
  public boolean getMoreResults() throws SQLException {
    Answer counts = counts();
    return counts == null ? real.getMoreResults() : counts.moveOn();
  }

  @Override
  public boolean getMoreResults(int current) throws SQLException {
    Answer counts = counts();
    return counts == null ? real.getMoreResults(current) : counts.moveOn();
  }

  @Override
  public @Nullable SQLWarning getWarnings() throws SQLException {
    SQLWarning drivers = real.getWarnings();
    return answer == null ? drivers : answer.warningsAfter(drivers);
  }

  @Override
  public void clearWarnings() throws SQLException {
    real.clearWarnings();
    if (answer != null) {
      answer.clearWarnings();
    }
  }
}
