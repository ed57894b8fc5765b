package org.mview.crash;

import java.sql.Connection;
import java.sql.SQLException;
import org.mview.conformance.Sql;

/** On SQLite: the view joins the table twice with itself. */
record LongQuery(Connection raw) implements LongRefresh {
  private static final int FOR_MINUTES = 2_000;
  private static final int FOR_SECONDS = 400;

  private static final String TAKEN = "SELECT id FROM \"mview$job\" WHERE owner IS NOT NULL";

  @Override
  public void begin() throws SQLException {
    Sql.execute(raw, "PRAGMA busy_timeout = 20000");
    LongRefresh.fill(raw, FOR_MINUTES);
  }

  @Override
  public void shorten() throws SQLException {
    LongRefresh.fill(raw, FOR_SECONDS);
  }

  @Override
  public void letGo() {}

  /** Somebody has taken the job, and nobody else may write. */
  @Override
  public boolean isRunning() throws SQLException {
    return !Sql.rows(raw, TAKEN).isEmpty() && isLocked();
  }

  private boolean isLocked() throws SQLException {
    Sql.execute(raw, "PRAGMA busy_timeout = 0");
    try {
      Sql.execute(raw, "BEGIN IMMEDIATE");
      Sql.execute(raw, "ROLLBACK");
      return false;
    } catch (SQLException e) {
      return true;
    } finally {
      Sql.execute(raw, "PRAGMA busy_timeout = 20000");
    }
  }

  @Override
  public void close() throws SQLException {
    raw.close();
  }
}
