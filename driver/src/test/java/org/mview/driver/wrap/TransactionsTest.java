package org.mview.driver.wrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mview.driver.wrap.ErrorAssert.assertThatError;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Savepoint;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mview.command.Outcome;

class TransactionsTest {
  private final ScriptedSession session = new ScriptedSession();
  private Connection raw;
  private Connection connection;

  @BeforeEach
  void open() throws SQLException {
    raw = DriverManager.getConnection("jdbc:sqlite::memory:");
    raw.createStatement().execute("create table t(a integer)");
    connection = MViewConnection.of(raw, session);
  }

  @AfterEach
  void close() throws SQLException {
    raw.close();
  }

  @Test
  void theirEndsGoThroughTheSession() throws SQLException {
    connection.setAutoCommit(false);
    insert();
    connection.commit();
    Savepoint savepoint = connection.setSavepoint();
    insert();
    connection.rollback(savepoint);
    connection.releaseSavepoint(savepoint);
    insert();
    connection.rollback();
    connection.setAutoCommit(true);
    assertThat(session.takeLog())
        .containsExactly(
            "before autocommit false",
            "after autocommit false",
            "before commit",
            "after commit",
            "before rollback",
            "after rollback",
            "before rollback",
            "after rollback",
            "before autocommit true",
            "after autocommit true");
    assertThat(rows()).isEqualTo(1);
    assertThat(raw.getAutoCommit()).isTrue();
  }

  @Test
  void theSessionEndsBeforeTheConnection() throws SQLException {
    connection.close();
    assertThat(session.takeLog()).containsExactly("close");
    assertThat(raw.isClosed()).isTrue();
  }

  @Test
  void theSessionsWarningsStandOnTheConnectionUntilTheyAreCleared() throws SQLException {
    assertThatError(connection.getWarnings()).isNull();
    session.warnings = List.of(new Outcome.Warning("late", 32357));
    SQLWarning late = connection.getWarnings();
    session.warnings = List.of(new Outcome.Warning("later", 0));
    assertThatError(connection.getWarnings()).isSameAs(late);
    assertThatError(late.getNextWarning()).hasMessage("later");
    assertThatError(late.getNextWarning().getNextWarning()).isNull();
    session.warnings = List.of(new Outcome.Warning("unread", 0));
    connection.clearWarnings();
    assertThatError(connection.getWarnings()).isNull();
  }

  @Test
  void aStatementOfTheSessionIsCancelledWithTheApplications() throws SQLException {
    var statement = connection.createStatement();
    statement.cancel();
    assertThat(session.takeLog()).isEmpty();
    session.answer =
        () -> {
          statement.cancel();
          return Outcome.DONE;
        };
    statement.execute("ours");
    assertThat(session.takeLog()).containsExactly("carry out ours {}", "cancel");
  }

  private void insert() throws SQLException {
    connection.createStatement().executeUpdate("insert into t values (1)");
  }

  private int rows() throws SQLException {
    ResultSet rows = connection.createStatement().executeQuery("select count(*) from t");
    rows.next();
    return rows.getInt(1);
  }
}
