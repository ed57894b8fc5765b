package org.mview.conformance.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files below {@code src/test/resources/scenarios}. */
final class ScenarioFiles {
  private static final String ENDING = ".scenario";

  private final Path folder;

  private ScenarioFiles(Path folder) {
    this.folder = folder;
  }

  /** Those on the class path. */
  static ScenarioFiles ofTests() {
    try {
      return new ScenarioFiles(Path.of(ScenarioFiles.class.getResource("/scenarios").toURI()));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** All, or those whose path holds what {@code -Dmview.scenario=…} says. */
  List<Path> chosen() {
    return holding(wanted());
  }

  List<Path> all() {
    return holding("");
  }

  /** Whether nothing is said that leaves some out. */
  static boolean areAllChosen() {
    return wanted().isEmpty();
  }

  private static String wanted() {
    return System.getProperty("mview.scenario", "");
  }

  private List<Path> holding(String wanted) {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> chosen =
          files
              .filter(file -> file.toString().endsWith(ENDING))
              .filter(file -> name(file).contains(wanted))
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
