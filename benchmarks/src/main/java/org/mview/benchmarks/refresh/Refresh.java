package org.mview.benchmarks.refresh;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.SQLException;
import org.mview.benchmarks.database.Script;
import org.mview.benchmarks.database.SqliteFile;
import org.mview.benchmarks.paired.Subject;

/** A refresh of a view after some lines have changed. */
final class Refresh implements Subject {
  /** How it is refreshed: the letters of DBMS_MVIEW.REFRESH. */
  enum Method {
    COMPLETE("C"),
    FAST("F"),
    FORCE("?");

    private final String letter;

    Method(String letter) {
      this.letter = letter;
    }
  }

  private final Connection connection;
  private final LineChanges changes;
  private final int changedLines;
  private final CallableStatement refresh;

  private Refresh(Connection connection, LineView view, Method method, int changedLines)
      throws SQLException {
    this.connection = connection;
    this.changes = new LineChanges(connection);
    this.changedLines = changedLines;
    this.refresh = connection.prepareCall("{call DBMS_MVIEW.REFRESH(?, ?)}");
    refresh.setString(1, view.name());
    refresh.setString(2, method.letter);
  }

  /** A refresh of a new view in this file. */
  static Refresh of(SqliteFile file, LineView view, Method method, int changedLines)
      throws SQLException {
    Connection connection = file.mview(view.properties());
    Script.run(connection, view.create());
    return new Refresh(connection, view, method, changedLines);
  }

  @Override
  public void prepare() throws SQLException {
    changes.change(changedLines);
  }

  @Override
  public void run(int operations) throws SQLException {
    for (int i = 0; i < operations; i++) {
      refresh.execute();
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
