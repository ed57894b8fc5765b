package org.mview.concurrency;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mview.command.Options;
import org.mview.conformance.FreshDatabase;
import org.mview.conformance.Sql;
import org.mview.conformance.TestDatabase;
import org.mview.conformance.TestDatabases;
import org.mview.driver.MViewDataSource;
import org.mview.driver.wrap.MViewConnection;

/**
 * REFRESH with PARALLELISM: views are refreshed beside each other. A view whose row of the registry
 * somebody has locked cannot be refreshed; what is, meanwhile, another connection has refreshed.
 */
@Timeout(value = 120, unit = SECONDS)
class ParallelRefreshTest {
  private static final String CALL =
      "CALL DBMS_MVIEW.REFRESH('%s', 'CCCC', atomic_refresh => FALSE, parallelism => %s)";

  private final ExecutorService thread = Executors.newSingleThreadExecutor();

  /** Those in which several connections write at a time. */
  static Stream<TestDatabase> databases() {
    return TestDatabases.chosen().stream()
        .filter(kind -> !kind.dialect().transactions().beside().isEmpty())
        .filter(kind -> !kind.name().equals("galera"));
  }

  static Stream<TestDatabase> others() {
    return TestDatabases.chosen().stream()
        .filter(kind -> kind.dialect().transactions().beside().isEmpty());
  }

  @AfterEach
  void endThread() {
    thread.shutdownNow();
  }

  /** Three tables, and a view over each. */
  private static void make(Connection connection) throws SQLException {
    for (String name : List.of("a", "b", "c")) {
      Sql.execute(
          connection, "CREATE TABLE t%s (id INTEGER PRIMARY KEY, n INTEGER)".formatted(name));
      Sql.execute(connection, "INSERT INTO t%s VALUES (1, 10)".formatted(name));
      Sql.execute(
          connection,
          "CREATE MATERIALIZED VIEW %1$s REFRESH FORCE AS SELECT id, n FROM t%1$s".formatted(name));
    }
  }

  private static void change(Connection connection) throws SQLException {
    for (String name : List.of("a", "b", "c")) {
      Sql.execute(connection, "INSERT INTO t%s VALUES (2, 20)".formatted(name));
    }
  }

  private static List<String> fresh(Connection connection) throws SQLException {
    return Sql.rows(
        connection,
        "SELECT LOWER(mview_name) FROM user_mviews WHERE staleness = 'FRESH' ORDER BY 1");
  }

  /** Keeps a view from being refreshed, until the transaction ends. */
  private static void lock(Connection other, TestDatabase kind, String view) throws SQLException {
    String views = kind.dialect().quoted("mview$view");
    String id =
        Sql.rows(other, "SELECT id FROM %s WHERE LOWER(name) = '%s'".formatted(views, view)).get(0);
    other.setAutoCommit(false);
    Sql.rows(other, "SELECT id FROM %s WHERE id = %s FOR UPDATE".formatted(views, id));
  }

  private static void waitLong(Connection connection, TestDatabase kind) throws SQLException {
    if (kind.name().equals("h2")) {
      Sql.execute(connection, "SET DEFAULT_LOCK_TIMEOUT 60000");
    }
  }

  private static List<String> warnings(Statement statement) throws SQLException {
    List<String> texts = new ArrayList<>();
    for (SQLWarning w = statement.getWarnings(); w != null; w = w.getNextWarning()) {
      texts.add(w.getMessage());
    }
    return texts;
  }

  private Future<List<String>> refresh(Connection connection, String list, int parallelism) {
    return thread.submit(
        () -> {
          try (Statement statement = connection.createStatement()) {
            statement.execute(CALL.formatted(list, parallelism));
            return warnings(statement);
          }
        });
  }

