package org.mview.cli.tpch;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class TpchLoaderTest {
  private static final double SCALE_FACTOR = 0.001;

  private Connection connection;

  @BeforeEach
  void open() throws SQLException {
    connection = DriverManager.getConnection("jdbc:sqlite::memory:");
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Test
  void allEightTablesAreLoaded() throws SQLException {
    Map<String, Long> reported = new LinkedHashMap<>();
    LoadListener listener =
        new LoadListener() {
          private String current = "";

          @Override
          public void begins(String table, long expectedRows) {
            current = table;
          }

          @Override
          public void loaded(long rows) {
            reported.merge(current, rows, Long::sum);
          }
        };

    long rows = new TpchLoader(connection, SCALE_FACTOR, listener).load();

    Map<String, Long> counted = new LinkedHashMap<>();
    for (TableDefinition<?> table : TpchTables.ALL) {
      counted.put(table.name(), Long.valueOf(one("SELECT COUNT(*) FROM " + table.name())));
    }
    assertThat(counted)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "region", 5L,
                "nation", 25L,
                "supplier", 10L,
                "customer", 150L,
                "part", 200L,
                "partsupp", 700L,
                "orders", 1500L,
                "lineitem", 6005L));
    assertThat(reported).isEqualTo(counted);
    assertThat(rows).isEqualTo(counted.values().stream().mapToLong(Long::longValue).sum());
    assertThat(connection.getAutoCommit()).isTrue();
  }

  @Test
  void valuesAreThoseOfTheSpecification() throws SQLException {
    new TpchLoader(connection, SCALE_FACTOR, LoadListener.NONE).load();
    assertThat(one("SELECT n_name FROM nation WHERE n_nationkey = 7")).isEqualTo("GERMANY");
    assertThat(one("SELECT MIN(o_orderdate) || ' ' || MAX(o_orderdate) FROM orders"))
        .isEqualTo("1992-01-01 1998-08-02");
    assertThat(one("SELECT MAX(l_discount) || ' ' || MAX(l_quantity) FROM lineitem"))
        .isEqualTo("10 50");
    assertThat(one("SELECT MIN(o_totalprice / 100) > 500 FROM orders")).isEqualTo("1");
    assertThat(
            one(
                "SELECT COUNT(*) FROM lineitem WHERE l_orderkey NOT IN (SELECT o_orderkey FROM orders)"))
        .isEqualTo("0");
  }

  @Test
  void keysAndForeignKeysAreIndexed() throws SQLException {
    new TpchLoader(connection, SCALE_FACTOR, LoadListener.NONE).load();
    assertThat(plan("SELECT * FROM lineitem WHERE l_orderkey = 1")).contains("USING INDEX");
    assertThat(plan("SELECT * FROM lineitem WHERE l_suppkey = 1")).contains("l_suppkey_idx");
    assertThat(plan("SELECT * FROM orders WHERE o_custkey = 1")).contains("o_custkey_idx");
    assertThat(plan("SELECT * FROM customer WHERE c_nationkey = 1")).contains("c_nationkey_idx");
  }

  @Test
  void moneyIsInCentsAndDatesHaveATypeOfTheirOwn() {
    assertThat(TpchTables.PARTSUPP.createTable())
        .isEqualTo(
            """
            CREATE TABLE partsupp (
              ps_partkey BIGINT NOT NULL,
              ps_suppkey BIGINT NOT NULL,
              ps_availqty INTEGER NOT NULL,
              ps_supplycost BIGINT NOT NULL,
              ps_comment VARCHAR(199) NOT NULL,
              PRIMARY KEY (ps_partkey, ps_suppkey)
            )""");
    assertThat(TpchTables.ORDERS.createTable()).contains("o_orderdate DATE NOT NULL");
  }

  private String one(String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }

  private String plan(String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("EXPLAIN QUERY PLAN " + query)) {
      row.next();
      return row.getString("detail");
    }
  }
}
