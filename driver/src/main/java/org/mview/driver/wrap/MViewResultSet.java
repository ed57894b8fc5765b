package org.mview.driver.wrap;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.mview.session.SqlAction;
import org.mview.session.Verdict;

/** The application's result set: a change made through it is a change of a table. */
public class MViewResultSet extends ForwardingResultSet {
  private static final Mixins<Maker> MAKERS =
      new Mixins<>(MViewResultSet.class, Maker.class, MViewResultSet::new);
  private static final Verdict.Watched CHANGES_ROWS =
      new Verdict.Watched(Verdict.Effect.CHANGES_ROWS);

  private final MViewConnection connection;
  private @Nullable Statement statement;

  /** Calls the constructor. */
  @FunctionalInterface
  public interface Maker {
    /** A wrapper that also has what the real result set has. */
    MViewResultSet make(MViewConnection connection, @Nullable Statement statement, ResultSet real);
  }

  protected MViewResultSet(
      MViewConnection connection, @Nullable Statement statement, ResultSet real) {
    super(real);
    this.connection = connection;
    this.statement = statement;
  }

  /** A result set of a statement of the application. */
  static MViewResultSet of(MViewConnection connection, Statement statement, ResultSet real) {
    return MAKERS.over(real).make(connection, statement, real);
  }

  /** A result set that the driver made with a statement of its own, or with none. */
  static MViewResultSet of(MViewConnection connection, ResultSet real) {
    return MAKERS.over(real).make(connection, null, real);
  }

  @SuppressWarnings("ReferenceEquality") // it is about the object, not about what it holds
  final boolean isOver(ResultSet found) {
    return real == found;
  }

  @Override
  public @Nullable Statement getStatement() throws SQLException {
    Statement found = real.getStatement(); // fails when the result set is closed
    if (found != null && statement == null) {
      statement = statementOfDriver(found);
    }
    return found == null ? null : statement;
  }

  private Statement statementOfDriver(Statement found) throws SQLException {
    if (found instanceof CallableStatement callable) {
      return MViewCallableStatement.of(connection, callable, new Text(connection, ""));
    }
    return found instanceof PreparedStatement prepared
        ? MViewPreparedStatement.of(connection, prepared, new Text(connection, ""))
        : MViewStatement.of(connection, found);
  }

  /** Behind the last row, a statement in autocommit has done all that it does. */
  @Override
  public boolean next() throws SQLException {
    boolean more = real.next();
    if (!more) {
      ended();
    }
    return more;
  }

  @Override
  public void close() throws SQLException {
    real.close();
    ended();
  }

  private void ended() throws SQLException {
    if (statement instanceof StatementInSession ours) {
      ours.resultsEnded();
    }
  }

  @Override
  public void insertRow() throws SQLException {
    changesRows(real::insertRow);
  }

  @Override
  public void updateRow() throws SQLException {
    changesRows(real::updateRow);
  }

  @Override
  public void deleteRow() throws SQLException {
    changesRows(real::deleteRow);
  }

  private void changesRows(SqlAction change) throws SQLException {
    connection.run(
        CHANGES_ROWS,
        () -> {
          change.run();
          return null;
        });
  }
}
