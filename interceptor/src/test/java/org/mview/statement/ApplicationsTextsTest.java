package org.mview.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The SQL of all applications in the tests, as it is and in other clothes: none of it is ours, and
 * what is ours stays ours.
 */
class ApplicationsTextsTest {
  private static final Path TESTS = Path.of("../conformance-tests/src/test/resources");

  /** What only an application says, whatever follows. */
  private static final Pattern OF_APPLICATION =
      Pattern.compile(
          "(?is)(select|with|values|insert|update|delete|merge|replace|set|pragma|vacuum|analyze"
              + "|savepoint|release|commit|rollback|(create|drop)\\s+(table|view|trigger|function"
              + "|sequence|policy|user|temp|temporary|database(?!\\s+link)|schema|type)|copy|explain\\s+select"
              + "|lock|show|prepare)\\b.*");

  private static final List<String> BLANKS =
      List.of(
          " ",
          "\n",
          "\t ",
          " /* create materialized view m as select 1; */ ",
          " -- exec dbms_mview.refresh('m');\n",
          "\r\n");

  private static List<String> texts() throws IOException {
    try (Stream<Path> all = Files.walk(TESTS)) {
      Stream<String> pieces =
          all.filter(ApplicationsTextsTest::hasStatements)
              .map(ApplicationsTextsTest::read)
              .flatMap(Stream::of);
      return Stream.concat(pieces, OrdinaryStatementsTest.statements().stream())
          .map(String::strip)
          .filter(text -> OF_APPLICATION.matcher(text).matches())
          .distinct()
          .toList();
    }
  }

  private static boolean hasStatements(Path file) {
    return file.toString().endsWith(".scenario") || file.toString().endsWith(".sql");
  }

  /** The statements of a scenario, each from the beginning of a line on, and what is in between. */
  private static String[] read(Path file) {
    try {
      String text =
          Files.readString(file).replaceAll("(?m)^\\s*(--|step|query|prepared|batch).*?$", ";");
      return text.split(";");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void assertNotOurs(String sql) {
    for (LexicalRules rules : OrdinaryStatementsTest.ALL_RULES) {
      assertThat(new CommandParser(rules).parse(sql))
          .as("%s under %s", sql, rules)
          .matches(
              command -> command.isEmpty() || command.get() instanceof Candidate,
              "is none of ours");
    }
  }

  @Test
  void noTextOfAnApplicationIsOurs() throws IOException {
    List<String> texts = texts();
    assertThat(texts.size()).isGreaterThan(500);
    texts.forEach(ApplicationsTextsTest::assertNotOurs);
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12})
  void norInOtherClothes(long seed) throws IOException {
    Random random = new Random(seed);
    for (String text : texts()) {
      assertNotOurs(dressed(text, random));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {13, 14})
  void whatIsOursIsOursInOtherClothes(long seed) throws IOException {
    Random random = new Random(seed);
    CommandParser parser = new CommandParser(LexicalRules.STANDARD);
    for (GoldenCommandsTest.Case golden :
        GoldenCommandsTest.cases().filter(some -> some.result().startsWith("->")).toList()) {
      String dressed = around(golden.sql(), random);
      assertThat(parser.parse(dressed).isPresent())
          .as(dressed)
          .isEqualTo(parser.parse(golden.sql()).isPresent());
    }
  }

  /** Words in any case, and blanks and comments between them. */
  private static String dressed(String text, Random random) {
    String sql =
        switch (random.nextInt(3)) {
          case 0 -> text.toUpperCase(Locale.ROOT);
          case 1 -> text.toLowerCase(Locale.ROOT);
          default -> text;
        };
    int blank = sql.indexOf(' ');
    String spaced =
        blank < 0 || sql.startsWith("/") || sql.startsWith("-")
            ? sql
            : sql.substring(0, blank) + blank(random) + sql.substring(blank + 1);
    return around(spaced, random);
  }

  /** A slash ends a statement only where it is alone on its line. */
  private static String around(String sql, Random random) {
    return blank(random) + sql + "\n" + blank(random);
  }

  private static String blank(Random random) {
    return BLANKS.get(random.nextInt(BLANKS.size()));
  }
}
