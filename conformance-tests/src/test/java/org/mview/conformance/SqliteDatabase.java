package org.mview.conformance;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.mview.dialect.Dialect;
import org.mview.dialect.sqlite.Sqlite;

/**
 * SQLite in a file of its own.
 *
 * @param journal how the file keeps its journal, on which its locks depend
 */
public record SqliteDatabase(String name, String journal) implements TestDatabase {
  /** Readers and the one writer go on beside each other. */
  public static final SqliteDatabase WAL = new SqliteDatabase("sqlite", "WAL");

  /** As a file is made when nobody says anything: the writer waits for all readers. */
  public static final SqliteDatabase ROLLBACK_JOURNAL =
      new SqliteDatabase("sqlite-journal", "DELETE");

  @Override
  public Dialect dialect() {
    return Sqlite.DIALECT;
  }

  @Override
  public FreshDatabase create() throws SQLException {
    FreshDatabase fresh = FilePlace.create();
    try (Connection connection = fresh.connectRaw();
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode=" + journal); // is kept in the file
    }
    return fresh;
  }

  /** As in the names of tests. */
  @Override
  public String toString() {
    return name;
  }
}
