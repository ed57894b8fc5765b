package org.mview.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Rows that a subscription of PostgreSQL applies fire no statement triggers. Who commits on the
 * other side waits until they are there.
 */
class SubscriptionTest {
  private static final String ORDERS =
      "CREATE TABLE orders (id INTEGER PRIMARY KEY, customer INTEGER, amount INTEGER)";

  private EmbeddedPostgres server;
  private Connection there;
  private Connection here;

  @BeforeEach
  void start() throws Exception {
    server =
        EmbeddedPostgres.builder()
            .setServerConfig("fsync", "off")
            .setServerConfig("wal_level", "logical")
            .setServerConfig("synchronous_commit", "local")
            .setServerConfig("synchronous_standby_names", "arrivals")
            .start();
    there = DriverManager.getConnection(server.getJdbcUrl("postgres", "postgres"));
    Shop.execute(
        there, "CREATE DATABASE copy", ORDERS, "CREATE PUBLICATION all_of_it FOR TABLE orders");
    Shop.execute(there, "SELECT pg_create_logical_replication_slot('arrivals', 'pgoutput')");
    Shop.execute(there, "SET synchronous_commit = remote_apply");
    here =
        DriverManager.getConnection(
            server.getJdbcUrl("postgres", "copy").replace("jdbc:", "jdbc:mview:"));
  }

  @AfterEach
  void stop() throws Exception {
    here.close();
    there.close();
    server.close();
  }

  private void subscribe() throws Exception {
    Shop.execute(
        here,
        """
        CREATE SUBSCRIPTION arrivals CONNECTION 'host=localhost port=%s user=postgres dbname=postgres' \
        PUBLICATION all_of_it WITH (create_slot = false, copy_data = false)"""
            .formatted(server.getPort()));
  }

  private void arrive(String statement) throws Exception {
    Shop.execute(there, statement);
  }

  @Test
  void aTableOfASubscriptionHasNoLog() throws Exception {
    Shop.execute(here, ORDERS);
    subscribe();
    assertThatThrownBy(() -> Shop.execute(here, Shop.VIEW)).hasMessageContaining("ORA-12015");
    assertThatThrownBy(() -> Shop.execute(here, "CREATE MATERIALIZED VIEW LOG ON orders"))
        .hasMessageContaining("ORA-12019");
  }

  @Test
  void aViewIsNotCalledFreshOnceItsMasterIsOfASubscription() throws Exception {
    Shop.execute(here, ORDERS, Shop.VIEW, "INSERT INTO orders VALUES (100, 7, 1)");
    assertThat(Shop.staleness(here)).isEqualTo("FRESH");
    subscribe();
    arrive("INSERT INTO orders VALUES (1, 7, 10)");
    assertThat(Shop.staleness(here)).isEqualTo("NEEDS_COMPILE");
    Shop.execute(here, "CALL DBMS_MVIEW.REFRESH('sales', 'C')");
    assertThat(Shop.sales(here)).containsExactly("7|11|2");
    arrive("DELETE FROM orders");
    assertThat(Shop.staleness(here)).isNotEqualTo("FRESH");
  }

  @Test
  void whatArrivesInAPartitionedTableIsLogged() throws Exception {
    Shop.execute(
        here,
        ORDERS + " PARTITION BY RANGE (id)",
        "CREATE TABLE low PARTITION OF orders FOR VALUES FROM (0) TO (10)",
        "CREATE TABLE high PARTITION OF orders FOR VALUES FROM (10) TO (1000)",
        Shop.VIEW);
    subscribe();
    arrive("INSERT INTO orders VALUES (1, 7, 10), (20, 7, 20), (3, 8, 3)");
    arrive("UPDATE orders SET id = 30 WHERE id = 3");
    arrive("DELETE FROM orders WHERE id = 20");
    assertThat(Shop.staleness(here)).isEqualTo("STALE");
    Shop.execute(here, "CALL DBMS_MVIEW.REFRESH('sales', 'F')");
    assertThat(Shop.sales(here)).containsExactly("7|10|1", "8|3|1");
    arrive("TRUNCATE orders");
    Shop.execute(here, "CALL DBMS_MVIEW.REFRESH('sales', 'F')");
    assertThat(Shop.sales(here)).isEmpty();
  }
}
