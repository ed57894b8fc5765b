package org.mview.concurrency;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mview.conformance.FreshDatabase;
import org.mview.conformance.MysqlDatabase;
import org.mview.conformance.PostgresDatabase;
import org.mview.conformance.Sql;
import org.mview.conformance.TestDatabase;
import org.mview.conformance.TestDatabases;

/**
 * Many connections change one table, at any isolation level, whose triggers merge what they change
 * into views; another program meanwhile makes other views, for which the triggers log again, and
 * refreshes completely. {@code -Dmview.stress.seconds=…} says how long.
 */
class MergingStressTest {
  private static final int WRITERS = 4;
  private static final int GROUPS = 4;

  /**
   * What differs between servers.
   *
   * @param database where they write
   * @param setup of a connection that writes: there are many deadlocks
   * @param table how it is made
   * @param nothing a key that is seldom there
   * @param series a query for three rows
   * @param same whether a key is one that may be {@code nothing}
   * @param undone the states and the numbers of errors after which a transaction is tried again
   * @param views those that triggers keep
   */
  private record Kind(
      TestDatabase database,
      String setup,
      String table,
      String nothing,
      String series,
      String same,
      Set<String> undone,
      List<String> views) {
    /** Whether an error, or what has caused it, asks for another try. */
    boolean isUndone(SQLException e) {
      return undone.contains(e.getSQLState())
          || undone.contains(Integer.toString(e.getErrorCode()))
          || (e.getCause() instanceof SQLException cause && isUndone(cause));
    }

    @Override
    public String toString() {
      return database.name();
    }
  }

  private static final Kind POSTGRESQL =
      new Kind(
          PostgresDatabase.EMBEDDED,
          "SET deadlock_timeout = '20ms'",
          "CREATE TABLE a (id SERIAL PRIMARY KEY, k INT, x INT)",
          "NULL",
          "SELECT i % 5, i FROM generate_series(1, 3) i",
          "k IS NOT DISTINCT FROM ",
          Set.of("40001", "40P01"),
          List.of(
              "SELECT k, COUNT(*) AS n, SUM(x) AS s, COUNT(x) AS c FROM a GROUP BY k",
              "SELECT DISTINCT k FROM a WHERE x > 2",
              "SELECT x, COUNT(*) AS n, AVG(id) AS m FROM a GROUP BY x",
              "SELECT COUNT(*) AS n, SUM(x) AS s FROM a"));

  private static Kind mysql(TestDatabase database) {
    return new Kind(
        database,
        "SET innodb_lock_wait_timeout = 1",
        "CREATE TABLE a (id INT AUTO_INCREMENT PRIMARY KEY, k INT NOT NULL, x INT)",
        "7",
        "SELECT i % 5, i FROM (SELECT 1 AS i UNION ALL SELECT 2 UNION ALL SELECT 3) AS q",
        "k = ",
        // A definition that waits for one writer, and for which another waits, is no deadlock;
        // MariaDB calls one that is found while it counts rows by another name.
        Set.of("40001", "1205", "1467"),
        List.of(
            "SELECT k, COUNT(*) AS n, SUM(x) AS s, COUNT(x) AS c FROM a GROUP BY k",
            "SELECT DISTINCT k FROM a WHERE x > 2",
            "SELECT k, COUNT(*) AS n, AVG(id) AS m FROM a WHERE x IS NOT NULL GROUP BY k",
            "SELECT COUNT(*) AS n, SUM(x) AS s FROM a"));
  }

  static Stream<Kind> kinds() {
    return Stream.concat(
        Stream.of(POSTGRESQL),
        Stream.of(MysqlDatabase.MYSQL, MysqlDatabase.MARIADB)
            .filter(TestDatabases.chosen()::contains)
            .map(MergingStressTest::mysql));
  }

  private final int seconds = Integer.getInteger("mview.stress.seconds", 6);
  private final long seed = Long.getLong("mview.seed", System.nanoTime() % 1_000_000);
  private volatile long end;

