package org.mview.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
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
    FreshDatabase fresh = new InFolder(newFolder());
    try (Connection connection = fresh.connectRaw();
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode=" + journal); // is kept in the file
    }
    return fresh;
  }

  private static Path newFolder() {
    try {
      return Files.createTempDirectory("mview");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record InFolder(Path folder) implements FreshDatabase {
    @Override
    public String rawUrl() {
      return "jdbc:sqlite:" + folder.resolve("test.db");
    }

    @Override
    public void close() {
      try (Stream<Path> files = Files.walk(folder)) {
        List<Path> insideOut = files.sorted(Comparator.reverseOrder()).toList();
        for (Path file : insideOut) {
          Files.delete(file);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** As in the names of tests. */
  @Override
  public String toString() {
    return name;
  }
}
