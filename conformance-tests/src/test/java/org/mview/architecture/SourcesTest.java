package org.mview.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What no compiler looks for in the sources of the driver. */
class SourcesTest {
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final List<String> MODULES =
      List.of("core", "dialects", "log-capture", "interceptor", "driver");

  /** "%d" has the digits of the locale, which in Arabic, Persian and Hindi no database reads. */
  private static final Pattern LOCAL_DIGITS = Pattern.compile("%[\\d$,+-]*[dfgex]\\b");

  @Test
  void numbersAreWrittenWithTheDigitsOfNoLocale() throws IOException {
    List<String> found = new ArrayList<>();
    for (String module : MODULES) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main"))) {
        for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
          Files.readAllLines(file).stream()
              .filter(line -> LOCAL_DIGITS.matcher(line).find() && !line.contains("Locale.ROOT"))
              .forEach(line -> found.add(ROOT.relativize(file) + ": " + line.strip()));
        }
      }
    }
    assertThat(found).isEmpty();
  }
}
