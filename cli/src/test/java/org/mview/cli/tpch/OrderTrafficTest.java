package org.mview.cli.tpch;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class OrderTrafficTest {
  private Connection connection;

  @BeforeEach
  void load() throws SQLException {
    connection = DriverManager.getConnection("jdbc:sqlite::memory:");
    new TpchLoader(connection, 0.001, LoadListener.NONE).load();
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Test
  void theSameSeedGivesTheSameTransactions() throws SQLException {
    assertThat(transactions(42)).isEqualTo(transactions(42)).isNotEqualTo(transactions(43));
  }

  @Test
  void everyKindOfBusinessOccurs() throws SQLException {
    assertThat(transactions(1))
        .extracting(Transaction::business)
        .contains(
            "new order",
            "line repriced",
            "line from another supplier",
            "order changed",
            "order cancelled",
            "customer moved",
            "new customer",
            "customer left");
  }

  @Test
  void theTransactionsRunAndLeaveNoLineWithoutItsOrderAndNoOrderWithoutItsCustomer()
      throws SQLException {
    Set<String> changedTables = new HashSet<>();
    int idle = 0;
    try (TransactionRunner runner = new TransactionRunner(connection)) {
      for (Transaction transaction : transactions(5)) {
        Map<String, Long> changed = runner.apply(transaction);
        changedTables.addAll(changed.keySet());
        idle += changed.values().stream().allMatch(rows -> rows == 0) ? 1 : 0;
      }
    }
    assertThat(changedTables).containsExactlyInAnyOrder("orders", "lineitem", "customer");
    assertThat(idle).as("transactions that changed nothing").isLessThan(50);
    assertThat(count("lineitem WHERE l_orderkey NOT IN (SELECT o_orderkey FROM orders)")).isZero();
    assertThat(count("orders WHERE o_custkey NOT IN (SELECT c_custkey FROM customer)")).isZero();
    assertThat(count("orders WHERE o_orderdate > '1998-08-02'")).isPositive();
  }

  private List<Transaction> transactions(long seed) throws SQLException {
    OrderTraffic traffic = OrderTraffic.over(connection, seed);
    return Stream.generate(traffic::next).limit(1000).toList();
  }

  private long count(String rows) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM " + rows)) {
      row.next();
      return row.getLong(1);
    }
  }
}
