package org.mview.crash;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.mview.conformance.Sql;

/** On PostgreSQL: nobody else may change the view. */
record LockedView(Connection raw) implements LongRefresh {
  private static final int ROWS = 5;

  @Override
  public void begin() throws SQLException {
    LongRefresh.fill(raw, ROWS);
    Sql.execute(raw, "BEGIN");
    Sql.execute(raw, "LOCK TABLE v IN SHARE MODE");
  }

  /** Waits, too, until the server has noticed that its client is gone. */
  @Override
  public void shorten() throws SQLException {
    Sql.execute(raw, "COMMIT");
    begin();
  }

  @Override
  public void letGo() throws SQLException {
    Sql.execute(raw, "COMMIT");
  }

  @Override
  public boolean isRunning() throws SQLException {
    return Sql.rows(raw, "SELECT COUNT(*) FROM pg_locks WHERE NOT granted").equals(List.of("1"));
  }

  @Override
  public void close() throws SQLException {
    raw.close();
  }
}
