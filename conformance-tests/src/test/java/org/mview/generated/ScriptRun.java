package org.mview.generated;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.mview.generated.Finding.Kind;

/** Runs a script twice at the same time, with us and without us, and looks what comes of it. */
final class ScriptRun {
  private final Script script;
  private final Coverage coverage;
  private final Path folder;

  ScriptRun(Script script, Coverage coverage, Path folder) {
    this.script = script;
    this.coverage = coverage;
    this.folder = folder;
  }

  /** Answers the first thing that must not be, if there is one. */
  Optional<Finding> run() throws SQLException {
    Setup setup = script.setup();
    Path own = newFolder();
    String with = setup.inMemory() ? ":memory:" : own.resolve("with.db").toString();
    String without = setup.inMemory() ? ":memory:" : own.resolve("without.db").toString();
    Properties properties = setup.properties();
    try (Application ours =
            new Application(
                setup.sessions(),
                () -> DriverManager.getConnection("jdbc:mview:sqlite:" + with, properties));
        Application twin =
            new Application(
                setup.sessions(),
                () -> DriverManager.getConnection("jdbc:sqlite:" + without, properties));
        Connection raw =
            setup.inMemory()
                ? ours.session(0).unwrap(org.sqlite.SQLiteConnection.class)
                : DriverManager.getConnection("jdbc:sqlite:" + with, properties);
        Connection rawTwin =
            setup.inMemory()
                ? twin.session(0)
                : DriverManager.getConnection("jdbc:sqlite:" + without, properties)) {
      return new Course(script, ours, twin, raw, rawTwin, coverage).run();
    } finally {
      delete(own);
    }
  }

  private Path newFolder() {
    try {
      return Files.createTempDirectory(folder, "script");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
      Files.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The finding for something thrown that JDBC does not allow. */
  static Optional<Finding> thrown(Step step, RuntimeException e) {
    return Optional.of(
        new Finding(Kind.THROWN, "%s\n  %s at %s".formatted(step.text(), e, e.getStackTrace()[0])));
  }
}
