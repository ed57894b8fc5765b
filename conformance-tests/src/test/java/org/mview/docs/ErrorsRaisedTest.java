package org.mview.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mview.error.MViewError;

/**
 * Each error is expected by a test: by its name in Java, or, in a scenario or a golden file of
 * statements, by its number, with the SQLSTATE where another error has the same number.
 */
class ErrorsRaisedTest {
  /** They want another session to do something at a moment that only chance finds. */
  private static final Set<MViewError> BY_CHANCE = EnumSet.of(MViewError.LOGS_CHANGE_TOO_FAST);

  private static final String TESTS = texts("src/test/java", ".java");
  private static final String SCENARIOS =
      texts("src/test/resources", ".scenario") + texts("src/test/resources/statements", ".txt");

  /** All files of an ending in the tests of all modules, but for this one. */
  private static String texts(String folder, String ending) {
    try (Stream<Path> modules = Files.list(Page.ROOT)) {
      List<Path> folders = modules.map(m -> m.resolve(folder)).filter(Files::isDirectory).toList();
      return folders.stream().map(in -> textsIn(in, ending)).collect(Collectors.joining("\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String textsIn(Path folder, String ending) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(ending))
          .filter(file -> !file.endsWith("ErrorsRaisedTest.java"))
          .map(ErrorsRaisedTest::text)
          .collect(Collectors.joining("\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @EnumSource
  void anErrorIsExpectedByATest(MViewError error) {
    boolean named = Pattern.compile("\\b%s\\b".formatted(error)).matcher(TESTS).find();
    assertThat(named || isInScenario(error))
        .as("%s, ORA-%05d SQLSTATE %s", error, error.code(), error.sqlState())
        .isEqualTo(!BY_CHANCE.contains(error));
  }

  private static boolean isInScenario(MViewError error) {
    String number = "ORA-%05d".formatted(error.code());
    boolean alone =
        Arrays.stream(MViewError.values()).filter(e -> e.code() == error.code()).count() == 1;
    return SCENARIOS.contains(alone ? number : number + " SQLSTATE " + error.sqlState());
  }
}