  private static Properties asked() {
    Properties asked = new Properties();
    asked.setProperty("mview.byTriggers", "true");
    return asked;
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void whenAllPauseEveryViewIsRight(Kind kind) throws Exception {
    whenAllPauseEveryViewIsRight(kind, kind.views().subList(0, 3), false);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void soItIsWhenOthersDefineMeanwhile(Kind kind) throws Exception {
    whenAllPauseEveryViewIsRight(kind, kind.views(), true);
  }

  private void whenAllPauseEveryViewIsRight(Kind kind, List<String> views, boolean defines)
      throws Exception {
    try (FreshDatabase database = kind.database().create();
        OtherProgram other = new OtherProgram();
        Connection connection = database.connect(asked())) {
      Sql.execute(connection, kind.table());
      for (int i = 0; i < views.size(); i++) {
        Sql.execute(
            connection,
            "CREATE MATERIALIZED VIEW v%d REFRESH FAST ON %s AS %s"
                .formatted(i, i % 2 == 0 ? "COMMIT" : "STATEMENT", views.get(i)));
      }
      Sql.execute(connection, "INSERT INTO a (k, x) VALUES (1, 1)");
      assertThat(new Views(connection).leftInLogs()).isEmpty();
      List<Callable<Integer>> all = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        Random random = new Random(seed + i);
        boolean raw = i % 2 == 0;
        all.add(() -> write(kind, raw ? database.connectRaw() : database.connect(asked()), random));
      }
      if (defines) {
        all.add(() -> define(kind, other.connect(database.url())));
      }
      List<Integer> committed = run(all);
      assertThat(committed).as("seed %d", seed).allMatch(count -> count > 0);
      System.out.println("seed " + seed + ": " + committed);
      Views looked = new Views(connection);
      assertThat(looked.wrong(true)).as("seed %d", seed).isEmpty();
      looked.refreshFast();
      assertThat(looked.wrong(false)).as("seed %d", seed).isEmpty();
      assertThat(looked.leftInLogs()).isEmpty();
    }
  }

  private List<Integer> run(List<Callable<Integer>> all) throws Exception {
    end = System.nanoTime() + seconds * 1_000_000_000L;
    ExecutorService threads = Executors.newFixedThreadPool(all.size());
    try {
      List<Integer> done = new ArrayList<>();
      for (Future<Integer> each : threads.invokeAll(all)) {
        done.add(each.get());
      }
      return done;
    } finally {
      threads.shutdownNow();
    }
  }

  private boolean goesOn() {
    return System.nanoTime() < end;
  }

  /** Answers how many transactions it has committed. */
  private int write(Kind kind, Connection own, Random random) throws SQLException {
    int committed = 0;
    try (Connection connection = own) {
      Sql.execute(connection, kind.setup());
      connection.setAutoCommit(false);
      while (goesOn()) {
        try {
          transaction(kind, connection, random);
          committed++;
        } catch (SQLException e) {
          assertThat(kind.isUndone(e)).as("%s, because of %s", e, e.getCause()).isTrue();
          connection.rollback();
        }
      }
    }
    return committed;
  }

  private static void transaction(Kind kind, Connection connection, Random random)
      throws SQLException {
    int level =
        switch (random.nextInt(6)) {
          case 0 -> Connection.TRANSACTION_REPEATABLE_READ;
          case 1 -> Connection.TRANSACTION_SERIALIZABLE;
          default -> Connection.TRANSACTION_READ_COMMITTED;
        };
    connection.setTransactionIsolation(level);
    int statements = 1 + random.nextInt(3);
    for (int i = 0; i < statements; i++) {
      boolean undone = random.nextInt(6) == 0;
      if (undone) {
        Sql.execute(connection, "SAVEPOINT s");
      }
      Sql.execute(connection, statement(kind, random));
      if (undone) {
        Sql.execute(connection, "ROLLBACK TO SAVEPOINT s");
      }
    }
    if (random.nextInt(8) == 0) {
      connection.rollback();
    } else {
      connection.commit();
    }
  }

  private static String statement(Kind kind, Random random) {
    String k = random.nextInt(8) == 0 ? kind.nothing() : Integer.toString(random.nextInt(GROUPS));
    String x = random.nextInt(8) == 0 ? "NULL" : Integer.toString(random.nextInt(5));
    String some =
        "id IN (SELECT id FROM (SELECT id FROM a ORDER BY id LIMIT %d) AS few)"
            .formatted(1 + random.nextInt(3));
    return switch (random.nextInt(7)) {
      case 0, 1 -> "INSERT INTO a (k, x) VALUES (%s, %s)".formatted(k, x);
      case 2 -> "INSERT INTO a (k, x) " + kind.series();
      case 3 -> "UPDATE a SET x = %s WHERE k = %d".formatted(x, random.nextInt(GROUPS));
      case 4 -> "UPDATE a SET k = %s WHERE %s".formatted(k, some);
      case 5 -> "DELETE FROM a WHERE " + some;
      default -> "DELETE FROM a WHERE " + kind.same() + k;
    };
  }

  private int define(Kind kind, Connection own) throws SQLException {
    int done = 0;
    try (Connection connection = own) {
      if (kind.equals(POSTGRESQL)) {
        Sql.execute(connection, "SET deadlock_timeout = '1s'"); // let the others be undone
      }
      while (goesOn()) {
        for (String sql :
            List.of(
                "CALL DBMS_MVIEW.REFRESH('v0,v2', 'C')",
                "CREATE MATERIALIZED VIEW later REFRESH FAST ON DEMAND AS SELECT k, MAX(x) m FROM a GROUP BY k",
                "DROP MATERIALIZED VIEW later",
                "ALTER MATERIALIZED VIEW v0 COMPILE")) {
          again(kind, connection, sql);
        }
        done++;
      }
    }
    return done;
  }

  /** Until no deadlock undoes it. */
  private static void again(Kind kind, Connection connection, String sql) throws SQLException {
    for (int i = 0; i < 20; i++) {
      try {
        Sql.execute(connection, sql);
        return;
      } catch (SQLException e) {
        if (!kind.isUndone(e)) {
          throw e;
        }
      }
    }
  }
}
