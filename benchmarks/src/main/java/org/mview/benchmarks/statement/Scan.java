package org.mview.benchmarks.statement;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.mview.benchmarks.paired.Subject;

/** Reads ten thousand rows of ten values. */
public final class Scan implements Subject {
  private final Connection connection;
  private final PreparedStatement query;
  private double seen;

  /** The query on a connection, which is closed with it. */
  public Scan(Connection connection) throws SQLException {
    this.connection = connection;
    this.query = connection.prepareStatement(Readings.SCAN);
  }

  @Override
  public void run(int operations) throws SQLException {
    for (int i = 0; i < operations; i++) {
      seen += once();
    }
  }

  /** Reads all rows; answers something of them. */
  public double once() throws SQLException {
    double sum = 0;
    try (ResultSet row = query.executeQuery()) {
      while (row.next()) {
        sum += row.getLong(1) + row.getString(2).length() + row.getString(3).length();
        sum += row.getInt(4) + row.getInt(5) + row.getDouble(6) + row.getDouble(7);
        sum += row.getInt(8) + row.getInt(9) + row.getString(10).length();
      }
    }
    return sum;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  @Override
  public String toString() {
    return "scan, " + seen;
  }
}
