package org.mview.refresh;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A golden file: a comment on top, which is what goes in, and the statements that come out.
 *
 * <pre>
 * -- CREATE MATERIALIZED VIEW v AS SELECT day FROM visits;
 * -- rows changed: visits
 * -- may scan visits: it has no index, as the user has made none
 *
 * INSERT …
 * </pre>
 *
 * <p>Lines of the comment that begin with "rows added:" or "rows changed:" name the tables that
 * have changed. A file named {@code refresh-…} holds the statements of a refresh, {@code fresh-…}
 * the statement that reads the view with FRESH_MV, any other the objects that the statements in the
 * comment have made.
 */
record GoldenFile(Path path, List<String> head, String content) {
  private static final Path FOLDER = Path.of("src/test/resources/golden/sqlite");
  private static final String COMMENT = "-- ";
  private static final String ADDED = "rows added: ";
  private static final String CHANGED = "rows changed: ";
  private static final String MAY_SCAN = "may scan ";

  /** Those whose names begin so. */
  static Stream<GoldenFile> named(String beginning) {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(beginning))
          .sorted()
          .map(GoldenFile::read)
          .toList()
          .stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static GoldenFile read(Path path) {
    List<String> lines = lines(path);
    List<String> head =
        lines.stream()
            .takeWhile(line -> line.startsWith(COMMENT))
            .map(l -> l.substring(3))
            .toList();
    String content =
        lines.stream().skip(head.size()).collect(Collectors.joining("\n")).strip() + "\n";
    return new GoldenFile(path, head, content);
  }

  /** The tables and indexes that the views read. */
  static String schema() {
    return String.join("\n", lines(FOLDER.resolve("schema.sql")));
  }

  private static List<String> lines(Path path) {
    try {
      return Files.readAllLines(path);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The statements of the comment. */
  String script() {
    return head.stream()
        .filter(line -> !line.startsWith(ADDED) && !line.startsWith(CHANGED))
        .filter(line -> !line.startsWith(MAY_SCAN))
        .collect(Collectors.joining("\n"));
  }

  /** The tables that have changed; none for a complete refresh. */
  Set<String> changed() {
    return Stream.concat(values(ADDED), values(CHANGED)).collect(Collectors.toSet());
  }

  /** Whether rows have only been added. */
  boolean insertsOnly() {
    return values(ADDED).findAny().isPresent();
  }

  /** What the database may read from its beginning to its end; why is said beside it. */
  Set<String> mayScan() {
    return head.stream()
        .filter(line -> line.startsWith(MAY_SCAN))
        .map(line -> line.substring(MAY_SCAN.length(), line.indexOf(": ")))
        .collect(Collectors.toSet());
  }

  private Stream<String> values(String beginning) {
    Optional<String> found = head.stream().filter(line -> line.startsWith(beginning)).findFirst();
    return found.stream()
        .flatMap(line -> Stream.of(line.substring(beginning.length()).split(", ")));
  }

  /** The same with other statements below the comment. */
  void write(String other) {
    String comment = head.stream().map(line -> COMMENT + line + "\n").collect(Collectors.joining());
    try {
      Files.writeString(path, comment + "\n" + other);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  @Override
  public String toString() {
    return path.getFileName().toString();
  }
}
