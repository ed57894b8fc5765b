package org.mview.session;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mview.command.Options;
import org.mview.command.Outcome;
import org.mview.database.Database;
import org.mview.dialect.sqlite.Sqlite;
import org.mview.error.MViewException;

/**
 * A session over a connection of its own, in which statements run as the driver would run them, for
 * tests.
 */
public final class TestSession implements AutoCloseable {
  private final Connection connection;
  private final Session session;

  private TestSession(Connection connection, Options options) throws SQLException {
    this.connection = connection;
    this.session = new Sessions().open(connection, options);
  }

  /** Of an empty database in memory. */
  public static TestSession open() throws SQLException {
    return open("jdbc:sqlite::memory:", Options.DEFAULT);
  }

  /** Of the database of a URL. */
  public static TestSession open(String url, Options options) throws SQLException {
    return new TestSession(DriverManager.getConnection(url), options);
  }

  /** Runs statements, each ended by a semicolon at the end of a line. */
  public Outcome run(String script) throws SQLException {
    Outcome last = Outcome.DONE;
    for (String sql : script.strip().split(";\\s*(\n|$)")) {
      last = runOne(sql);
    }
    return last;
  }

  private Outcome runOne(String sql) throws SQLException {
    Verdict verdict = session.classify(sql);
    if (verdict instanceof Verdict.Ours ours) {
      return session.carryOut(ours, Map.of());
    }
    try (Statement statement = connection.createStatement()) {
      if (verdict instanceof Verdict.Watched watched) {
        session.run(watched, () -> statement.execute(sql));
        session.resultsClosed();
      } else {
        statement.execute(sql);
      }
    }
    return Outcome.DONE;
  }

  /** What a failing script fails with. */
  public MViewException failure(String script) throws SQLException {
    try {
      run(script);
    } catch (MViewException e) {
      return e;
    }
    throw new AssertionError("did not fail: " + script);
  }

  /** The rows of a query, values separated by bars. */
  public List<String> rows(String query) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      int columns = row.getMetaData().getColumnCount();
      while (row.next()) {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          values.add(String.valueOf(row.getString(i)));
        }
        rows.add(String.join("|", values));
      }
    }
    return rows;
  }

  /** The connection of the real driver. */
  public Connection connection() {
    return connection;
  }

  /** The session. */
  public Session session() {
    return session;
  }

  /** The same connection, as statements of ours use it. */
  public Database database() {
    return new Database(connection, Sqlite.DIALECT);
  }

  @Override
  public void close() throws SQLException {
    session.close();
    connection.close();
  }
}