  @ParameterizedTest
  @MethodSource("databases")
  void viewsAreRefreshedBesideOneThatWaits(TestDatabase kind) throws Exception {
    try (FreshDatabase database = kind.create();
        Connection first = database.connect();
        Connection other = database.connectRaw()) {
      waitLong(first, kind);
      LimitedPool pool = new LimitedPool(database.rawUrl(), 3);
      try (Connection ours = MViewDataSource.over(pool).getConnection()) {
        make(ours);
        change(ours);
        lock(other, kind, "a");
        Future<List<String>> running = refresh(ours, "a, b, c", 2);
        while (!fresh(first).equals(List.of("b", "c")) && !running.isDone()) {
          Thread.onSpinWait();
        }
        assertThat(running.isDone()).isFalse();
        other.rollback();
        assertThat(running.get()).isEmpty();
        assertThat(fresh(first)).containsExactly("a", "b", "c");
        assertThat(pool.opened()).isEqualTo(2);
        assertThat(pool.open()).isEqualTo(1);
        assertThat(Sql.rows(ours, "SELECT COUNT(*) FROM a")).containsExactly("2");
      }
      assertThat(pool.open()).isZero();
    }
  }

  @ParameterizedTest
  @MethodSource("databases")
  void aViewWaitsForThoseThatItReads(TestDatabase kind) throws Exception {
    try (FreshDatabase database = kind.create();
        Connection first = database.connect();
        Connection other = database.connectRaw();
        Connection ours = database.connect()) {
      waitLong(first, kind);
      make(first);
      Sql.execute(
          first,
          "CREATE MATERIALIZED VIEW top REFRESH FORCE AS "
              + "SELECT a.id, a.n AS an, b.n AS bn FROM a JOIN b ON a.id = b.id");
      change(first);
      lock(other, kind, "a");
      Future<List<String>> running = refresh(ours, "top, a, b, c", 4);
      while (!fresh(first).containsAll(List.of("b", "c")) && !running.isDone()) {
        Thread.onSpinWait();
      }
      assertThat(fresh(first)).doesNotContain("top");
      other.rollback();
      assertThat(running.get()).isEmpty();
      assertThat(fresh(first)).containsExactly("a", "b", "c", "top");
      assertThat(Sql.rows(first, "SELECT * FROM top ORDER BY 1"))
          .containsExactly("1 | 10 | 10", "2 | 20 | 20");
    }
  }

  @ParameterizedTest
  @MethodSource("databases")
  void viewsThatAreEmptyAreFilled(TestDatabase kind) throws Exception {
    try (FreshDatabase database = kind.create();
        Connection ours = database.connect()) {
      for (String name : List.of("a", "b", "c")) {
        Sql.execute(ours, "CREATE TABLE t%s (id INTEGER PRIMARY KEY, n INTEGER)".formatted(name));
        Sql.execute(ours, "INSERT INTO t%s VALUES (1, 10)".formatted(name));
        Sql.execute(
            ours,
            "CREATE MATERIALIZED VIEW %1$s BUILD DEFERRED REFRESH FAST AS SELECT id, n FROM t%1$s"
                .formatted(name));
      }
      assertThat(refresh(ours, "a, b, c", 3).get()).isEmpty();
      assertThat(fresh(ours)).containsExactly("a", "b", "c");
      change(ours);
      Sql.execute(
          ours,
          "CALL DBMS_MVIEW.REFRESH('a,b,c', 'FFF', atomic_refresh => FALSE, parallelism => 3)");
      assertThat(
              Sql.rows(
                  ours,
                  "SELECT a.n, b.n, c.n FROM a, b, c WHERE a.id = 2 AND b.id = 2 AND c.id = 2"))
          .containsExactly("20 | 20 | 20");
    }
  }

