package org.mview.writing;

import static java.sql.ResultSet.CONCUR_UPDATABLE;
import static java.sql.ResultSet.TYPE_SCROLL_INSENSITIVE;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mview.conformance.FreshDatabase;
import org.mview.conformance.TestDatabase;
import org.mview.conformance.TestDatabases;

/** Rows that are changed by updateRow, insertRow and deleteRow of a result set. */
class UpdatableRowsTest {
  /** Their drivers have no result sets that can be written to. */
  private static final Set<String> WITHOUT = Set.of("sqlite", "duckdb");

  static List<TestDatabase> databases() {
    return TestDatabases.chosen();
  }

  @ParameterizedTest
  @MethodSource("databases")
  void throughUsTheyAreInTheViewAtTheCommit(TestDatabase kind) throws SQLException {
    try (FreshDatabase database = kind.create();
        Connection connection = database.connect()) {
      prepare(connection);
      if (change(connection, kind)) {
        assertThat(Shop.sales(connection)).containsExactly("7|15|1", "8|40|1");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("databases")
  void byAnotherProgramTheyAreLogged(TestDatabase kind) throws SQLException {
    try (FreshDatabase database = kind.create();
        Connection connection = database.connect();
        Connection raw = database.connectRaw()) {
      prepare(connection);
      connection.commit();
      if (change(raw, kind)) {
        assertThat(Shop.staleness(connection)).isEqualTo("STALE");
        connection.commit();
        Shop.execute(connection, "INSERT INTO orders VALUES (5, 9, 1)");
        connection.commit();
        assertThat(Shop.sales(connection)).containsExactly("7|15|1", "8|40|1", "9|1|1");
      }
    }
  }

  private static void prepare(Connection connection) throws SQLException {
    Shop.execute(connection, Shop.TABLE, Shop.VIEW);
    Shop.execute(connection, "INSERT INTO orders VALUES (1, 7, 10), (2, 7, 20)");
    connection.setAutoCommit(false);
  }

  /** Answers whether the database has such result sets. */
  private static boolean change(Connection connection, TestDatabase kind) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = updatable(connection, kind);
        ResultSet row = statement.executeQuery("SELECT id, customer, amount FROM orders")) {
      if (WITHOUT.contains(kind.dialect().name())) {
        assertThat(row.getConcurrency()).isNotEqualTo(CONCUR_UPDATABLE);
        return false;
      }
      changeBoth(row);
      row.moveToInsertRow();
      row.updateInt(1, 3);
      row.updateInt(2, 8);
      row.updateInt(3, 40);
      row.insertRow();
    }
    connection.commit();
    assertThat(Shop.rows(connection, "SELECT amount FROM orders ORDER BY id"))
        .containsExactly("15", "40");
    return true;
  }

  private static void changeBoth(ResultSet row) throws SQLException {
    while (row.next()) {
      if (row.getInt(1) == 1) {
        row.updateInt(3, 15);
        row.updateRow();
      } else {
        row.deleteRow();
      }
    }
  }

  private static Statement updatable(Connection connection, TestDatabase kind) throws SQLException {
    return WITHOUT.contains(kind.dialect().name())
        ? connection.createStatement()
        : connection.createStatement(TYPE_SCROLL_INSENSITIVE, CONCUR_UPDATABLE);
  }
}
