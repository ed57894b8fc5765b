package org.mview.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mview.catalog.Job;
import org.mview.command.Options;

/** Who runs a job, when several would. */
class JobSessionTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @TempDir private Path directory;

  private Instant time = Instant.parse("2024-05-15T10:20:30Z");
  private final InstantSource clock = () -> time;
  private final Options options = Options.DEFAULT.with(true, ZoneOffset.UTC, Optional.of(clock));

  private String url() {
    return "jdbc:sqlite:" + directory.resolve("test.db");
  }

  private TestSession withView() throws SQLException {
    TestSession session = TestSession.open(url(), options);
    session.run(
        """
        CREATE TABLE t (id INTEGER PRIMARY KEY);
        CREATE MATERIALIZED VIEW v REFRESH COMPLETE START WITH SYSDATE NEXT SYSDATE + 1 AS SELECT id FROM t;
        INSERT INTO t VALUES (1);
        """);
    return session;
  }

  private JobSession open() throws SQLException {
    return new Sessions().openForJobs(DriverManager.getConnection(url()), options);
  }

  @Test
  void oneOfTwoGetsAJob() throws SQLException {
    try (TestSession session = withView();
        JobSession one = open();
        JobSession other = open()) {
      String owner = one.newOwner();
      Job job = one.take(owner, MINUTE).orElseThrow();
      assertThat(other.take(other.newOwner(), MINUTE)).isEmpty();
      one.run(job, owner);
      assertThat(other.take(other.newOwner(), MINUTE)).isEmpty();
      assertThat(session.rows("SELECT next_date, this_date FROM user_jobs"))
          .containsExactly("2024-05-16 10:20:30|null");
      assertThat(session.rows("SELECT * FROM v")).containsExactly("1");
    }
  }

  @Test
  void aJobOfOneThatIsGoneIsTakenOverWhenItsLeaseIsOver() throws SQLException {
    try (TestSession session = withView();
        JobSession gone = open();
        JobSession other = open()) {
      Job lost = gone.take("gone", MINUTE).orElseThrow();
      time = time.plusSeconds(59);
      assertThat(other.take("other", MINUTE)).isEmpty();
      time = time.plusSeconds(1);
      assertThat(other.take("other", MINUTE)).isPresent();
      assertThatThrownBy(() -> gone.run(lost, "gone"))
          .as("JOB_TAKEN_OVER")
          .hasMessageStartingWith("ORA-12012: job %s was taken over".formatted(lost.id()));
      assertThat(session.rows("SELECT * FROM v")).isEmpty();
      assertThat(session.rows("SELECT failures FROM user_jobs")).containsExactly("0");
    }
  }

  @Test
  void aLeaseThatIsRenewedHolds() throws SQLException {
    try (TestSession session = withView();
        JobSession one = open();
        JobSession other = open()) {
      Job job = one.take("one", MINUTE).orElseThrow();
      time = time.plusSeconds(40);
      assertThat(other.renew(job, "one", MINUTE)).isTrue();
      assertThat(other.renew(job, "other", MINUTE)).isFalse();
      time = time.plusSeconds(40);
      assertThat(other.take("other", MINUTE)).isEmpty();
      assertThat(session.rows("SELECT this_date FROM user_jobs"))
          .containsExactly("2024-05-15 10:20:30");
    }
  }

  @Test
  void whatIsAlteredWhileAWorkerWaitsCounts() throws SQLException {
    try (TestSession session = withView();
        JobSession one = open()) {
      Job job = one.take("one", MINUTE).orElseThrow();
      session.run("ALTER MATERIALIZED VIEW v REFRESH NEXT SYSDATE + 2;");
      one.run(job, "one");
      assertThat(session.rows("SELECT next_date FROM user_jobs"))
          .containsExactly("2024-05-17 10:20:30");
    }
  }

  @Test
  void ownersAreOfOneDatabaseAlone() throws SQLException {
    try (TestSession session = withView();
        JobSession one = open();
        JobSession other = open()) {
      assertThat(session.rows("SELECT broken FROM user_jobs")).containsExactly("N");
      assertThat(one.newOwner()).isNotEqualTo(other.newOwner());
    }
  }

  @Test
  void aDatabaseOfOneConnectionIsRefused() {
    assertThatThrownBy(
            () ->
                new Sessions()
                    .openForJobs(DriverManager.getConnection("jdbc:sqlite::memory:"), options))
        .hasMessageContaining("use a database in a file");
  }

  @Test
  void anOlderRegistryLearnsOfJobsWithTheFirst() throws SQLException {
    try (TestSession session = TestSession.open(url(), options)) {
      session.run(
          """
          CREATE TABLE t (id INTEGER PRIMARY KEY);
          CREATE MATERIALIZED VIEW v REFRESH COMPLETE AS SELECT id FROM t;
          CREATE MATERIALIZED VIEW w REFRESH COMPLETE AS SELECT id FROM t;
          DROP TABLE "mview$job";
          DROP TABLE "mview$group";
          DROP TABLE "mview$member";
          DROP TABLE "mview$mark";
          DROP TABLE "mview$turn";
          DROP VIEW user_refresh;
          DROP VIEW user_mview_logs;
          CREATE VIEW user_mview_logs AS SELECT master FROM "mview$log";
          UPDATE "mview$registry" SET schema_version = 2;
          DROP MATERIALIZED VIEW w;
          """);
      try (JobSession jobs = open()) {
        assertThat(jobs.hasDue()).isFalse();
      }
      assertThat(session.rows("SELECT schema_version FROM \"mview$registry\""))
          .containsExactly("2");
      session.run("ALTER MATERIALIZED VIEW v REFRESH NEXT SYSDATE + 1;");
      assertThat(session.rows("SELECT schema_version FROM \"mview$registry\""))
          .containsExactly("5");
      assertThat(session.rows("SELECT rname, next_date FROM user_refresh"))
          .containsExactly("v|2024-05-16 10:20:30");
      assertThat(session.rows("SELECT purge_start FROM user_mview_logs")).isEmpty();
    }
  }
}
