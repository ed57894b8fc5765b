package org.mview.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mview.cli.Main;
import org.mview.conformance.FreshDatabase;
import org.mview.conformance.Sql;
import org.mview.conformance.TestDatabase;
import org.mview.conformance.TestDatabases;

/** {@code mview worker}, as a service runs it: a process of its own, which is told to end. */
class WorkerProcessTest {
  private static final long PATIENCE_NANOS = 60_000_000_000L;

  /** What a JVM ends with at SIGTERM. */
  private static final int TERMINATED = 143;

  private static final String VIEW =
      """
      CREATE MATERIALIZED VIEW v BUILD DEFERRED REFRESH COMPLETE START WITH SYSDATE \
      NEXT SYSDATE + 1 AS SELECT COUNT(*) AS n FROM t a, t b, t c""";

  private static final String AS_IF_NEVER_RUN =
      """
      SELECT failures FROM "mview$job" WHERE failures = 0 AND last_date IS NULL \
      AND this_date IS NULL AND owner IS NULL AND leased_until IS NULL AND next_date = first_date""";

  /** Those for which there is a {@link LongRefresh}; how SQLite keeps its journal is no matter. */
  static Stream<TestDatabase> databases() {
    return TestDatabases.chosen().stream()
        .filter(kind -> List.of("sqlite", "postgresql").contains(kind.name()));
  }

  private static Child worker(FreshDatabase database, String... options) throws IOException {
    String[] arguments = {"worker", database.url()};
    return Child.start(
        Main.class, Stream.concat(Stream.of(arguments), Stream.of(options)).toArray(String[]::new));
  }

  private static void await(String what, Callable<Boolean> holds) throws Exception {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (!holds.call()) {
      assertThat(System.nanoTime()).as("waited for: " + what).isLessThan(end);
      Thread.onSpinWait();
    }
  }

  private static List<String> read(FreshDatabase database, String query) throws SQLException {
    try (Connection connection = database.connect()) {
      return Sql.rows(connection, query);
    }
  }

  /** The minute is over in which nobody else may run what a worker has taken. */
  private static void endLeases(FreshDatabase database) throws SQLException {
    try (Connection raw = database.connectRaw()) {
      Sql.execute(raw, "UPDATE \"mview$job\" SET leased_until = this_date");
    }
  }

  private static void create(FreshDatabase database) throws SQLException {
    try (Connection connection = database.connect()) {
      Sql.execute(connection, "CREATE TABLE t (id INTEGER PRIMARY KEY)");
      Sql.execute(connection, VIEW);
    }
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("databases")
  void theJobOfAKilledWorkerIsTakenOverByOneThatFinishesItBeforeItEnds(TestDatabase kind)
      throws Exception {
    try (FreshDatabase database = kind.create()) {
      create(database);
      try (LongRefresh refresh = LongRefresh.of(kind, database)) {
        refresh.begin();
        try (Child killed = worker(database)) {
          await("a refresh", refresh::isRunning);
          killed.kill();
        }
        refresh.shorten();
        endLeases(database);
        try (Child other = worker(database, "--grace", "60")) {
          await("another refresh", refresh::isRunning);
          other.terminate();
          refresh.letGo();
          assertThat(other.end()).isEqualTo(TERMINATED);
        }
      }
      try (Connection connection = database.connect()) {
        assertThat(Sql.rows(connection, "SELECT staleness FROM user_mviews"))
            .containsExactly("FRESH");
        Aftermath.assertFreshViewsAreRight(connection);
      }
      assertThat(
              read(
                  database,
                  """
                  SELECT failures, this_date FROM user_jobs \
                  WHERE last_date IS NOT NULL AND next_date > last_date"""))
          .containsExactly("0 | null");
    }
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("databases")
  void aRefreshThatTakesLongerThanAWorkerMayIsUndoneAndGivenBack(TestDatabase kind)
      throws Exception {
    try (FreshDatabase database = kind.create()) {
      create(database);
      try (LongRefresh refresh = LongRefresh.of(kind, database)) {
        refresh.begin();
        try (Child worker = worker(database, "--grace", "0")) {
          await("a refresh", refresh::isRunning);
          worker.terminate();
          assertThat(worker.end()).isEqualTo(TERMINATED);
        }
        assertThat(refresh.isRunning()).isFalse();
      }
      assertThat(read(database, AS_IF_NEVER_RUN)).hasSize(1);
    }
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("databases")
  void twoWorkersAndAnApplicationRunEachDueTimeOnce(TestDatabase kind) throws Exception {
    try (FreshDatabase database = kind.create();
        Child one = worker(database, "--threads", "2");
        Child other = worker(database);
        Child application =
            Child.start(
                OneStatementALine.class,
                database.url()
                    + (database.url().contains("?") ? "&" : "?")
                    + "mview.scheduler=true")) {
      application.ask("CREATE TABLE t (id INTEGER PRIMARY KEY)");
      application.ask("EXEC DBMS_MVIEW_STATS.SET_SYSTEM_DEFAULT('COLLECTION_LEVEL', 'TYPICAL')");
      for (String view : List.of("a", "b", "c")) {
        application.ask(once(view));
      }
      application.ask(eachSecond());
      await(
          "four runs",
          () ->
              Integer.parseInt(
                      read(database, "SELECT COUNT(*) FROM user_mvref_stats WHERE mv_name = 'e'")
                          .get(0))
                  > 3);
      for (Child worker : List.of(one, other)) {
        worker.terminate();
        assertThat(worker.end()).isEqualTo(TERMINATED);
      }
      assertThat(
              read(
                  database,
                  "SELECT mv_name, COUNT(*) FROM user_mvref_stats WHERE mv_name <> 'e' GROUP BY mv_name ORDER BY 1"))
          .containsExactly("a | 1", "b | 1", "c | 1");
      List<String> starts =
          read(
              database,
              "SELECT start_time FROM user_mvref_stats WHERE mv_name = 'e' ORDER BY start_time");
      assertThat(starts).hasSizeLessThanOrEqualTo(dueTimes(starts));
    }
  }

  /**
   * How many times it was due at most: each second, and once before the first. What was due in one
   * second may have begun in the next, in which it is due again.
   */
  private static int dueTimes(List<String> starts) {
    LocalDateTime first = time(starts.get(0));
    LocalDateTime last = time(starts.get(starts.size() - 1));
    return Math.toIntExact(ChronoUnit.SECONDS.between(first, last)) + 2;
  }

  private static LocalDateTime time(String text) {
    return LocalDateTime.parse(text.replace(' ', 'T'));
  }

  private static String once(String view) {
    return "CREATE MATERIALIZED VIEW %s BUILD DEFERRED REFRESH COMPLETE START WITH SYSDATE AS SELECT id FROM t"
        .formatted(view);
  }

  private static String eachSecond() {
    return once("e").replace(" AS", " NEXT SYSDATE + 1/86400 AS");
  }
}