  @ParameterizedTest
  @MethodSource("databases")
  void theOthersAreRefreshedWhenOneFails(TestDatabase kind) throws Exception {
    try (FreshDatabase database = kind.create();
        Connection first = database.connect();
        Connection ours = database.connect()) {
      make(first);
      Sql.execute(first, "CREATE UNIQUE INDEX one_n ON b (n)");
      Sql.execute(first, "INSERT INTO tb VALUES (3, 10)");
      change(first);
      String call =
          "CALL DBMS_MVIEW.REFRESH('a,b,c', 'CCC', refresh_after_errors => TRUE,"
              + " atomic_refresh => FALSE, parallelism => 2)";
      assertThatThrownBy(() -> Sql.execute(ours, call))
          .hasMessageContaining("ORA-12008")
          .satisfies(e -> assertThat(e.getMessage().toLowerCase(Locale.ROOT)).contains("b failed"));
      assertThat(fresh(first)).containsExactly("a", "c");
      assertThatThrownBy(() -> Sql.execute(ours, CALL.formatted("b, a, c", 2)))
          .hasMessageContaining("ORA-12008");
      assertThat(Sql.rows(first, "SELECT COUNT(*) FROM b")).containsExactly("1");
    }
  }

  /** A view whose refresh takes hours. */
  private static void makeLong(Connection connection, String name) throws SQLException {
    Sql.execute(connection, "CREATE TABLE n%s (i INTEGER PRIMARY KEY)".formatted(name));
    Sql.execute(
        connection,
        """
        CREATE MATERIALIZED VIEW %1$s BUILD DEFERRED REFRESH COMPLETE AS \
        SELECT a.i, COUNT(*) AS c FROM n%1$s a, n%1$s b, n%1$s c, n%1$s d, n%1$s e \
        WHERE a.i + b.i + c.i + d.i = e.i GROUP BY a.i"""
            .formatted(name));
    for (int i = 0; i < 100; i++) {
      Sql.execute(connection, "INSERT INTO n%s VALUES (%s)".formatted(name, i));
    }
  }

