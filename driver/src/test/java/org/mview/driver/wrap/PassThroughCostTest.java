package org.mview.driver.wrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.mview.command.Options;

/** What a statement that is nothing to us costs, in memory: time is for the benchmarks. */
class PassThroughCostTest {
  private static final int ROUNDS = 8;
  private static final int WARM = 10_000;
  private static final int MEASURED = 5_000;
  private static final String SELECT = "select a from t where a = ?";

  private interface Work {
    void once() throws SQLException;
  }

  @Test
  void aPreparedQueryCostsTheWrapperOfItsResultSet() throws SQLException {
    assertThat(extraBytes(PassThroughCostTest::query)).isLessThanOrEqualTo(32);
  }

  @Test
  void aPreparedUpdateCostsNothing() throws SQLException {
    assertThat(extraBytes(PassThroughCostTest::update)).isLessThanOrEqualTo(4);
  }

  @Test
  void aTextCostsNothing() throws SQLException {
    assertThat(extraBytes(PassThroughCostTest::text)).isLessThanOrEqualTo(4);
  }

  private static Work query(Connection connection) throws SQLException {
    PreparedStatement select = connection.prepareStatement(SELECT);
    return () -> {
      select.setInt(1, 1);
      try (ResultSet rows = select.executeQuery()) {
        rows.next();
        rows.getInt(1);
      }
    };
  }

  private static Work update(Connection connection) throws SQLException {
    PreparedStatement update = connection.prepareStatement("update t set b = ? where a = 1");
    return () -> {
      update.setInt(1, 1);
      update.executeUpdate();
    };
  }

  private static Work text(Connection connection) throws SQLException {
    Statement statement = connection.createStatement();
    return () -> statement.executeUpdate("update t set b = 2 where a = 1");
  }

  private interface Preparation {
    Work on(Connection connection) throws SQLException;
  }

  /**
   * Bytes per call that we allocate more than the driver alone. The compiler of the JVM now and
   * then leaves an object in the driver that it spares at other times: the least of many is taken.
   */
  private static double extraBytes(Preparation preparation) throws SQLException {
    try (Connection raw = DriverManager.getConnection("jdbc:sqlite::memory:");
        Connection real = DriverManager.getConnection("jdbc:sqlite::memory:");
        Connection wrapped = MViewConnection.open(real, Options.DEFAULT)) {
      Work alone = prepared(preparation, raw);
      Work ours = prepared(preparation, wrapped);
      double leastAlone = Double.MAX_VALUE;
      double leastOurs = Double.MAX_VALUE;
      for (int round = 0; round < ROUNDS; round++) {
        leastAlone = Math.min(leastAlone, bytesPerCall(alone));
        leastOurs = Math.min(leastOurs, bytesPerCall(ours));
      }
      return leastOurs - leastAlone;
    }
  }

  private static Work prepared(Preparation preparation, Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("create table t(a int primary key, b int)");
      statement.execute("insert into t values (1, 1)");
    }
    return preparation.on(connection);
  }

  private static double bytesPerCall(Work work) throws SQLException {
    repeat(work, WARM);
    long before = allocated();
    repeat(work, MEASURED);
    return (double) (allocated() - before) / MEASURED;
  }

  private static void repeat(Work work, int times) throws SQLException {
    for (int i = 0; i < times; i++) {
      work.once();
    }
  }

  private static long allocated() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    return threads.getCurrentThreadAllocatedBytes();
  }
}
