package org.mview.conformance.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystemAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The files of scenarios on the class path, in folders or in a jar. */
final class ScenarioFiles {
  private static final String ENDING = ".scenario";

  private final Path folder;

  private ScenarioFiles(Path folder) {
    this.folder = folder;
  }

  /** Those on the class path. */
  static ScenarioFiles ofClassPath() {
    try {
      URI folder = Objects.requireNonNull(ScenarioFiles.class.getResource("/scenarios")).toURI();
      return new ScenarioFiles(folder.getScheme().equals("jar") ? inJar(folder) : Path.of(folder));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The jar stays open: it is that of the program. */
  private static Path inJar(URI folder) {
    try {
      return FileSystems.newFileSystem(folder, Map.of()).getPath("/scenarios");
    } catch (FileSystemAlreadyExistsException e) {
      return FileSystems.getFileSystem(folder).getPath("/scenarios");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Those whose path holds this, or one of several, parted by commas. */
  List<Path> chosen(String wanted) {
    List<String> pieces = List.of(wanted.split(",", -1));
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> chosen =
          files
              .filter(file -> file.toString().endsWith(ENDING))
              .filter(file -> pieces.stream().anyMatch(name(file)::contains))
              .sorted()
              .toList();
      if (chosen.isEmpty()) {
        throw new IllegalArgumentException("no scenario's name holds '%s'".formatted(wanted));
      }
      return chosen;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file of this path. */
  Path file(String name) {
    return folder.resolve(name);
  }

  /** The path of a file, from the folder of all. */
  String name(Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  Scenario read(Path file) {
    try {
      return ScenarioParser.parse(name(file), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
