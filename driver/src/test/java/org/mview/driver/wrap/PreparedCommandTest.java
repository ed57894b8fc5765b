package org.mview.driver.wrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.BatchUpdateException;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mview.command.Outcome;
import org.mview.error.MViewError;

/** On SQLite, whose driver refuses prepareCall. */
class PreparedCommandTest {
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

  @Test
  void parametersAreSetByPosition() throws SQLException {
    CallableStatement call = connection.prepareCall(CALL);
    call.setString(1, "SALES");
    call.setNull(2, Types.VARCHAR);
    assertThat(call.execute()).isFalse();
    assertThat(session.takeLog()).containsExactly("carry out ours ?list ?method {1=SALES, 2=null}");
  }

  @Test
  void parametersAreSetByNameInAnyCase() throws SQLException {
    CallableStatement call = connection.prepareCall(CALL);
    call.setString("METHOD", "C");
    call.setString("list", "SALES");
    assertThat(call.executeUpdate()).isZero();
    assertThat(session.takeLog()).containsExactly("carry out ours ?list ?method {1=SALES, 2=C}");
    assertThatThrownBy(() -> call.setString("nothing", "x"))
        .hasMessageContaining("no parameter named nothing")
        .hasMessageContaining("[list, method]");
  }

  @Test
  void aPreparedStatementHasThemToo() throws SQLException {
    PreparedStatement prepared = connection.prepareStatement(CALL);
    prepared.setObject(1, "SALES");
    prepared.setInt(2, 5);
    assertThat(prepared.executeLargeUpdate()).isZero();
    assertThat(prepared.getUpdateCount()).isZero();
    assertThat(prepared.getConnection()).isSameAs(connection);
    assertThat(session.takeLog()).containsExactly("carry out ours ?list ?method {1=SALES, 2=5}");
  }

  @Test
  void parametersStayForTheNextExecutionUntilTheyAreCleared() throws SQLException {
    PreparedStatement prepared = connection.prepareStatement(CALL);
    prepared.setString(1, "SALES");
    prepared.setString(2, "C");
    prepared.execute();
    prepared.setString(2, "F");
    prepared.execute();
    assertThat(session.takeLog())
        .containsExactly(
            "carry out ours ?list ?method {1=SALES, 2=C}",
            "carry out ours ?list ?method {1=SALES, 2=F}");
    prepared.clearParameters();
    assertThatThrownBy(prepared::execute).hasMessageContaining("parameter 1 is neither set");
  }

  @Test
  void aPositionThatIsNotThereIsRefused() throws SQLException {
    PreparedStatement prepared = connection.prepareStatement(CALL);
    assertThatThrownBy(() -> prepared.setString(3, "x")).hasMessageContaining("no parameter 3");
    assertThatThrownBy(() -> prepared.setString(0, "x")).hasMessageContaining("no parameter 0");
  }

  @Test
  void longTextsAreReadWhenTheyAreSet() throws SQLException {
    PreparedStatement prepared = connection.prepareStatement(CALL);
    prepared.setCharacterStream(1, new StringReader("select 1"));
    prepared.setAsciiStream(
        2, new ByteArrayInputStream("select 2".getBytes(StandardCharsets.US_ASCII)));
    prepared.execute();
    assertThat(session.takeLog())
        .containsExactly("carry out ours ?list ?method {1=select 1, 2=select 2}");
  }

  @Test
  void valuesComeOut() throws SQLException {
    session.answer = () -> new Outcome(Map.of(1, 3, 2, "12.5"), List.of());
    CallableStatement call = connection.prepareCall("ours ? ?failures ?none");
    call.registerOutParameter(1, Types.INTEGER);
    call.registerOutParameter("failures", Types.VARCHAR);
    call.registerOutParameter(3, Types.INTEGER);
    call.execute();
    assertThat(session.takeLog()).containsExactly("carry out ours ? ?failures ?none {}");
    assertThat(call.getInt(1)).isEqualTo(3);
    assertThat(call.wasNull()).isFalse();
    assertThat(call.getObject(1)).isEqualTo(3);
    assertThat(call.getString(1)).isEqualTo("3");
    assertThat(call.getDouble("failures")).isEqualTo(12.5);
    assertThat(call.getBigDecimal(2)).isEqualTo("12.5");
    assertThat(call.getObject(2, BigDecimal.class)).isEqualTo("12.5");
    assertThat(call.getInt(3)).isZero();
    assertThat(call.wasNull()).isTrue();
    assertThat(call.getString(3)).isNull();
  }

