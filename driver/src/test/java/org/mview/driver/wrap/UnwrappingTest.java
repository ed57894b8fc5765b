package org.mview.driver.wrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Wrapper;
import java.util.List;
import org.h2.engine.CastDataProvider;
import org.h2.jdbc.JdbcConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UnwrappingTest {
  private Connection raw;
  private Connection connection;

  @BeforeEach
  void open() throws SQLException {
    raw = DriverManager.getConnection("jdbc:h2:mem:");
    connection = MViewConnection.of(raw, new ScriptedSession());
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Test
  void whatWeImplementIsOurselves() throws SQLException {
    assertThat(connection.unwrap(Connection.class)).isSameAs(connection);
    assertThat(connection.unwrap(CastDataProvider.class)).isSameAs(connection);
    Statement statement = connection.createStatement();
    assertThat(statement.unwrap(Statement.class)).isSameAs(statement);
    PreparedStatement prepared = connection.prepareStatement("select 1");
    assertThat(prepared.unwrap(Statement.class)).isSameAs(prepared);
    DatabaseMetaData metaData = connection.getMetaData();
    assertThat(metaData.unwrap(DatabaseMetaData.class)).isSameAs(metaData);
    ResultSet rows = statement.executeQuery("select 1");
    assertThat(rows.unwrap(ResultSet.class)).isSameAs(rows);
  }

  @Test
  void whatOnlyTheRealObjectIsIsTheRealObject() throws SQLException {
    assertThat(connection.unwrap(JdbcConnection.class)).isSameAs(raw);
    assertThat(connection.isWrapperFor(JdbcConnection.class)).isTrue();
  }

  @Test
  void whatTheRealObjectWrapsIsFoundToo() throws SQLException {
    Connection twice = MViewConnection.of(connection, new ScriptedSession());
    assertThat(twice.unwrap(JdbcConnection.class)).isSameAs(raw);
    assertThat(twice.isWrapperFor(JdbcConnection.class)).isTrue();
  }

  @Test
  void whatNobodyIsIsTheDriversRefusal() throws SQLException {
    List<Wrapper> wrappers =
        List.of(
            connection,
            connection.createStatement(),
            connection.prepareCall("ours"),
            connection.getMetaData());
    for (Wrapper wrapper : wrappers) {
      assertThat(wrapper.isWrapperFor(Runnable.class)).isFalse();
      assertThatThrownBy(() -> wrapper.unwrap(Runnable.class)).isInstanceOf(SQLException.class);
    }
  }
}
