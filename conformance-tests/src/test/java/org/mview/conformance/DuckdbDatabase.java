package org.mview.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.mview.dialect.Dialect;
import org.mview.dialect.duckdb.Duckdb;

/** DuckDB in a file of its own, which is open for as long as the test wants it. */
public record DuckdbDatabase(String name) implements TestDatabase {
  /** Each in a file of its own. */
  public static final DuckdbDatabase IN_A_FILE = new DuckdbDatabase("duckdb");

  @Override
  public Dialect dialect() {
    return Duckdb.DIALECT;
  }

  @Override
  public FreshDatabase create() throws SQLException {
    try {
      Path folder = Files.createTempDirectory("mview-duckdb");
      String url = "jdbc:duckdb:" + folder.resolve("test.db");
      return new InFile(folder, url, DriverManager.getConnection(url));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One connection stays, so that the file is not opened anew for each of the others. */
  private record InFile(Path folder, String rawUrl, Connection open) implements FreshDatabase {
    @Override
    public void close() {
      try {
        open.close();
        for (Path file : files()) {
          Files.delete(file);
        }
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private List<Path> files() throws IOException {
      try (Stream<Path> files = Files.walk(folder)) {
        return files.sorted(Comparator.reverseOrder()).toList();
      }
    }
  }

  /** As in the names of tests. */
  @Override
  public String toString() {
    return name;
  }
}