  @Test
  void aParameterThatIsNotOutHasNoValue() throws SQLException {
    CallableStatement call = connection.prepareCall(CALL);
    call.registerOutParameter(1, Types.INTEGER);
    assertThatThrownBy(() -> call.getInt(1)).hasMessageContaining("then execute");
    call.setString(2, "x");
    call.execute();
    assertThatThrownBy(() -> call.getInt(2)).hasMessageContaining("register it as OUT");
  }

  @Test
  void aBatchCarriesOutEachSetOfParameters() throws SQLException {
    PreparedStatement prepared = connection.prepareStatement("ours ?list");
    prepared.setString(1, "A");
    prepared.addBatch();
    prepared.setString(1, "B");
    prepared.addBatch();
    assertThat(prepared.executeBatch()).containsExactly(0, 0);
    assertThat(session.takeLog())
        .containsExactly("carry out ours ?list {1=A}", "carry out ours ?list {1=B}");
    assertThat(prepared.executeLargeBatch()).isEmpty();
    prepared.addBatch();
    prepared.clearBatch();
    assertThat(prepared.executeBatch()).isEmpty();
  }

  @Test
  void aBatchEndsWithTheFirstFailure() throws SQLException {
    PreparedStatement prepared = connection.prepareStatement("ours ?list");
    prepared.setString(1, "A");
    prepared.addBatch();
    prepared.addBatch();
    prepared.addBatch();
    int[] left = {1};
    session.answer =
        () -> {
          if (left[0]-- == 0) {
            throw MViewError.CALL_NOT_VALID.of("p", "a test");
          }
          return Outcome.DONE;
        };
    BatchUpdateException failure =
        catchThrowableOfType(BatchUpdateException.class, prepared::executeBatch);
    assertThat(failure.getUpdateCounts()).containsExactly(0);
    assertThat(session.takeLog()).hasSize(2);
  }

  @Test
  void itDescribesNothingButTheNumberOfItsParameters() throws SQLException {
    CallableStatement call = connection.prepareCall(CALL);
    assertThat(call.getMetaData()).isNull();
    ParameterMetaData parameters = call.getParameterMetaData();
    assertThat(parameters.getParameterCount()).isEqualTo(2);
    assertThat(parameters.getParameterMode(1)).isEqualTo(ParameterMetaData.parameterModeIn);
    assertThatThrownBy(() -> parameters.getParameterType(3)).isInstanceOf(SQLException.class);
  }

  @Test
  void itIsNoQuery() throws SQLException {
    PreparedStatement prepared = connection.prepareStatement("ours");
    assertThatThrownBy(prepared::executeQuery).hasMessageContaining("returns no rows");
    assertThat(session.takeLog()).isEmpty();
  }

  @Test
  void itKeepsItsSettingsAsTheDriverDoes() throws SQLException {
    PreparedStatement prepared =
        connection.prepareStatement(
            "ours", ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY);
    prepared.setQueryTimeout(7);
    assertThat(prepared.getQueryTimeout()).isEqualTo(7);
    prepared.close();
    assertThat(prepared.isClosed()).isTrue();
    assertThatThrownBy(prepared::execute).hasMessageContaining("closed");
  }

  @Test
  void theDriverRefusesOtherCallsInItsOwnWords() {
    assertThatThrownBy(() -> connection.prepareCall("{call other()}"))
        .hasMessageContaining("SQLite");
  }
}
