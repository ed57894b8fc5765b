package org.mview.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mview.conformance.Sql;

/** Several processes on one file at once, which know of each other only by the file. */
class ProcessesTest {
  private static final String SUMS =
      """
      CREATE MATERIALIZED VIEW sums REFRESH FAST ON COMMIT AS \
      SELECT customer, SUM(amount) total FROM orders GROUP BY customer""";

  private static final String MOST =
      """
      CREATE MATERIALIZED VIEW sums REFRESH FAST ON COMMIT AS \
      SELECT o.customer, MAX(o.id) most, c.region FROM orders o JOIN customer c \
      ON c.id = o.customer GROUP BY o.customer, c.region""";

  private static final String INSERT = "INSERT INTO orders (customer, amount) VALUES (1, 10)";

  /** As VersionCheck has it: a connection looks at the clock in every so many calls. */
  private static final int CALLS = 64;

  private static final String RUN_MILLIS =
      String.valueOf(Integer.getInteger("mview.millis", 8_000));

  @TempDir Path folder;

  private Path file;
  private Connection here;

  @BeforeEach
  void create() throws SQLException {
    file = folder.resolve("shared.db");
    Words words = Words.of(Aftermath.url(file));
    here = DriverManager.getConnection(Aftermath.url(file), words.properties());
    Sql.execute(here, "PRAGMA journal_mode=WAL");
    for (String table : words.tables()) {
      Sql.execute(here, table);
    }
    Sql.execute(here, "INSERT INTO customer VALUES (1, 'north')");
  }

  @AfterEach
  void close() throws SQLException {
    here.close();
  }

  @Test
  void whenAllHaveEndedEveryViewIsRight() throws Exception {
    List<Child> children = new ArrayList<>();
    List<String> definitions = List.of("2", "2", "60");
    for (int i = 0; i < definitions.size(); i++) {
      children.add(
          Child.start(
              Application.class,
              Aftermath.url(file),
              "writer" + i,
              String.valueOf(i),
              RUN_MILLIS,
              definitions.get(i)));
    }
    List<Integer> committed = new ArrayList<>();
    for (Child child : children) {
      committed.add(last(child));
      assertThat(child.end()).as("how it has ended").isZero();
    }
    Aftermath aftermath = new Aftermath(file);
    for (int i = 0; i < committed.size(); i++) {
      assertThat(committed.get(i)).isPositive();
      aftermath.assertCommitted("writer" + i, committed.get(i));
    }
    aftermath.assertViewsAreRight();
    aftermath.assertNothingIsLeftOver();
  }

  private static int last(Child child) throws IOException {
    int last = 0;
    @Nullable String line;
    while ((line = child.line()) != null) {
      last = line.equals("ready") ? 0 : Integer.parseInt(line);
    }
    return last;
  }

  @Test
  void aCommitOfAProcessThatHasNotYetSeenTheViewLeavesItStaleOrRight() throws Exception {
    try (Child other = Child.start(OneStatementALine.class, Aftermath.url(file))) {
      assertThat(other.ask(INSERT)).isEqualTo("done");
      Sql.execute(here, SUMS);
      assertThat(other.ask(INSERT)).isEqualTo("done");
      assertRightOrStale();
      seeChanges(other);
      assertThat(other.ask(INSERT)).isEqualTo("done");
      assertRight();
    }
  }

  @Test
  void aRefreshBringsInWhatAnotherProcessHasCommittedWithoutSeeingTheView() throws Exception {
    try (Child other = Child.start(OneStatementALine.class, Aftermath.url(file))) {
      assertThat(other.ask(INSERT)).isEqualTo("done");
      Sql.execute(here, SUMS);
      assertThat(other.ask(INSERT)).isEqualTo("done");
      Sql.execute(here, "CALL DBMS_MVIEW.REFRESH('sums')");
      assertRight();
    }
  }

  @Test
  void aNewConnectionOfAnotherProcessKnowsTheView() throws Exception {
    try (Child other = Child.start(OneStatementALine.class, Aftermath.url(file))) {
      assertThat(other.ask(INSERT)).isEqualTo("done");
      Sql.execute(here, SUMS);
      assertThat(other.ask("connect")).isEqualTo("done");
      assertThat(other.ask(INSERT)).isEqualTo("done");
      assertRight();
    }
  }

  @Test
  void aViewThatAnotherProcessHasDroppedStandsInNobodysWay() throws Exception {
    Sql.execute(here, SUMS);
    try (Child other = Child.start(OneStatementALine.class, Aftermath.url(file))) {
      assertThat(other.ask(INSERT)).isEqualTo("done");
      assertRight();
      Sql.execute(here, "DROP MATERIALIZED VIEW sums");
      assertThat(other.ask(INSERT)).isEqualTo("done");
      assertThat(other.ask("BEGIN")).isEqualTo("done");
      assertThat(other.ask(INSERT)).isEqualTo("done");
      assertThat(other.ask("COMMIT")).isEqualTo("done");
      assertThat(other.ask("SELECT COUNT(*) FROM orders")).isEqualTo("[3]");
    }
  }

  @Test
  void aViewThatAnotherProcessHasMadeAnewIsKeptByItsNewQuery() throws Exception {
    Sql.execute(here, SUMS);
    try (Child other = Child.start(OneStatementALine.class, Aftermath.url(file))) {
      assertThat(other.ask(INSERT)).isEqualTo("done");
      Sql.execute(here, "DROP MATERIALIZED VIEW sums");
      Sql.execute(here, MOST);
      assertThat(other.ask(INSERT)).isEqualTo("done");
      assertRight();
      assertThat(other.ask("DELETE FROM orders WHERE id = 1")).isEqualTo("done");
      assertRight();
    }
  }

  @Test
  void anAlteredViewIsKeptAsItIsDeclaredNow() throws Exception {
    Sql.execute(here, SUMS);
    try (Child other = Child.start(OneStatementALine.class, Aftermath.url(file))) {
      assertThat(other.ask(INSERT)).isEqualTo("done");
      Sql.execute(here, "ALTER MATERIALIZED VIEW sums REFRESH FORCE ON DEMAND");
      assertThat(other.ask(INSERT)).isEqualTo("done");
      assertRightOrStale();
      Sql.execute(here, "ALTER MATERIALIZED VIEW sums REFRESH FORCE ON COMMIT");
      seeChanges(other);
      assertThat(other.ask(INSERT)).isEqualTo("done");
      assertRight();
    }
  }

  /** After a second, and some statements, a process has noticed what others have done. */
  private static void seeChanges(Child other) throws Exception {
    TimeUnit.MILLISECONDS.sleep(1_100); // the clock of another process cannot be set
    for (int i = 0; i < CALLS; i++) {
      other.ask("SELECT 1");
    }
  }

  private void assertRight() throws SQLException {
    assertThat(staleness()).isEqualTo("FRESH");
    assertRightOrStale();
  }

  private void assertRightOrStale() throws SQLException {
    String query = Sql.rows(here, "SELECT QUERY FROM user_mviews").get(0);
    List<String> held = Sql.rows(here, "SELECT * FROM sums");
    if (staleness().equals("FRESH")) {
      assertThat(held).containsExactlyInAnyOrderElementsOf(Sql.rows(here, query));
    }
  }

  private String staleness() throws SQLException {
    return Sql.rows(here, "SELECT STALENESS FROM user_mviews").get(0);
  }
}
