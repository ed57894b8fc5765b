package org.mview.generated;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** Files of SQLite, or the memory of a connection. */
final class SqlitePlace implements Place {
  @Override
  public Twins make(Setup setup, Path folder) {
    return setup.inMemory()
        ? new InMemory(setup.properties())
        : new InFiles(newFolder(folder), setup.properties());
  }

  private static Path newFolder(Path folder) {
    try {
      return Files.createTempDirectory(folder, "script");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record InMemory(Properties properties) implements Twins {
    @Override
    public Connection ours() throws SQLException {
      return DriverManager.getConnection("jdbc:mview:sqlite::memory:", properties);
    }

    @Override
    public Connection twin() throws SQLException {
      return DriverManager.getConnection("jdbc:sqlite::memory:", properties);
    }

    @Override
    public Connection raw(Application ours) throws SQLException {
      return ours.session(0).unwrap(org.sqlite.SQLiteConnection.class);
    }

    @Override
    public Connection rawTwin(Application twin) {
      return twin.session(0);
    }

    @Override
    public void close() {} // they end with their connections
  }

  private record InFiles(Path folder, Properties properties) implements Twins {
    private Connection open(String url, String name) throws SQLException {
      return DriverManager.getConnection(url + folder.resolve(name), properties);
    }

    @Override
    public Connection ours() throws SQLException {
      return open("jdbc:mview:sqlite:", "with.db");
    }

    @Override
    public Connection twin() throws SQLException {
      return open("jdbc:sqlite:", "without.db");
    }

    @Override
    public Connection raw(Application ours) throws SQLException {
      return open("jdbc:sqlite:", "with.db");
    }

    @Override
    public Connection rawTwin(Application twin) throws SQLException {
      return twin();
    }

    @Override
    public void close() {
      try (Stream<Path> files = Files.list(folder)) {
        List<Path> all = files.toList();
        for (Path file : all) {
          Files.delete(file);
        }
        Files.delete(folder);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
