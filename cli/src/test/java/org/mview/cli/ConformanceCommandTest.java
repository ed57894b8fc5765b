package org.mview.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ConformanceCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void scenariosRunAndNothingIsLeftBehind() throws IOException {
    List<Path> before = folders();
    assertThat(run("conformance", "jdbc:sqlite:", "--scenario", "fast/join")).isZero();
    assertThat(out.toString())
        .startsWith("database: SQLite 3.")
        .contains("can: ", "cannot: ", "passed    fast/join")
        .contains(" passed, 0 refused as expected, 0 left out, 0 failed");
    assertThat(folders()).isEqualTo(before);
  }

  @Test
  void whatIsWrittenForOtherDatabasesIsLeftOut() {
    assertThat(run("conformance", "jdbc:mview:sqlite:", "--scenario", "mysql/")).isZero();
    assertThat(out.toString()).contains("left out  mysql/", "it is about [", " 0 failed");
  }

  @Test
  void whereNothingCanBeRunTheExitCodeIsAnother() {
    assertThat(run("conformance", "jdbc:sqlite:", "--scenario", "no such")).isEqualTo(2);
    assertThat(err.toString()).contains("no scenario's name holds 'no such'");
    assertThat(run("conformance", "jdbc:nothing://here")).isEqualTo(2);
  }

  private static List<Path> folders() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("mview-conformance"))
          .sorted()
          .toList();
    }
  }

  private int run(String... arguments) {
    return Main.run(new PrintWriter(out), new PrintWriter(err), arguments);
  }
}
