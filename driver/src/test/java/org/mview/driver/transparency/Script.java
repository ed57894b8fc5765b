package org.mview.driver.transparency;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.mview.session.SqlAction;
import org.mview.session.SqlCall;

/** What an application does with a connection; the transcript of it is what is compared. */
record Script(String name, Body body) {
  /** The calls. */
  interface Body {
    void run(Connection connection, Database database) throws Exception;
  }

  @Override
  public String toString() {
    return name;
  }

  /** A call that may fail: how is in the transcript. */
  static void attempt(SqlAction call) {
    try {
      call.run();
    } catch (SQLException | RuntimeException | LinkageError recorded) {
      // that is the result of the call
    }
  }

  /** A call that may fail, for what it gives. */
  static void read(SqlCall<ResultSet> query) {
    attempt(() -> dump(query.run()));
  }

  /** Reads a result set to its end. */
  static void dump(ResultSet rows) throws SQLException {
    int columns = rows.getMetaData().getColumnCount();
    while (rows.next()) {
      for (int column = 1; column <= columns; column++) {
        rows.getObject(column);
      }
    }
  }
}
