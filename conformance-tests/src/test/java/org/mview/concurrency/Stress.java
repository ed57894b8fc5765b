package org.mview.concurrency;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.mview.conformance.FreshDatabase;
import org.mview.conformance.Sql;

/** Writers, refreshers and one who kills connections, all at once on one database. */
final class Stress {
  private static final List<String> SETUP =
      List.of(
          "CREATE TABLE a (id %s PRIMARY KEY, k INT, x INT)",
          "CREATE TABLE b (id %s PRIMARY KEY, k INT, y INT)",
          "CREATE TABLE c (id %s PRIMARY KEY, k INT, z INT)",
          """
          CREATE MATERIALIZED VIEW joined REFRESH FAST ON COMMIT AS \
          SELECT a.id AS aid, b.id AS bid, a.k, a.x, b.y FROM a JOIN b ON b.k = a.k\
          """,
          """
          CREATE MATERIALIZED VIEW sums REFRESH FAST ON COMMIT AS \
          SELECT k, COUNT(*) AS n, COUNT(x) AS nx, SUM(x) AS sx FROM a GROUP BY k\
          """,
          """
          CREATE MATERIALIZED VIEW join_sums REFRESH FAST ON COMMIT AS \
          SELECT a.k, COUNT(*) AS n, SUM(b.y) AS sy, COUNT(b.y) AS ny \
          FROM a JOIN b ON b.k = a.k GROUP BY a.k\
          """,
          """
          CREATE MATERIALIZED VIEW extremes REFRESH FAST ON COMMIT AS \
          SELECT k, MIN(y) AS least, MAX(y) AS most, COUNT(*) AS n FROM b GROUP BY k\
          """,
          """
          CREATE MATERIALIZED VIEW padded REFRESH FAST ON COMMIT AS \
          SELECT a.id AS aid, b.id AS bid, a.x, b.y FROM a LEFT JOIN b ON b.k = a.k AND b.y > 0\
          """,
          """
          CREATE MATERIALIZED VIEW sizes REFRESH FAST ON COMMIT AS \
          SELECT n, COUNT(*) AS many FROM sums GROUP BY n\
          """,
          """
          CREATE MATERIALIZED VIEW alone REFRESH FAST ON COMMIT AS \
          SELECT k, COUNT(*) AS n, SUM(z) AS sz, COUNT(z) AS nz FROM c GROUP BY k\
          """,
          """
          CREATE MATERIALIZED VIEW later_joined REFRESH FAST ON DEMAND AS \
          SELECT a.k, a.x, b.y FROM a JOIN b ON b.id = a.id\
          """,
          """
          CREATE MATERIALIZED VIEW later_sums REFRESH FAST ON DEMAND AS \
          SELECT x, COUNT(*) AS n, SUM(k) AS sk, COUNT(k) AS nk FROM a GROUP BY x\
          """,
          """
          CREATE MATERIALIZED VIEW later_most REFRESH FAST ON DEMAND AS \
          SELECT a.k, MAX(b.y) AS most, COUNT(*) AS n FROM a JOIN b ON b.k = a.k GROUP BY a.k\
          """,
          """
          CREATE MATERIALIZED VIEW later_alone REFRESH FAST ON DEMAND AS \
          SELECT DISTINCT k, z FROM c\
          """);

  private static final List<String> REFRESHES =
      List.of(
          "'later_joined', 'F'",
          "'later_sums', 'F'",
          "'later_most,later_sums', 'FF'",
          "'later_alone', 'F'",
          "'later_joined,later_sums,later_most,later_alone', 'FFFF'",
          "'alone', 'F'",
          "'joined,join_sums', 'FF'",
          "'later_most', 'C'",
          "'sums', 'C'");

  private static final int MILLIS_BETWEEN_KILLS = 100;

  private final Server server;
  private final FreshDatabase database;
  private final Tally tally;
  private final Random random;
  private final List<Worker.Opener> writers;

  /** A database with tables and views, on which nothing happens yet. */
  Stress(Server server, FreshDatabase database, List<Worker.Opener> writers, Tally tally, long seed)
      throws SQLException {
    this.server = server;
    this.database = database;
    this.writers = List.copyOf(writers);
    this.tally = tally;
    this.random = new Random(seed);
    try (Connection connection = database.connect()) {
      for (String sql : server.setup()) {
        Sql.execute(connection, sql);
      }
      for (String sql : SETUP) {
        Sql.execute(connection, sql.formatted(server.key()));
      }
    }
  }

  /** All work for a while. */
  void run(double seconds) throws InterruptedException, ExecutionException {
    long end = System.nanoTime() + (long) (seconds * 1e9);
    List<Worker> workers = new ArrayList<>();
    for (Worker.Opener writer : writers) {
      workers.add(new Worker(writer, new Writer(server), random.nextLong(), tally, end));
    }
    workers.add(new Worker(database::connect, Stress::refresh, random.nextLong(), tally, end));
    workers.add(new Worker(database::connectRaw, this::kill, random.nextLong(), tally, end));
    ExecutorService threads = Executors.newFixedThreadPool(workers.size());
    try {
      for (Future<@Nullable Void> ended : threads.invokeAll(workers)) {
        ended.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static void refresh(Connection connection, Random random, Tally tally)
      throws SQLException {
    String what = REFRESHES.get(random.nextInt(REFRESHES.size()));
    Sql.execute(connection, "CALL DBMS_MVIEW.REFRESH(" + what + ")");
    tally.add("refreshes");
  }

  private void kill(Connection connection, Random random, Tally tally) throws SQLException {
    for (String found : Sql.rows(connection, server.kill())) {
      if (found.startsWith("KILL")) {
        Sql.execute(connection, found);
      }
    }
    tally.add("kills");
    try {
      TimeUnit.MILLISECONDS.sleep(random.nextInt(2 * MILLIS_BETWEEN_KILLS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What is wrong while nobody writes; empty when nothing is. */
  List<String> wrong() throws SQLException {
    try (Connection connection = database.connect()) {
      Views views = new Views(connection);
      List<String> wrong = new ArrayList<>(views.wrong(true));
      views.refreshFast();
      views.wrong(false).forEach(view -> wrong.add("after a refresh " + view));
      views.leftInLogs().forEach(log -> wrong.add("left in log " + log));
      return wrong;
    }
  }
}
