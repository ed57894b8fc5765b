package org.mview.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mview.error.MViewException;

/**
 * Every clause of the grammar, and what becomes of it: the cases are in {@code statements/*.txt}, a
 * statement and behind an arrow the command, or behind two exclamation marks the error.
 *
 * <p>With {@code -Dgolden=write} the results are written anew, and their difference is reviewed.
 */
class GoldenCommandsTest {
  private static final Path CASES = Path.of("src/test/resources/statements");

  private static final CommandParser PARSER = new CommandParser(LexicalRules.STANDARD);

  record Case(String sql, String result) {
    static Case of(String text) {
      int arrow = Math.max(text.lastIndexOf("\n-> "), text.lastIndexOf("\n!! "));
      return arrow < 0
          ? new Case(text, "")
          : new Case(text.substring(0, arrow), text.substring(arrow + 1));
    }

    @Override
    public String toString() {
      return sql;
    }
  }

  static Stream<Case> cases() {
    return files().flatMap(file -> parts(file).filter(part -> !isHeading(part)).map(Case::of));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aStatementIsReadAsTheGoldenFileSays(Case statement) {
    assertThat(result(statement.sql())).isEqualTo(statement.result());
  }

  @BeforeAll
  static void writeGoldenFilesOnRequest() throws IOException {
    if (!"write".equals(System.getProperty("golden"))) {
      return;
    }
    for (Path file : files().toList()) {
      List<String> parts = new ArrayList<>();
      parts(file)
          .map(
              part ->
                  isHeading(part) ? part : Case.of(part).sql() + "\n" + result(Case.of(part).sql()))
          .forEach(parts::add);
      Files.writeString(file, String.join("\n\n", parts) + "\n");
    }
  }

  private static String result(String sql) {
    try {
      String command = PARSER.parse(sql).map(Shown::of).orElse("not ours");
      return "-> " + command.replace('\n', '⏎');
    } catch (MViewException refused) {
      return "!! " + refused.error() + " " + refused.getMessage();
    }
  }

  private static boolean isHeading(String part) {
    return part.startsWith("# ");
  }

  private static Stream<String> parts(Path file) {
    try {
      return Arrays.stream(Files.readString(file).strip().split("\n\n+"));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Stream<Path> files() {
    try (Stream<Path> files = Files.list(CASES)) {
      return files.filter(file -> file.toString().endsWith(".txt")).sorted().toList().stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
