package org.mview.benchmarks.statement;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.mview.benchmarks.paired.Subject;

/** Reads one row by its key, by a statement that was prepared once. */
public final class PointQuery implements Subject {
  private final Connection connection;
  private final PreparedStatement query;
  private long seen;
  private int key;

  /** The query on a connection, which is closed with it. */
  public PointQuery(Connection connection) throws SQLException {
    this.connection = connection;
    this.query = connection.prepareStatement(Readings.POINT_QUERY);
  }

  @Override
  public void run(int operations) throws SQLException {
    for (int i = 0; i < operations; i++) {
      seen += once();
    }
  }

  /** Reads the next row; answers something of it. */
  public int once() throws SQLException {
    key = key % Readings.ROWS + 1;
    query.setInt(1, key);
    try (ResultSet row = query.executeQuery()) {
      if (!row.next()) {
        throw new IllegalStateException("no reading " + key);
      }
      return row.getString(1).length() + row.getString(2).length() + row.getInt(3) + row.getInt(4);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  @Override
  public String toString() {
    return "point query, " + seen;
  }
}