  @ParameterizedTest
  @MethodSource("databases")
  void whoCancelsTheCallCancelsAll(TestDatabase kind) throws Exception {
    try (FreshDatabase database = kind.create();
        Connection first = database.connect()) {
      LimitedPool pool = new LimitedPool(database.rawUrl(), 3);
      try (Connection ours = MViewDataSource.over(pool).getConnection();
          Statement call = ours.createStatement()) {
        make(ours);
        change(ours);
        makeLong(ours, "x");
        makeLong(ours, "y");
        Future<Boolean> running =
            thread.submit(() -> call.execute(CALL.formatted("x, y, a, b", 3)));
        while (!fresh(first).containsAll(List.of("a", "b")) && !running.isDone()) {
          Thread.onSpinWait();
        }
        while (!running.isDone()) {
          call.cancel(); // again, as it may have come between two statements
          Thread.onSpinWait();
        }
        assertThatThrownBy(running::get)
            .isInstanceOf(ExecutionException.class)
            .hasCauseInstanceOf(SQLException.class)
            .hasMessageContaining("ORA-12008");
        assertThat(pool.open()).isEqualTo(1);
        assertThat(fresh(first)).containsExactly("a", "b");
        Sql.execute(ours, CALL.formatted("a, b, c", 3));
        assertThat(fresh(first)).containsExactly("a", "b", "c");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("databases")
  void aPoolThatHasNoOtherIsNotWaitedFor(TestDatabase kind) throws Exception {
    try (FreshDatabase database = kind.create();
        Connection first = database.connect()) {
      LimitedPool pool = new LimitedPool(database.rawUrl(), 1);
      try (Connection ours = MViewDataSource.over(pool).getConnection()) {
        make(ours);
        change(ours);
        refresh(ours, "a, b, c", 3).get();
        assertThat(fresh(first)).containsExactly("a", "b", "c");
        assertThat(pool.opened()).isEqualTo(1);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("databases")
  void aConnectionToAnotherDatabaseIsNotUsed(TestDatabase kind) throws Exception {
    try (FreshDatabase database = kind.create();
        FreshDatabase wrong = kind.create();
        Connection first = database.connect();
        Connection other = database.connectRaw()) {
      waitLong(first, kind);
      LimitedPool pool = new LimitedPool(List.of(database.rawUrl(), wrong.rawUrl()), 2);
      try (Connection ours = MViewDataSource.over(pool).getConnection()) {
        make(ours);
        change(ours);
        lock(other, kind, "a");
        Future<List<String>> running = refresh(ours, "a, b, c", 2);
        while ((pool.opened() < 2 || pool.open() > 1) && !running.isDone()) {
          Thread.onSpinWait();
        }
        assertThat(fresh(first)).isEmpty();
        other.rollback();
        assertThat(running.get()).singleElement().asString().contains("another database");
        assertThat(fresh(first)).containsExactly("a", "b", "c");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("databases")
  void statisticsTellOfOneCall(TestDatabase kind) throws Exception {
    try (FreshDatabase database = kind.create();
        Connection ours = database.connect()) {
      make(ours);
      Sql.execute(ours, "CALL DBMS_MVIEW_STATS.SET_SYSTEM_DEFAULT('COLLECTION_LEVEL', 'ADVANCED')");
      change(ours);
      assertThat(refresh(ours, "a, b, c", 3).get()).isEmpty();
      assertThat(
              Sql.rows(
                  ours,
                  "SELECT num_mvs, parallelism, number_of_failures FROM user_mvref_run_stats"))
          .containsExactly("3 | 3 | 0");
      assertThat(
              Sql.rows(
                  ours, "SELECT LOWER(mv_name), final_num_rows FROM user_mvref_stats ORDER BY 1"))
          .containsExactly("a | 2", "b | 2", "c | 2");
    }
  }

  @ParameterizedTest
  @MethodSource("databases")
  void viewsOnCommitThatReadThemFollow(TestDatabase kind) throws Exception {
    try (FreshDatabase database = kind.create();
        Connection ours = database.connect()) {
      make(ours);
      for (String name : List.of("b", "c")) {
        Sql.execute(
            ours,
            "CREATE MATERIALIZED VIEW of_%1$s REFRESH FAST ON COMMIT AS SELECT a.id, a.n AS an, %1$s.n FROM a JOIN %1$s ON a.id = %1$s.id"
                .formatted(name));
      }
      ours.setAutoCommit(false);
      for (int i = 2; i < 12; i++) {
        for (String name : List.of("a", "b", "c")) {
          Sql.execute(ours, "INSERT INTO t%s VALUES (%s, %s)".formatted(name, i, i));
        }
        assertThat(refresh(ours, "a, b, c", 3).get()).hasSizeLessThan(2);
        for (String name : List.of("b", "c")) {
          assertThat(Sql.rows(ours, "SELECT COUNT(*) FROM of_" + name))
              .containsExactly(String.valueOf(i));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("databases")
  void viewsOfOneLogAreRefreshedOneAfterTheOther(TestDatabase kind) throws Exception {
    try (FreshDatabase database = kind.create();
        Connection ours = database.connect()) {
      make(ours);
      Sql.execute(ours, "CREATE MATERIALIZED VIEW d REFRESH FAST AS SELECT n, id FROM ta");
      change(ours);
      assertThat(refresh(ours, "a, d", 2).get())
          .singleElement()
          .asString()
          .contains("parallelism => 2 has no effect");
      assertThat(refresh(ours, "a, d, b", 3).get()).isEmpty();
      assertThat(fresh(ours)).contains("a", "b", "d");
    }
  }

  @ParameterizedTest
  @MethodSource("databases")
  void viewsWithoutLogsAreRefreshedBesideEachOther(TestDatabase kind) throws Exception {
    try (FreshDatabase database = kind.create();
        Connection first = database.connect();
        Connection other = database.connectRaw();
        Connection ours = database.connect()) {
      waitLong(first, kind);
      Sql.execute(first, "CREATE TABLE t (id INTEGER PRIMARY KEY, n INTEGER)");
      for (String name : List.of("a", "b")) {
        Sql.execute(
            first,
            "CREATE MATERIALIZED VIEW %s REFRESH COMPLETE AS SELECT SUM(n) AS s FROM t"
                .formatted(name));
      }
      Sql.execute(first, "INSERT INTO t VALUES (1, 10)");
      lock(other, kind, "a");
      Future<List<String>> running = refresh(ours, "a, b", 2);
      while (!fresh(first).equals(List.of("b")) && !running.isDone()) {
        Thread.onSpinWait();
      }
      assertThat(running.isDone()).isFalse();
      other.rollback();
      assertThat(running.get()).isEmpty();
      assertThat(fresh(first)).containsExactly("a", "b");
    }
  }

  @ParameterizedTest
  @MethodSource("databases")
  void aViewWhoseLogIsGoneIsRefreshedWhenTheOthersAre(TestDatabase kind) throws Exception {
    try (FreshDatabase database = kind.create();
        Connection first = database.connect();
        Connection other = database.connectRaw();
        Connection ours = database.connect()) {
      waitLong(first, kind);
      make(first);
      Sql.execute(first, "DROP MATERIALIZED VIEW LOG ON ta");
      change(first);
      lock(other, kind, "b");
      Future<List<String>> running = refresh(ours, "a, b, c", 2);
      while (!fresh(first).contains("c") && !running.isDone()) {
        Thread.onSpinWait();
      }
      assertThat(fresh(first)).containsExactly("c"); // a would have to make its log
      other.rollback();
      assertThat(running.get()).isEmpty();
      assertThat(fresh(first)).containsExactly("a", "b", "c");
      Sql.execute(first, "INSERT INTO ta VALUES (3, 30)");
      Sql.execute(first, "CALL DBMS_MVIEW.REFRESH('a', 'F')");
      assertThat(Sql.rows(first, "SELECT COUNT(*) FROM a")).containsExactly("3");
    }
  }

  @ParameterizedTest
  @MethodSource("databases")
  void aConnectionThatWasHandedOverIsTheOnlyOne(TestDatabase kind) throws Exception {
    try (FreshDatabase database = kind.create();
        Connection ours = MViewConnection.open(database.connectRaw(), Options.DEFAULT)) {
      make(ours);
      change(ours);
      assertThat(refresh(ours, "a, b, c", 3).get())
          .singleElement()
          .asString()
          .contains("handed over");
      assertThat(fresh(ours)).containsExactly("a", "b", "c");
    }
  }

  @ParameterizedTest
  @MethodSource("databases")
  void whatHasNoEffectIsSaid(TestDatabase kind) throws Exception {
    try (FreshDatabase database = kind.create();
        Connection ours = database.connect()) {
      make(ours);
      Sql.execute(ours, "CALL DBMS_MVIEW.REFRESH('a', parallelism => 1)");
      try (Statement call = ours.createStatement()) {
        call.execute("CALL DBMS_MVIEW.REFRESH('a, b', parallelism => 2)");
        assertThat(warnings(call)).singleElement().asString().contains("atomic_refresh => TRUE");
        call.execute(CALL.formatted("a", 2));
        assertThat(warnings(call)).singleElement().asString().contains("there is one view");
        call.execute(CALL.formatted("a, b", 1));
        assertThat(warnings(call)).isEmpty();
        assertThatThrownBy(() -> call.execute(CALL.formatted("a, b", -1)))
            .hasMessageContaining("ORA-06502");
      }
    }
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("others")
  void oneWriterIsOneConnection(TestDatabase kind) throws Exception {
    try (FreshDatabase database = kind.create();
        Connection ours = database.connect()) {
      make(ours);
      change(ours);
      assertThat(refresh(ours, "a, b, c", 3).get())
          .singleElement()
          .asString()
          .contains("one connection at a time");
      assertThat(fresh(ours)).containsExactly("a", "b", "c");
    }
  }
}
