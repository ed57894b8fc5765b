package org.mview.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What README promises. */
class ReadmeTest {
  private static final int FIRST_SCREEN = 40;

  @Test
  void theFirstScreenHasTheTwoCommands() {
    List<String> lines = Page.of("README.md").lines();
    assertThat(String.join("\n", lines.subList(0, FIRST_SCREEN)))
        .contains("./mview demo", "./mvnw verify");
  }

  @Test
  void continuousIntegrationCallsTheTestCommand() throws Exception {
    assertThat(Files.readAllLines(Page.ROOT.resolve(".ci/run"))).contains("./mvnw verify");
  }

  @Test
  @Timeout(120)
  void theProgramRuns(@TempDir Path directory) throws Exception {
    Page.Block program = Page.of("README.md").blocks("java").get(0);
    Path file = Files.write(directory.resolve("Shop.java"), program.lines());
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    ProcessBuilder builder = new ProcessBuilder(java.toString(), file.toString());
    builder.directory(directory.toFile());
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    builder.redirectErrorStream(true);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    assertThat(output).contains("ann 40 2");
  }
}
