package org.mview.driver.wrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class CancelTest {
  private static final int PAUSE_MILLIS = 5;
  private static final String LONG_IN_H2 =
      "select count(*) from system_range(1, 1000000) a, system_range(1, 1000000) b";
  private static final String LONG_IN_SQLITE =
      """
      with recursive n(i) as (select 1 union all select i + 1 from n where i < 1000000000000)
      select count(*) from n""";

  @ParameterizedTest
  @CsvSource({"jdbc:h2:mem:, true", "jdbc:sqlite::memory:, false"})
  void anotherThreadStopsARunningStatement(String url, boolean h2) throws Exception {
    try (Connection connection =
        MViewConnection.of(DriverManager.getConnection(url), new ScriptedSession())) {
      Statement statement = connection.createStatement();
      AtomicBoolean over = new AtomicBoolean();
      Thread canceller = new Thread(() -> cancelUntil(over, statement));
      canceller.start();
      try {
        assertThatThrownBy(() -> statement.executeQuery(h2 ? LONG_IN_H2 : LONG_IN_SQLITE).next())
            .isInstanceOf(SQLException.class);
      } finally {
        over.set(true);
        canceller.join();
      }
      assertThat(connection.createStatement().execute("select 1")).isTrue();
    }
  }

  /**
   * Again and again: a cancel that comes before the statement runs does nothing. With pauses: H2
   * once did not notice a cancel that was renewed without a break.
   */
  private static void cancelUntil(AtomicBoolean over, Statement statement) {
    while (!over.get()) {
      try {
        statement.cancel();
        Thread.sleep(PAUSE_MILLIS);
      } catch (SQLException | InterruptedException refused) {
        throw new AssertionError(refused);
      }
    }
  }

  @Test
  void aStatementThatTakesTooLongIsStoppedByTheDriver() throws SQLException {
    try (Connection connection =
        MViewConnection.of(DriverManager.getConnection("jdbc:h2:mem:"), new ScriptedSession())) {
      Statement statement = connection.createStatement();
      statement.setQueryTimeout(1);
      assertThatThrownBy(() -> statement.executeQuery(LONG_IN_H2))
          .isInstanceOf(java.sql.SQLTimeoutException.class);
    }
  }
}
