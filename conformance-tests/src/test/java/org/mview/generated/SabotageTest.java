package org.mview.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mview.generated.Finding.Kind;

/** A judge that never finds anything is worth nothing: here there is something to be found. */
class SabotageTest {
  private static final ColumnModel NUMBER =
      ColumnModel.of("c1", SqliteIdiom.IDIOM.domains().whole());

  private static final ViewModel VIEW =
      new ViewModel(
          "v",
          ViewClass.ONE_TABLE,
          QueryModel.of(
              new QueryBlock(
                  false,
                  List.of(new Item("a", NUMBER, Sameness.IDENTICAL)),
                  List.of("t"),
                  List.of(),
                  List.of(),
                  "")),
          "FAST",
          " ON COMMIT",
          "",
          Set.of(),
          Set.of("t"),
          false);

  @TempDir Path folder;

  static Stream<Arguments> sabotages() {
    return Stream.concat(
        Stream.of(SqliteIdiom.IDIOM, PostgresIdiom.IDIOM).flatMap(SabotageTest::everywhere),
        Stream.of(
            arguments(
                SqliteIdiom.IDIOM,
                "a value has another type",
                "UPDATE v SET c1 = '2x' WHERE c1 = 2",
                Kind.ROWS),
            arguments(
                SqliteIdiom.IDIOM,
                "a trigger does nothing any more",
                """
                DROP TRIGGER "mview$insert$t"; \
                CREATE TRIGGER "mview$insert$t" AFTER INSERT ON t BEGIN SELECT 1; END; \
                INSERT INTO t VALUES (3)""",
                Kind.ROWS),
            arguments(
                PostgresIdiom.IDIOM,
                "a trigger does nothing any more",
                """
                UPDATE pg_proc SET prosrc = 'BEGIN RETURN NULL; END' \
                WHERE prorettype = 'trigger'::regtype AND proname LIKE 'mview$%'; \
                INSERT INTO t VALUES (3)""",
                Kind.ROWS)));
  }

  private static Stream<Arguments> everywhere(Idiom idiom) {
    return Stream.of(
        arguments(idiom, "a row is taken away", "DELETE FROM v WHERE c1 = 1", Kind.ROWS),
        arguments(idiom, "a row is there twice", "INSERT INTO v (c1) VALUES (1)", Kind.ROWS),
        arguments(
            idiom,
            "a row is logged that nobody has refreshed",
            "INSERT INTO t VALUES (3)",
            Kind.STALE));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("sabotages")
  void isFound(Idiom idiom, String name, String sabotage, Kind expected) throws SQLException {
    Setup setup = new Setup(false, 1, List.of(), false);
    try (Place.Twins twins = idiom.place().make(setup, folder);
        Application ours = new Application(1, idiom.literals(), twins::ours);
        Connection raw = twins.raw(ours)) {
      execute(ours.session(0), "CREATE TABLE t (a %s)".formatted(idiom.definitions().wholeType()));
      execute(ours.session(0), "INSERT INTO t VALUES (1), (2)");
      execute(ours.session(0), VIEW.create());
      Judge judge = new Judge(raw, idiom, false, new Coverage());
      judge.created(VIEW, "");
      assertThat(judge.lookNow()).as("before").isEmpty();
      execute(raw, sabotage);
      Optional<Finding> finding = judge.lookNow();
      assertThat(finding).as(name).isPresent();
      assertThat(finding.get().kind()).as(finding.get().what()).isEqualTo(expected);
    }
  }

  @Test
  void aViewThatIsRefreshedOtherwiseThanWasSaidIsFound() throws SQLException {
    Setup setup = new Setup(false, 1, List.of(), false);
    Step.Refresh refresh =
        new Step.Refresh(0, "{call DBMS_MVIEW.REFRESH('v', 'F')}", Set.of("v"), true);
    try (Place.Twins twins = SqliteIdiom.IDIOM.place().make(setup, folder);
        Application ours = new Application(1, SqliteIdiom.IDIOM.literals(), twins::ours);
        Connection raw = twins.raw(ours)) {
      execute(ours.session(0), "CREATE TABLE t (a INT)");
      execute(ours.session(0), VIEW.create());
      Judge judge = new Judge(raw, SqliteIdiom.IDIOM, false, new Coverage());
      judge.created(VIEW, "");
      Foretold said = Foretold.of(List.of(VIEW), ours.session(0), raw, SqliteIdiom.IDIOM.names());
      assertThat(said.fast()).containsExactly(Map.entry("v", true));
      assertThat(ours.make(refresh).hasFailed()).isFalse();
      assertThat(judge.refreshed(refresh, said)).isEmpty();
      Optional<Finding> finding = judge.refreshed(refresh, new Foretold(Map.of("v", false)));
      assertThat(finding).map(Finding::kind).contains(Kind.EXPLAINED);
    }
  }

  static Stream<Arguments> refreshes() {
    return Stream.of(
        arguments(true, "FAST", "FAST", false),
        arguments(true, "FAST", "COMPLETE", true),
        arguments(false, "FAST", "FAST", true),
        arguments(true, "FORCE", "FAST", false),
        arguments(true, "FORCE", "COMPLETE", false),
        arguments(false, "FORCE", "FAST", true),
        arguments(false, "FORCE", "COMPLETE", false),
        arguments(true, "COMPLETE", "COMPLETE", false),
        arguments(true, "COMPLETE", "FAST", true));
  }

  @ParameterizedTest
  @MethodSource("refreshes")
  void whatWasSaidIsHeldAgainstWhatWasDone(
      boolean said, String method, String type, boolean contradicts) {
    assertThat(new Foretold(Map.of("v", said)).contradicts("v", method, type))
        .isEqualTo(contradicts);
    assertThat(Foretold.NOTHING.contradicts("v", method, type)).isFalse();
  }

  @Test
  void aScriptIsShrunkToWhatItTakes() {
    Script script = RandomScript.of(SqliteIdiom.IDIOM, 1, 100);
    Step needed = script.steps().get(script.steps().size() / 2);
    Script smallest =
        new Shrinking(s -> s.steps().contains(needed), Duration.ofSeconds(10)).smallest(script);
    assertThat(smallest.steps()).containsExactly(needed);
  }

  static List<Idiom> theSameSeedIsTheSameScript() {
    return List.of(SqliteIdiom.IDIOM, PostgresIdiom.IDIOM);
  }

  @ParameterizedTest
  @MethodSource
  void theSameSeedIsTheSameScript(Idiom idiom) {
    assertThat(RandomScript.of(idiom, 7, 50)).isEqualTo(RandomScript.of(idiom, 7, 50));
    assertThat(RandomScript.of(idiom, 7, 50)).isNotEqualTo(RandomScript.of(idiom, 8, 50));
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql); // the real driver runs all statements of a text only so
    }
  }
}
