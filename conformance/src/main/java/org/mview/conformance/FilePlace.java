package org.mview.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A file in a folder of its own, among the temporary ones. */
record FilePlace(Path folder) implements UrlDatabase.Place {
  static FilePlace create() {
    try {
      return new FilePlace(Files.createTempDirectory("mview-conformance"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String rawUrl() {
    return "jdbc:sqlite:" + folder.resolve("test.db");
  }

  @Override
  public void close() {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> insideOut = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : insideOut) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
