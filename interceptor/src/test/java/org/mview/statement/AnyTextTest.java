package org.mview.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mview.error.MViewException;

/** Whatever text comes in: an answer or an error of ours, soon, and no other exception. */
class AnyTextTest {
  /** Far more than it takes, on any machine; far less than it would take in quadratic time. */
  private static final Duration SOON = Duration.ofSeconds(10);

  /** Longer than any text of a usual size takes, by far. */
  private static final Duration AT_ONCE = Duration.ofMillis(100);

  private static final List<String> SOUP =
      List.of(
              "create materialized view select as ( ) , ; . / ' \" ? :x := => || - 1 1e9 'a' \"b\" q'[x]'"
                  .split(" "),
              "log on with rowid primary key sequence including new values refresh fast commit next start"
                  .split(" "),
              "alter drop table index session set add constraint check modify enable disable grant to"
                  .split(" "),
              "begin end declare exec call { } dbms_mview.refresh null true /* */ -- \n $$ [ ] ` @ # case"
                  .split(" "))
          .stream()
          .flatMap(Stream::of)
          .toList();

  private static List<String> statements() {
    try {
      return Stream.concat(
              GoldenCommandsTest.cases().map(GoldenCommandsTest.Case::sql),
              OrdinaryStatementsTest.statements().stream())
          .toList();
    } catch (IOException unreadable) {
      return fail("the statements cannot be read", unreadable);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void aDamagedStatementGivesAnAnswerOrAnErrorOfOurs(long seed) {
    Random random = new Random(seed);
    List<String> statements = statements();
    Set<Answer> answers = EnumSet.noneOf(Answer.class);
    for (int i = 0; i < 5_000; i++) {
      String sql = statements.get(random.nextInt(statements.size()));
      int damages = 1 + random.nextInt(3);
      for (int damage = 0; damage < damages; damage++) {
        sql = damaged(sql, random);
      }
      answers.add(understand(sql, random));
    }
    assertThat(answers).containsExactly(Answer.values());
  }

  private static String damaged(String sql, Random random) {
    int from = random.nextInt(sql.length() + 1);
    int to = Math.min(sql.length(), from + random.nextInt(12));
    String head = sql.substring(0, from);
    String tail = sql.substring(to);
    return switch (random.nextInt(6)) {
      case 0 -> head;
      case 1 -> head + tail;
      case 2 -> head + sql.substring(from, to) + sql.substring(from, to) + tail;
      case 3 -> head + " " + SOUP.get(random.nextInt(SOUP.size())) + " " + sql.substring(from);
      case 4 -> head + (char) random.nextInt(0x180) + sql.substring(from);
      default -> withoutAWord(sql, random);
    };
  }

  private static String withoutAWord(String sql, Random random) {
    List<String> words = new ArrayList<>(List.of(sql.split(" ")));
    if (words.size() > 1) {
      words.remove(random.nextInt(words.size()));
    }
    return String.join(" ", words);
  }

  @ParameterizedTest
  @ValueSource(longs = {5, 6})
  void aSoupOfTokensGivesAnAnswerOrAnErrorOfOurs(long seed) {
    Random random = new Random(seed);
    Set<Answer> answers = EnumSet.noneOf(Answer.class);
    for (int i = 0; i < 10_000; i++) {
      StringBuilder sql =
          new StringBuilder(random.nextBoolean() ? "create materialized view " : "");
      IntStream.range(0, random.nextInt(30))
          .forEach(any -> sql.append(SOUP.get(random.nextInt(SOUP.size()))).append(' '));
      answers.add(understand(sql.toString(), random));
    }
    assertThat(answers).containsExactly(Answer.values());
  }

  private enum Answer {
    OURS,
    NOT_OURS,
    ERROR
  }

  /** Fails on any exception but ours, and shows the text then. */
  private static Answer understand(String sql, Random random) {
    List<LexicalRules> all = OrdinaryStatementsTest.ALL_RULES;
    LexicalRules rules = all.get(random.nextInt(all.size()));
    assertThat(new ScriptSplitter(rules).split(sql))
        .allSatisfy(piece -> assertPlace(sql, piece))
        .isSortedAccordingTo((one, other) -> Integer.compare(one.end(), other.offset() + 1));
    Duration cost = cost(() -> answer(new CommandParser(rules), sql));
    if (cost.compareTo(AT_ONCE) > 0) { // or is it the machine?
      assertThat(cost(() -> answer(new CommandParser(rules), sql))).as(sql).isLessThan(AT_ONCE);
    }
    try {
      Optional<Command> command = new CommandParser(rules).parse(sql);
      command.ifPresent(some -> assertPlaces(sql, some));
      return command.isPresent() ? Answer.OURS : Answer.NOT_OURS;
    } catch (MViewException ours) {
      assertThat(ours).hasMessageStartingWith("ORA-");
      return Answer.ERROR;
    } catch (RuntimeException | StackOverflowError other) {
      return fail("under " + rules + ": " + sql, other);
    }
  }

  private static void assertPlaces(String sql, Command command) {
    if (command instanceof CreateMaterializedView view) {
      assertPlace(sql, view.query());
      view.refresh().next().ifPresent(next -> assertPlace(sql, next));
      view.storage().forEach(clause -> assertPlace(sql, clause.source()));
    }
  }

  private static void assertPlace(String sql, SourceText piece) {
    assertThat(sql.substring(piece.offset(), piece.end())).isEqualTo(piece.text());
  }

  static Stream<Arguments> longTexts() {
    String create = "create materialized view mv ";
    return Stream.of(
        arguments("nested parentheses", create + "as " + nested(10_000)),
        arguments("parentheses that do not close", create + "as " + "(".repeat(1_000_000)),
        arguments("parentheses that were not opened", create + "as " + ")".repeat(1_000_000)),
        arguments("a date in parentheses", create + "refresh next " + nested(10_000) + " as x"),
        arguments("a long date", create + "refresh next 1" + " + 1".repeat(250_000) + " as x"),
        arguments("a long query", create + "as select a" + ", a".repeat(300_000) + " from t"),
        arguments("a long string", create + "as select '" + "a".repeat(1_000_000) + "'"),
        arguments("quotes", create + "as select '" + "''".repeat(500_000)),
        arguments("comments", "/* */".repeat(200_000) + create + "as select 1"),
        arguments("comments that nest", "/*".repeat(500_000)),
        arguments("line comments", "--\n".repeat(300_000) + create + "as select 1"),
        arguments("many columns", create + "(" + numbered("c", 100_000) + ") as select 1"),
        arguments("slashes", create + "as select 1" + "\n/".repeat(300_000) + " x"),
        arguments("semicolons", create + "as select 1" + ";".repeat(1_000_000) + " x"),
        arguments("large objects", create + "lob (c) store as x ".repeat(50_000) + "as select 1"),
        arguments("dollars", create + "as " + "$a$b".repeat(250_000)),
        arguments(
            "a log of many columns",
            "create materialized view log on t with (" + numbered("c", 100_000) + ")"),
        arguments("many tables", "drop table " + numbered("t", 100_000)),
        arguments("many privileges", "grant query rewrite" + ", select".repeat(100_000) + " to u"),
        arguments("many arguments", "exec dbms_mview.refresh('a'" + ", 1".repeat(200_000) + ")"),
        arguments("many strings", "exec dbms_mview.refresh('a'" + " || 'b'".repeat(100_000) + ")"),
        arguments(
            "many digits",
            "exec dbms_mview.refresh('a', parallelism => " + "9".repeat(1_000_000) + ")"),
        arguments("many calls", "begin " + "dbms_refresh.refresh('g'); ".repeat(30_000) + "end;"),
        arguments("many parameters", "{call dbms_mview.refresh(" + "?, ".repeat(200_000) + "?)}"),
        arguments("a condition", "alter table t add check (" + nested(10_000) + ")"),
        arguments("a long alteration", "alter table t add x" + " int".repeat(200_000)),
        arguments("a deep level", "create dimension d level a is " + nested(10_000)),
        arguments("a long insert", "insert into t values ('" + "a".repeat(1_000_000) + "')"));
  }

  private static String nested(int depth) {
    return "(".repeat(depth) + "x" + ")".repeat(depth);
  }

  private static String numbered(String name, int count) {
    return String.join(", ", IntStream.range(0, count).mapToObj(i -> name + i).toList());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("longTexts")
  void aLongTextIsAnsweredSoon(String name, String sql) {
    CommandParser parser = new CommandParser(LexicalRules.POSTGRESQL);
    assertThat(cost(() -> answer(parser, sql))).as(name).isLessThan(SOON);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("longTexts")
  void aLongScriptIsSplitSoon(String name, String sql) {
    ScriptSplitter splitter = new ScriptSplitter(LexicalRules.POSTGRESQL);
    assertThat(cost(() -> splitter.split(sql))).as(name).isLessThan(SOON);
  }

  private static Optional<Command> answer(CommandParser parser, String sql) {
    try {
      return parser.parse(sql);
    } catch (MViewException ours) {
      return Optional.empty();
    }
  }

  /** What it costs this thread, however busy the machine is with something else. */
  private static Duration cost(Runnable run) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    run.run();
    return Duration.ofNanos(threads.getCurrentThreadCpuTime() - start);
  }
}
