package org.mview.driver.wrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.Optional;
import java.util.Properties;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mview.driver.MViewDriver;
import org.mview.error.MViewError;

/** The errors of the driver itself, each by its number and SQLSTATE. */
class DriverErrorsTest {
  private static final String CALL = "ours ?list ?method";

  private final ScriptedSession session = new ScriptedSession();
  private Connection connection;

  @BeforeEach
  void open() throws SQLException {
    connection = MViewConnection.of(DriverManager.getConnection("jdbc:sqlite::memory:"), session);
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  private static void assertRaised(MViewError error, ThrowingCallable call) {
    SQLException raised = catchThrowableOfType(SQLException.class, call);
    assertThat(raised.getErrorCode()).isEqualTo(error.code());
    assertThat(raised.getSQLState()).isEqualTo(error.sqlState());
  }

  @Test
  void parameters() throws SQLException {
    CallableStatement call = connection.prepareCall(CALL);
    assertRaised(MViewError.PARAMETER_POSITION, () -> call.setString(3, "x"));
    assertRaised(MViewError.PARAMETER_NAME, () -> call.setString("nothing", "x"));
    assertRaised(MViewError.PARAMETER_NOT_SET, call::execute);
    call.setString(1, "x");
    call.setString(2, "x");
    call.execute();
    assertRaised(MViewError.PARAMETER_NOT_OUT, () -> call.getInt(2));
  }

  @Test
  void values() throws SQLException {
    CallableStatement call = connection.prepareCall("ours ?a");
    call.registerOutParameter(1, Types.VARCHAR);
    session.answer =
        () ->
            new org.mview.command.Outcome(java.util.Map.of(1, "not a number"), java.util.List.of());
    call.execute();
    assertRaised(MViewError.VALUE_NOT_CONVERTIBLE, () -> call.getInt(1));
  }

  @Test
  void statements() throws SQLException {
    Statement statement = connection.createStatement();
    assertRaised(MViewError.RETURNS_NO_ROWS, () -> statement.executeQuery("ours"));
    statement.execute("ours", Statement.RETURN_GENERATED_KEYS);
    ResultSet keys = statement.getGeneratedKeys();
    assertRaised(MViewError.NO_ROW, () -> keys.getInt(1));
    statement.close();
    assertRaised(MViewError.STATEMENT_CLOSED, () -> statement.execute("ours"));
    PreparedStatement prepared = connection.prepareStatement("ours");
    assertRaised(MViewError.RETURNS_NO_ROWS, prepared::executeQuery);
  }

  @Test
  void explanationsHaveRows() throws SQLException {
    try (Connection shop =
            new MViewDriver().connect("jdbc:mview:sqlite::memory:", new Properties());
        Statement statement = Optional.ofNullable(shop).orElseThrow().createStatement()) {
      statement.execute("create table t (a integer primary key)");
      String explain = "explain materialized view as select a from t";
      assertRaised(MViewError.RETURNS_ROWS, () -> statement.executeUpdate(explain));
    }
  }

  @Test
  void properties() {
    assertRaised(
        MViewError.PROPERTY_NOT_VALID,
        () ->
            new MViewDriver()
                .connect("jdbc:mview:sqlite::memory:?mview.autoLog=maybe", new Properties()));
    assertRaised(
        MViewError.URL_WITHOUT_DRIVER,
        () -> new MViewDriver().connect("jdbc:mview:nothing:x", new Properties()));
  }
}
