package org.mview.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mview.command.Options;
import org.mview.session.Sessions;
import org.mview.session.TestSession;

/** How schedulers end while a job runs, on a database on which another one could take it over. */
class SchedulerTest {
  /** The shortest lease that is renewed in time: it ends at whole seconds. */
  private static final Duration LEASE = Duration.ofSeconds(3);

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final String URL = "jdbc:h2:mem:scheduler;LOCK_TIMEOUT=60000";
  private static final String LEASED = "SELECT leased_until FROM \"mview$job\"";

  private TestSession session;
  private Connection inTheWay;

  @BeforeEach
  void createAViewThatIsHeld() throws SQLException {
    session = TestSession.open(URL, Options.DEFAULT);
    session.run(
        """
        CREATE TABLE t (id INTEGER PRIMARY KEY);
        INSERT INTO t VALUES (1);
        CREATE MATERIALIZED VIEW v REFRESH COMPLETE START WITH SYSDATE NEXT SYSDATE + 1 AS SELECT id FROM t;
        INSERT INTO t VALUES (2);
        """);
    inTheWay = DriverManager.getConnection(URL);
    inTheWay.setAutoCommit(false);
    try (Statement statement = inTheWay.createStatement()) {
      statement.execute("SELECT id FROM v FOR UPDATE");
    }
  }

  @AfterEach
  void close() throws SQLException {
    inTheWay.close();
    session.close();
  }

  private Scheduler start() throws SQLException {
    Source source =
        () -> new Sessions().openForJobs(DriverManager.getConnection(URL), Options.DEFAULT);
    Scheduler scheduler = Scheduler.start(source, 1, () -> true, LEASE);
    while (leasedUntil().equals("null")) {
      Thread.onSpinWait();
    }
    return scheduler;
  }

  private String leasedUntil() throws SQLException {
    return session.rows(LEASED).get(0);
  }

  private List<String> rows() throws SQLException {
    return session.rows("SELECT id FROM v ORDER BY id");
  }

  @Test
  void theLeaseOfAJobIsRenewedUntilItHasEndedAlsoWhenNoOtherBegins() throws Exception {
    Scheduler scheduler = start();
    CompletableFuture<Boolean> closed =
        CompletableFuture.supplyAsync(() -> scheduler.close(MINUTE));
    String first = leasedUntil();
    long end = System.nanoTime() + MINUTE.toNanos();
    while (leasedUntil().equals(first) && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    assertThat(leasedUntil()).isGreaterThan(first);
    inTheWay.rollback();
    assertThat(closed.get()).isTrue();
    assertThat(rows()).containsExactly("1", "2");
    assertThat(leasedUntil()).isEqualTo("null");
  }
}
