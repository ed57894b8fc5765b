package org.mview.concurrency;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mview.conformance.FreshDatabase;
import org.mview.conformance.Sql;
import org.mview.conformance.TestDatabase;
import org.mview.conformance.TestDatabases;

/** A complete refresh that takes long is seen by others, and can be given up. */
class RunningRefreshTest {
  static Stream<TestDatabase> databases() {
    return TestDatabases.chosen().stream();
  }

  @ParameterizedTest
  @MethodSource("databases")
  @Timeout(value = 60, unit = SECONDS)
  void isSeenAndCancelled(TestDatabase kind) throws Exception {
    String view = kind.dialect().catalog().storage().dictionaryCase().apply("V$MVREFRESH");
    boolean isPlain = !kind.name().equals("hsqldb"); // which takes a $ in quotes only
    String refreshes = "SELECT currmvname FROM " + (isPlain ? view : kind.dialect().quoted(view));
    boolean shows = kind.dialect().catalog().sessions().isPresent();
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try (FreshDatabase database = kind.create();
        Connection ours = database.connect();
        Connection other = database.connectRaw();
        Statement refresh = ours.createStatement()) {
      Sql.execute(ours, "CREATE TABLE n (i INTEGER PRIMARY KEY)");
      Sql.execute(
          ours,
          "CREATE MATERIALIZED VIEW long_one BUILD DEFERRED REFRESH COMPLETE AS "
              + "SELECT a.i, COUNT(*) AS c FROM n a, n b, n c, n d, n e"
              + " WHERE a.i + b.i + c.i + d.i = e.i GROUP BY a.i");
      for (int i = 0; i < 100; i++) {
        Sql.execute(ours, "INSERT INTO n VALUES (" + i + ")");
      }
      assertThat(Sql.rows(other, refreshes)).isEmpty();
      Future<Boolean> running =
          thread.submit(() -> refresh.execute("CALL DBMS_MVIEW.REFRESH('long_one', 'C')"));
      if (shows) {
        List<String> seen = Sql.rows(other, refreshes);
        while (seen.isEmpty() && !running.isDone()) {
          Thread.onSpinWait();
          seen = Sql.rows(other, refreshes);
        }
        assertThat(seen).singleElement().asString().isEqualToIgnoringCase("long_one");
      }
      while (!running.isDone()) {
        refresh.cancel(); // again, as it may have come between two statements
        Thread.onSpinWait();
      }
      assertThatThrownBy(running::get).hasCauseInstanceOf(SQLException.class);
      assertThat(Sql.rows(other, refreshes)).isEmpty();
      assertThat(Sql.rows(ours, "SELECT staleness FROM user_mviews")).containsExactly("UNUSABLE");
      assertThat(Sql.rows(ours, "SELECT * FROM long_one")).isEmpty();
    } finally {
      thread.shutdownNow();
    }
  }
}
