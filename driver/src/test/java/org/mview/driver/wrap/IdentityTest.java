package org.mview.driver.wrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** No path leads from one of our objects past us. */
@ParameterizedClass
@ValueSource(strings = {"jdbc:sqlite::memory:", "jdbc:h2:mem:"})
class IdentityTest {
  private final String url;
  private Connection raw;
  private Connection connection;
  private Statement statement;

  IdentityTest(String url) {
    this.url = url;
  }

  @BeforeEach
  void open() throws SQLException {
    raw = DriverManager.getConnection(url);
    raw.createStatement().execute("create table t(a integer primary key)");
    connection = MViewConnection.of(raw, new ScriptedSession());
    statement = connection.createStatement();
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Test
  void everyStatementHasTheConnection() throws SQLException {
    assertThat(statement.getConnection()).isSameAs(connection);
    assertThat(connection.prepareStatement("select 1").getConnection()).isSameAs(connection);
    assertThat(connection.prepareCall("ours").getConnection()).isSameAs(connection);
  }

  @Test
  void everyResultSetHasItsStatement() throws SQLException {
    assertThat(statement.executeQuery("select 1").getStatement()).isSameAs(statement);
    statement.execute("select 1");
    assertThat(statement.getResultSet().getStatement()).isSameAs(statement);
    PreparedStatement prepared = connection.prepareStatement("select 1");
    assertThat(prepared.executeQuery().getStatement()).isSameAs(prepared);
    prepared.execute();
    assertThat(prepared.getResultSet().getStatement()).isSameAs(prepared);
  }

  @Test
  void generatedKeysBelongToTheStatementThatIsAsked() throws SQLException {
    statement.executeUpdate("insert into t values (1)", Statement.RETURN_GENERATED_KEYS);
    assertThat(statement.getGeneratedKeys().getStatement()).isSameAs(statement);
  }

  @Test
  void theMetaDataHasTheConnection() throws SQLException {
    assertThat(connection.getMetaData().getConnection()).isSameAs(connection);
  }

  @Test
  void aResultSetOfTheMetaDataDoesNotLeadToTheRealConnection() throws SQLException {
    DatabaseMetaData metaData = connection.getMetaData();
    try (ResultSet tables = metaData.getTables(null, null, "%", null)) {
      Statement owner = tables.getStatement();
      assertThat(tables.getStatement()).isSameAs(owner);
      if (owner != null) { // H2 says that it has none
        assertThat(owner.getConnection()).isSameAs(connection);
      }
    }
  }

  @Test
  void nothingIsStillNothing() throws SQLException {
    MViewConnection wrapper = (MViewConnection) connection;
    PreparedStatement real = Fake.of(PreparedStatement.class, Map.of());
    var prepared = MViewPreparedStatement.of(wrapper, real, new Text(wrapper, ""));
    assertThat(prepared.executeQuery()).isNull();
    assertThat(prepared.executeQuery("")).isNull();
    assertThat(prepared.getResultSet()).isNull();
    assertThat(prepared.getGeneratedKeys()).isNull();
    assertThat(prepared.getConnection()).isNull();
    DatabaseMetaData metaData = Fake.of(DatabaseMetaData.class, Map.of());
    assertThat(MViewDatabaseMetaData.of(wrapper, metaData).getCatalogs()).isNull();
    ResultSet rows = Fake.of(ResultSet.class, Map.of());
    assertThat(MViewResultSet.of(wrapper, statement, rows).getStatement()).isNull();
  }

  @Test
  void theObjectsAreEqualOnlyToThemselvesAndLookLikeTheRealOnes() throws SQLException {
    assertThat(connection).isNotEqualTo(raw);
    assertThat(raw).isNotEqualTo(connection);
    assertThat(connection).hasToString(raw.toString());
    assertThat(statement).isNotEqualTo(connection.createStatement());
  }

  @Test
  void aCursorThatComesOutOfACallBelongsToIt() throws SQLException {
    MViewConnection wrapper = (MViewConnection) connection;
    ResultSet rows = raw.createStatement().executeQuery("select 1");
    CallableStatement real = Fake.of(CallableStatement.class, Map.of("getObject", rows));
    CallableStatement call = MViewCallableStatement.of(wrapper, real, new Text(wrapper, "call"));
    assertThat(((ResultSet) call.getObject(1)).getStatement()).isSameAs(call);
    assertThat(((ResultSet) call.getObject("c")).getStatement()).isSameAs(call);
    assertThat(((ResultSet) call.getObject(1, Map.of())).getStatement()).isSameAs(call);
    assertThat(((ResultSet) call.getObject("c", Map.of())).getStatement()).isSameAs(call);
    assertThat(call.getObject(1, ResultSet.class).getStatement()).isSameAs(call);
    assertThat(call.getObject("c", ResultSet.class).getStatement()).isSameAs(call);
  }
}
