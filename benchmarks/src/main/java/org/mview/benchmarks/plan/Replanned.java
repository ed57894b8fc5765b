package org.mview.benchmarks.plan;

import java.sql.Connection;
import java.sql.SQLException;
import org.mview.benchmarks.database.Script;
import org.mview.benchmarks.paired.Subject;

/** A fast refresh of a view, after a row has changed in each of its tables. */
final class Replanned implements Subject {
  /** A row goes and comes back. */
  private static final String CHANGE =
      "REPLACE INTO %1$s SELECT * FROM %1$s WHERE rowid = (SELECT MAX(rowid) FROM %1$s)";

  private final Connection connection;
  private final PlannedQuery query;
  private final boolean anew;

  /**
   * A view that is there.
   *
   * @param anew whether it is to be compiled each time
   */
  Replanned(Connection connection, PlannedQuery query, boolean anew) {
    this.connection = connection;
    this.query = query;
    this.anew = anew;
  }

  @Override
  public void prepare() throws SQLException {
    for (String table : query.tables()) {
      Script.run(connection, CHANGE.formatted(table));
    }
    if (anew) {
      Script.run(connection, "ALTER MATERIALIZED VIEW %s COMPILE".formatted(query.view()));
    }
  }

  @Override
  public void run(int operations) throws SQLException {
    for (int i = 0; i < operations; i++) {
      Script.run(connection, "{call DBMS_MVIEW.REFRESH('%s', 'F')}".formatted(query.view()));
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
