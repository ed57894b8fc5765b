package org.mview.driver.wrap;

import static org.mview.driver.wrap.ErrorTranslation.translated;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.mview.command.Options;
import org.mview.error.MViewException;
import org.mview.session.JobSession;
import org.mview.session.Session;
import org.mview.session.Sessions;
import org.mview.session.Siblings;
import org.mview.session.SqlCall;

/**
 * The application's connection: statements and the ends of transactions go to the session first.
 */
public class MViewConnection extends ConnectionInSession {
  private static final Mixins<Maker> MAKERS =
      new Mixins<>(MViewConnection.class, Maker.class, MViewConnection::new);

  /**
   * One for all drivers and data sources, so that what one connection changes of the views of a
   * database all others of this process know at once.
   */
  private static final Sessions SESSIONS = new Sessions();

  private @Nullable MViewDatabaseMetaData metaData;

  /** Calls the constructor. */
  @FunctionalInterface
  public interface Maker {
    /** A wrapper that also has what the real connection has. */
    MViewConnection make(Connection real, Session session);
  }

  protected MViewConnection(Connection real, Session session) {
    super(real, session);
  }

  /** The application's side of a connection whose session is open. */
  public static MViewConnection of(Connection real, Session session) {
    return MAKERS.over(real).make(real, session);
  }

  /**
   * Opens the session of a real connection.
   *
   * @throws SQLException when the session cannot be opened; the real connection is closed then
   */
  public static MViewConnection open(Connection real, Options options) throws SQLException {
    return open(real, () -> SESSIONS.open(real, options));
  }

  /**
   * The same of a connection of which more can be opened.
   *
   * @param siblings where they come from
   */
  public static MViewConnection open(Connection real, Options options, Siblings siblings)
      throws SQLException {
    return open(real, () -> SESSIONS.open(real, options, siblings));
  }

  private static MViewConnection open(Connection real, SqlCall<Session> session)
      throws SQLException {
    try {
      return of(real, session.run());
    } catch (MViewException error) {
      SQLException failure = translated(error);
      closeAfter(failure, real);
      throw failure;
    } catch (SQLException | RuntimeException failure) {
      closeAfter(failure, real);
      throw failure;
    }
  }

  /** Opens a session in which jobs run; it closes the real connection. */
  public static JobSession openForJobs(Connection real, Options options) throws SQLException {
    try {
      return SESSIONS.openForJobs(real, options);
    } catch (SQLException | RuntimeException failure) {
      closeAfter(failure, real);
      throw failure;
    }
  }

  private static void closeAfter(Exception failure, Connection real) {
    try {
      real.close();
    } catch (SQLException another) {
      failure.addSuppressed(another);
    }
  }

  // Statements

  @Override
  public Statement createStatement() throws SQLException {
    return MViewStatement.of(this, real.createStatement());
  }

  @Override
  public Statement createStatement(int type, int concurrency) throws SQLException {
    return MViewStatement.of(this, real.createStatement(type, concurrency));
  }

  @Override
  public Statement createStatement(int type, int concurrency, int holdability) throws SQLException {
    return MViewStatement.of(this, real.createStatement(type, concurrency, holdability));
  }

  @Override
  public PreparedStatement prepareStatement(String sql) throws SQLException {
    Text text = new Text(this, sql);
    return text.isOurs()
        ? MViewPreparedCommand.of(this, real.createStatement(), text.ours())
        : MViewPreparedStatement.of(this, real.prepareStatement(text.sql()), text);
  }

  @Override
  public PreparedStatement prepareStatement(String sql, int generatedKeys) throws SQLException {
    Text text = new Text(this, sql);
    return text.isOurs()
        ? MViewPreparedCommand.of(this, real.createStatement(), text.ours())
        : MViewPreparedStatement.of(this, real.prepareStatement(text.sql(), generatedKeys), text);
  }

  @Override
  public PreparedStatement prepareStatement(String sql, int[] keys) throws SQLException {
    Text text = new Text(this, sql);
    return text.isOurs()
        ? MViewPreparedCommand.of(this, real.createStatement(), text.ours())
        : MViewPreparedStatement.of(this, real.prepareStatement(text.sql(), keys), text);
  }

  @Override
  public PreparedStatement prepareStatement(String sql, String[] keys) throws SQLException {
    Text text = new Text(this, sql);
    return text.isOurs()
        ? MViewPreparedCommand.of(this, real.createStatement(), text.ours())
        : MViewPreparedStatement.of(this, real.prepareStatement(text.sql(), keys), text);
  }

  @Override
  public PreparedStatement prepareStatement(String sql, int type, int concurrency)
      throws SQLException {
    Text text = new Text(this, sql);
    return text.isOurs()
        ? MViewPreparedCommand.of(this, real.createStatement(type, concurrency), text.ours())
        : MViewPreparedStatement.of(
            this, real.prepareStatement(text.sql(), type, concurrency), text);
  }

  @Override
  public PreparedStatement prepareStatement(String sql, int type, int concurrency, int holdability)
      throws SQLException {
    Text text = new Text(this, sql);
    return text.isOurs()
        ? MViewPreparedCommand.of(
            this, real.createStatement(type, concurrency, holdability), text.ours())
        : MViewPreparedStatement.of(
            this, real.prepareStatement(text.sql(), type, concurrency, holdability), text);
  }

  @Override
  public CallableStatement prepareCall(String sql) throws SQLException {
    Text text = new Text(this, sql);
    return text.isOurs()
        ? MViewPreparedCommand.of(this, real.createStatement(), text.ours())
        : MViewCallableStatement.of(this, real.prepareCall(text.sql()), text);
  }

  @Override
  public CallableStatement prepareCall(String sql, int type, int concurrency) throws SQLException {
    Text text = new Text(this, sql);
    return text.isOurs()
        ? MViewPreparedCommand.of(this, real.createStatement(type, concurrency), text.ours())
        : MViewCallableStatement.of(this, real.prepareCall(text.sql(), type, concurrency), text);
  }

  @Override
  public CallableStatement prepareCall(String sql, int type, int concurrency, int holdability)
      throws SQLException {
    Text text = new Text(this, sql);
    return text.isOurs()
        ? MViewPreparedCommand.of(
            this, real.createStatement(type, concurrency, holdability), text.ours())
        : MViewCallableStatement.of(
            this, real.prepareCall(text.sql(), type, concurrency, holdability), text);
  }

  // Metadata

  @Override
  public DatabaseMetaData getMetaData() throws SQLException {
    DatabaseMetaData found = real.getMetaData();
    MViewDatabaseMetaData known = metaData;
    if (known == null || !known.isOver(found)) {
      known = MViewDatabaseMetaData.of(this, found);
      metaData = known;
    }
    return known;
  }
}
