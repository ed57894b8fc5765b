package org.mview.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mview.command.Options;

class SessionOnDemandTest {
  @ParameterizedTest
  @ValueSource(strings = {"SELECT 1", "-- first\nSELECT 1;", "PRAGMA user_version", "VALUES (1)"})
  void aSessionThatOnlyReadsDoesNotLookForViews(String sql) throws SQLException {
    try (TestSession session = TestSession.open()) {
      assertThat(session.session().classify(sql)).isEqualTo(Verdict.PASS);
      assertThat(session.session().epoch()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"UPDATE t SET a = 1", "SELECT 1; DELETE FROM t", "BEGIN", "WITH c AS (SELECT 1)"})
  void whateverElseItIsAskedItLooksForViewsFirst(String sql) throws SQLException {
    try (TestSession session = TestSession.open()) {
      session.session().classify(sql);
      assertThat(session.session().epoch()).isPositive();
    }
  }

  @Test
  void itLooksForViewsBeforeATransactionBegins() throws SQLException {
    try (TestSession session = TestSession.open()) {
      List<Integer> epochs = new ArrayList<>();
      session.session().setAutoCommit(false, () -> epochs.add(session.session().epoch()));
      assertThat(epochs).singleElement().satisfies(epoch -> assertThat(epoch).isPositive());
    }
  }

  @Test
  void aConnectionThatIsInATransactionAlreadyIsLookedAtAtOnce() throws SQLException {
    try (Connection real = DriverManager.getConnection("jdbc:sqlite::memory:")) {
      real.setAutoCommit(false);
      assertThat(new Sessions().open(real, Options.DEFAULT).epoch()).isPositive();
    }
  }

  /** As without us: the database is read when there is something to read. */
  @Test
  void aDatabaseThatAnotherHasLockedCanBeConnectedTo(@TempDir Path folder) throws SQLException {
    String url = "jdbc:sqlite:" + folder.resolve("locked.db");
    try (Connection other = DriverManager.getConnection(url);
        Statement statement = other.createStatement()) {
      statement.execute("CREATE TABLE t (a INTEGER)");
      statement.execute("BEGIN EXCLUSIVE");
      try (TestSession session = TestSession.open(url + "?busy_timeout=1", Options.DEFAULT)) {
        statement.execute("COMMIT");
        session.run("INSERT INTO t VALUES (1)");
        assertThat(session.rows("SELECT a FROM t")).containsExactly("1");
      }
    }
  }
}
