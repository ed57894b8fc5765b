package org.mview.benchmarks.statement;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.mview.benchmarks.database.Script;
import org.mview.benchmarks.paired.Subject;

/** Inserts a thousand rows by one batch, and commits. */
public final class BatchInsert implements Subject {
  private static final int ROWS = 1_000;

  private final Connection connection;
  private final PreparedStatement insert;
  private int key;

  /** The statement on a connection, which is closed with it. */
  public BatchInsert(Connection connection) throws SQLException {
    this.connection = connection;
    connection.setAutoCommit(false);
    this.insert = connection.prepareStatement(Readings.INSERT);
  }

  @Override
  public void prepare() throws SQLException {
    Script.run(connection, "DELETE FROM entries");
    connection.commit();
    key = 0;
  }

  @Override
  public void run(int operations) throws SQLException {
    for (int i = 0; i < operations; i++) {
      once();
    }
  }

  /** Inserts the next thousand; answers how many there are. */
  public int once() throws SQLException {
    for (int i = 0; i < ROWS; i++) {
      key++;
      insert.setInt(1, key);
      insert.setString(2, "an entry");
      insert.setString(3, "a place");
      insert.setInt(4, key * 7);
      insert.setInt(5, key % 13);
      insert.setDouble(6, key / 3.0);
      insert.setDouble(7, key / 7.0);
      insert.setInt(8, key * 11);
      insert.setInt(9, key % 17);
      insert.setString(10, "a note");
      insert.addBatch();
    }
    insert.executeBatch();
    connection.commit();
    return key;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
