package org.mview.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mview.error.MViewError;

/** Statements with the hint FRESH_MV that are prepared, and run while others write. */
class FreshReadingsTest {
  private static final String TOTAL =
      "SELECT /*+ FRESH_MV */ total, n FROM sales WHERE customer = ? AND total > ?";

  static List<TestDatabase> databases() {
    return TestDatabases.chosen();
  }

  private static void prepareShop(Connection connection) throws SQLException {
    Sql.execute(
        connection,
        "CREATE TABLE orders (id INTEGER PRIMARY KEY, customer INTEGER, amount INTEGER)",
        "INSERT INTO orders VALUES (1, 7, 10), (2, 8, 5)",
        """
        CREATE MATERIALIZED VIEW sales REFRESH FAST ON DEMAND ENABLE ON QUERY COMPUTATION AS \
        SELECT customer, SUM(amount) AS total, COUNT(*) AS n FROM orders GROUP BY customer""");
  }

  private static List<String> read(PreparedStatement statement, int customer) throws SQLException {
    statement.setInt(1, customer);
    statement.setInt(2, 0);
    try (ResultSet row = statement.executeQuery()) {
      return rows(row);
    }
  }

  private static List<String> read(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return rows(row);
    }
  }

  private static List<String> rows(ResultSet row) throws SQLException {
    List<String> rows = new ArrayList<>();
    while (row.next()) {
      rows.add(row.getInt(1) + "/" + row.getInt(2));
    }
    return rows;
  }

  @ParameterizedTest
  @MethodSource("databases")
  void aPreparedStatementReadsWhatHasChangedSince(TestDatabase kind) throws SQLException {
    try (FreshDatabase database = kind.create();
        Connection connection = database.connect()) {
      prepareShop(connection);
      try (PreparedStatement statement = connection.prepareStatement(TOTAL)) {
        assertThat(read(statement, 7)).containsExactly("10/1");
        Sql.execute(connection, "INSERT INTO orders VALUES (3, 7, 100), (4, 9, 1)");
        assertThat(read(statement, 7)).containsExactly("110/2");
        assertThat(read(statement, 9)).containsExactly("1/1");
        Sql.execute(connection, "EXEC DBMS_MVIEW.REFRESH('sales', 'F')");
        assertThat(read(statement, 7)).containsExactly("110/2");
        Sql.execute(connection, "DELETE FROM orders WHERE customer = 7");
        assertThat(read(statement, 7)).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("databases")
  void itsColumnsAreThoseOfTheView(TestDatabase kind) throws SQLException {
    try (FreshDatabase database = kind.create();
        Connection connection = database.connect()) {
      prepareShop(connection);
      try (PreparedStatement fresh =
              connection.prepareStatement("SELECT /*+ FRESH_MV */ * FROM sales");
          PreparedStatement stored = connection.prepareStatement("SELECT * FROM sales");
          ResultSet freshRows = fresh.executeQuery();
          ResultSet storedRows = stored.executeQuery()) {
        assertThat(columns(freshRows)).isEqualTo(columns(storedRows));
      }
    }
  }

  private static List<String> columns(ResultSet rows) throws SQLException {
    List<String> columns = new ArrayList<>();
    boolean first = rows.next();
    ResultSetMetaData data = rows.getMetaData();
    for (int i = 1; i <= data.getColumnCount(); i++) {
      columns.add("%s %s %s".formatted(data.getColumnLabel(i), data.getColumnType(i), first));
    }
    return columns;
  }

  @ParameterizedTest
  @MethodSource("databases")
  void aStatementThatWasPreparedForAnotherViewIsRefused(TestDatabase kind) throws SQLException {
    try (FreshDatabase database = kind.create();
        Connection connection = database.connect();
        Connection other = database.connect()) {
      prepareShop(connection);
      try (PreparedStatement statement = connection.prepareStatement(TOTAL)) {
        assertThat(read(statement, 7)).containsExactly("10/1");
        Sql.execute(
            other,
            "DROP MATERIALIZED VIEW sales",
            """
            CREATE MATERIALIZED VIEW sales REFRESH FAST ON DEMAND ENABLE ON QUERY COMPUTATION AS \
            SELECT customer, COUNT(*) AS total, SUM(amount) AS n FROM orders GROUP BY customer""");
        assertThatThrownBy(() -> read(statement, 7))
            .isInstanceOf(SQLException.class)
            .extracting(e -> ((SQLException) e).getErrorCode())
            .isEqualTo(MViewError.STATEMENT_OUTDATED.code());
      }
      try (PreparedStatement statement = connection.prepareStatement(TOTAL)) {
        assertThat(read(statement, 7)).containsExactly("1/10");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("databases")
  void otherViewsMayComeAndGoMeanwhile(TestDatabase kind) throws SQLException {
    try (FreshDatabase database = kind.create();
        Connection connection = database.connect()) {
      prepareShop(connection);
      try (PreparedStatement statement = connection.prepareStatement(TOTAL)) {
        Sql.execute(
            connection, "CREATE MATERIALIZED VIEW ids REFRESH FAST AS SELECT id FROM orders");
        Sql.execute(connection, "INSERT INTO orders VALUES (3, 7, 1)");
        assertThat(read(statement, 7)).containsExactly("11/2");
        Sql.execute(connection, "DROP MATERIALIZED VIEW ids");
        assertThat(read(statement, 7)).containsExactly("11/2");
      }
    }
  }

  /** Neither the container nor the log has changed, and who writes next does not wait. */
  @ParameterizedTest
  @MethodSource("databases")
  void readingChangesNothingAndLocksNobodyOut(TestDatabase kind) throws SQLException {
    try (FreshDatabase database = kind.create();
        Connection reader = database.connect();
        Connection writer = database.connect()) {
      prepareShop(writer);
      Sql.execute(writer, "INSERT INTO orders VALUES (3, 7, 1)");
      reader.setAutoCommit(false);
      String sql = "SELECT /*+ FRESH_MV */ total, n FROM sales WHERE customer = 7";
      assertThat(read(reader, sql)).containsExactly("11/2");
      if (!kind.equals(SqliteDatabase.ROLLBACK_JOURNAL)) { // where a writer waits for every reader
        Sql.execute(writer, "INSERT INTO orders VALUES (4, 7, 1)");
        boolean ofOneMoment = List.of(SqliteDatabase.WAL, DuckdbDatabase.IN_A_FILE).contains(kind);
        assertThat(read(reader, sql)).containsExactly(ofOneMoment ? "11/2" : "12/3");
      }
      reader.rollback();
      assertThat(read(writer, "SELECT total, n FROM sales WHERE customer = 7"))
          .containsExactly("10/1");
      Sql.execute(writer, "EXEC DBMS_MVIEW.REFRESH('sales', 'F')");
      assertThat(read(writer, sql))
          .isEqualTo(read(writer, "SELECT total, n FROM sales WHERE customer = 7"));
    }
  }

  @ParameterizedTest
  @MethodSource("databases")
  void explainTellsWhatIsRead(TestDatabase kind) throws SQLException {
    try (FreshDatabase database = kind.create();
        Connection connection = database.connect()) {
      prepareShop(connection);
      Sql.execute(
          connection,
          """
          CREATE MATERIALIZED VIEW greatest_of_all REFRESH FAST ENABLE ON QUERY COMPUTATION AS \
          SELECT MAX(amount) AS m FROM orders""");
      assertThat(explained(connection, "sales"))
          .contains("with FRESH_MV, what a change touches is read besides the stored rows");
      assertThat(explained(connection, "greatest_of_all"))
          .contains("with FRESH_MV, all rows of its tables are read while anything is pending");
    }
  }

  private static List<String> explained(Connection connection, String view) throws SQLException {
    List<String> lines = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("EXPLAIN MATERIALIZED VIEW " + view)) {
      while (row.next()) {
        lines.add(row.getString(2));
      }
    }
    return lines;
  }
}
