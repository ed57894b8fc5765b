package org.mview.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.sql.Connection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mview.conformance.FreshDatabase;
import org.mview.conformance.PostgresDatabase;
import org.postgresql.PGConnection;

/** COPY by the CopyManager of PostgreSQL's driver, which is no statement that we see. */
class CopyTest {
  private static final String COPY = "COPY orders FROM STDIN";

  private FreshDatabase database;
  private Connection connection;

  @BeforeEach
  void connect() throws Exception {
    database = PostgresDatabase.EMBEDDED.create();
    connection = database.connect();
    Shop.execute(connection, Shop.TABLE, Shop.VIEW);
  }

  @AfterEach
  void close() throws Exception {
    connection.close();
    database.close();
  }

  private static void copy(Connection into, String sql, String rows) throws Exception {
    into.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, new StringReader(rows));
  }

  @Test
  void besideAStatementItIsInTheViewAtTheCommit() throws Exception {
    connection.setAutoCommit(false);
    copy(connection, COPY, "1\t7\t10\n2\t7\t20\n");
    Shop.execute(connection, "UPDATE orders SET amount = amount + 1 WHERE id = 1");
    connection.commit();
    assertThat(Shop.sales(connection)).containsExactly("7|31|2");
  }

  @Test
  void aloneInATransactionItIsPendingUntilTheNextCommit() throws Exception {
    connection.setAutoCommit(false);
    copy(connection, COPY, "1\t7\t10\n");
    connection.commit();
    assertThat(Shop.staleness(connection)).isEqualTo("STALE");
  }

  @Test
  void inAutocommitItIsPendingUntilTheNextCommit() throws Exception {
    copy(connection, COPY, "1\t7\t10\n");
    assertThat(Shop.staleness(connection)).isEqualTo("STALE");
    Shop.execute(connection, "INSERT INTO orders VALUES (2, 7, 20)");
    assertThat(Shop.sales(connection)).containsExactly("7|30|2");
  }

  @Test
  void frozenRowsAreLoggedAsOthersAre() throws Exception {
    connection.setAutoCommit(false);
    Shop.execute(connection, "INSERT INTO orders VALUES (9, 9, 9)");
    connection.commit();
    Shop.execute(connection, "TRUNCATE orders");
    copy(connection, COPY + " WITH (FREEZE)", "1\t7\t10\n");
    connection.commit();
    assertThat(Shop.sales(connection)).containsExactly("7|10|1");
  }

  @Test
  void byAnotherProgramItIsLogged() throws Exception {
    try (Connection raw = database.connectRaw()) {
      copy(raw, COPY, "1\t7\t10\n");
    }
    assertThat(Shop.staleness(connection)).isEqualTo("STALE");
    Shop.execute(connection, "CALL DBMS_MVIEW.REFRESH('sales', 'F')");
    assertThat(Shop.sales(connection)).containsExactly("7|10|1");
  }
}
