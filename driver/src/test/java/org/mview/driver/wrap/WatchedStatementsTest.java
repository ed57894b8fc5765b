package org.mview.driver.wrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mview.error.MViewError;

class WatchedStatementsTest {
  private static final String INSERT = "insert into t(a) values (1)";
  private static final String RETURNING = "select a from final table (insert into t(a) values (1))";
  private static final List<String> AROUND = List.of("before CHANGES_ROWS", "after CHANGES_ROWS");

  private final ScriptedSession session = new ScriptedSession().watching(INSERT, RETURNING);
  private Connection connection;

  @BeforeEach
  void open() throws SQLException {
    Connection raw = DriverManager.getConnection("jdbc:h2:mem:");
    raw.createStatement().execute("create table t(id int auto_increment primary key, a int)");
    connection = MViewConnection.of(raw, session);
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  private interface Execution {
    Object of(Connection connection) throws SQLException;
  }

  static Stream<Arguments> executions() {
    int keys = Statement.RETURN_GENERATED_KEYS;
    int[] positions = {1};
    String[] names = {"ID"};
    return Stream.of(
        execution("execute", false, c -> c.createStatement().execute(INSERT)),
        execution("execute, keys", false, c -> c.createStatement().execute(INSERT, keys)),
        execution("execute, places", false, c -> c.createStatement().execute(INSERT, positions)),
        execution("execute, names", false, c -> c.createStatement().execute(INSERT, names)),
        execution("update", 1, c -> c.createStatement().executeUpdate(INSERT)),
        execution("update, keys", 1, c -> c.createStatement().executeUpdate(INSERT, keys)),
        execution("update, places", 1, c -> c.createStatement().executeUpdate(INSERT, positions)),
        execution("update, names", 1, c -> c.createStatement().executeUpdate(INSERT, names)),
        execution("large", 1L, c -> c.createStatement().executeLargeUpdate(INSERT)),
        execution("large, keys", 1L, c -> c.createStatement().executeLargeUpdate(INSERT, keys)),
        execution(
            "large, places", 1L, c -> c.createStatement().executeLargeUpdate(INSERT, positions)),
        execution("large, names", 1L, c -> c.createStatement().executeLargeUpdate(INSERT, names)),
        execution("query", 1, c -> only(c.createStatement().executeQuery(RETURNING))),
        execution("prepared execute", false, c -> c.prepareStatement(INSERT).execute()),
        execution("prepared update", 1, c -> c.prepareStatement(INSERT).executeUpdate()),
        execution("prepared large", 1L, c -> c.prepareStatement(INSERT).executeLargeUpdate()),
        execution("prepared query", 1, c -> only(c.prepareStatement(RETURNING).executeQuery())),
        execution("called execute", false, c -> c.prepareCall(INSERT).execute()),
        execution("called update", 1, c -> c.prepareCall(INSERT).executeUpdate()));
  }

  private static Arguments execution(String name, Object result, Execution execution) {
    return arguments(name, result, execution);
  }

  private static int only(ResultSet rows) throws SQLException {
    rows.next();
    return rows.getInt(1);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("executions")
  void everyExecutionRunsInsideTheSessionOnce(String name, Object result, Execution execution)
      throws SQLException {
    assertThat(execution.of(connection)).isEqualTo(result);
    assertThat(session.takeLog()).isEqualTo(AROUND);
    assertThat(rows()).isEqualTo(1);
  }

  @Test
  void aBatchOfParametersRunsInsideTheSessionOnce() throws SQLException {
    PreparedStatement insert = connection.prepareStatement(INSERT);
    insert.addBatch();
    insert.addBatch();
    assertThat(insert.executeBatch()).containsExactly(1, 1);
    insert.addBatch();
    assertThat(insert.executeLargeBatch()).containsExactly(1L);
    assertThat(session.takeLog())
        .isEqualTo(Stream.of(AROUND, AROUND).flatMap(List::stream).toList());
  }

  @Test
  void anUnwatchedTextDoesNotComeToTheSession() throws SQLException {
    connection.createStatement().executeUpdate("insert into t(a) values (2)");
    assertThat(session.takeLog()).isEmpty();
  }

  @Test
  void theDriversErrorIsTheSameObject() throws SQLException {
    session.watching("insert into nowhere values (1)");
    Statement statement = connection.createStatement();
    Throwable caught = catchThrowable(() -> statement.execute("insert into nowhere values (1)"));
    assertThat(session.failures).hasSize(1);
    assertThat(caught).isSameAs(session.failures.get(0));
  }

  @Test
  void anErrorOfOursAroundItIsTranslated() throws SQLException {
    session.before =
        () -> {
          throw MViewError.NOT_SUPPORTED.of("this", "a test");
        };
    Statement statement = connection.createStatement();
    assertThatThrownBy(() -> statement.execute(INSERT))
        .isInstanceOf(SQLFeatureNotSupportedException.class);
    assertThat(rows()).isZero();
  }

  @Test
  void aRowThatIsChangedInAResultSetIsAChangeOfItsTable() throws SQLException {
    ResultSet rows =
        connection
            .createStatement(ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_UPDATABLE)
            .executeQuery("select id, a from t");
    rows.moveToInsertRow();
    rows.updateInt("A", 5);
    rows.insertRow();
    assertThat(session.takeLog()).isEqualTo(AROUND);
    ResultSet again =
        connection
            .createStatement(ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_UPDATABLE)
            .executeQuery("select id, a from t");
    again.next();
    again.updateInt("A", 6);
    again.updateRow();
    assertThat(session.takeLog()).isEqualTo(AROUND);
    assertThat(only(connection.createStatement().executeQuery("select a from t"))).isEqualTo(6);
    again.deleteRow();
    assertThat(session.takeLog()).isEqualTo(AROUND);
    assertThat(rows()).isZero();
  }

  private int rows() throws SQLException {
    return only(connection.createStatement().executeQuery("select count(*) from t"));
  }
}
