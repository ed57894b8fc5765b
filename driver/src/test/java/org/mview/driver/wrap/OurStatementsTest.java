package org.mview.driver.wrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mview.driver.wrap.ErrorAssert.assertThatError;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mview.command.Outcome;
import org.mview.error.MViewError;
import org.mview.session.Verdict;
import org.mview.statement.ExplainMaterializedView;
import org.mview.statement.Explained;
import org.mview.statement.Name;
import org.mview.statement.QualifiedName;

class OurStatementsTest {
  private static final Verdict EXPLAIN =
      new Verdict.Ours(
          new ExplainMaterializedView(new Explained.Existing(QualifiedName.of(Name.of("v")))),
          "explain");

  private static final String CARRIED_OUT = "carry out ours {}";

  private final ScriptedSession session = new ScriptedSession();
  private Connection connection;
  private Statement statement;

  @BeforeEach
  void open() throws SQLException {
    Connection raw = DriverManager.getConnection("jdbc:sqlite::memory:");
    raw.createStatement().execute("create table t(a integer primary key)");
    connection = MViewConnection.of(raw, session);
    statement = connection.createStatement();
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Test
  void theDatabaseNeverSeesThem() throws SQLException {
    assertThat(statement.execute("ours")).isFalse();
    assertThat(statement.execute("ours", Statement.RETURN_GENERATED_KEYS)).isFalse();
    assertThat(statement.execute("ours", new int[] {1})).isFalse();
    assertThat(statement.execute("ours", new String[] {"A"})).isFalse();
    assertThat(statement.executeUpdate("ours")).isZero();
    assertThat(statement.executeUpdate("ours", Statement.RETURN_GENERATED_KEYS)).isZero();
    assertThat(statement.executeLargeUpdate("ours")).isZero();
    assertThat(session.takeLog()).hasSize(7).containsOnly(CARRIED_OUT);
  }

  @Test
  void theyLeaveAnUpdateCountOfNothingAndNoMoreResults() throws SQLException {
    statement.execute("ours");
    assertThat(statement.getResultSet()).isNull();
    assertThat(statement.getUpdateCount()).isZero();
    assertThat(statement.getLargeUpdateCount()).isZero();
    assertThat(statement.getMoreResults()).isFalse();
    assertThat(statement.getUpdateCount()).isEqualTo(-1);
    assertThat(statement.getMoreResults(Statement.CLOSE_ALL_RESULTS)).isFalse();
  }

  @Test
  void theyHaveGeneratedNoKeys() throws SQLException {
    statement.execute("ours");
    ResultSet keys = statement.getGeneratedKeys();
    assertThat(keys.next()).isFalse();
    assertThat(keys.getMetaData().getColumnCount()).isZero();
    assertThat(keys.getStatement()).isSameAs(statement);
    assertThatError(keys.getWarnings()).isNull();
    assertThat(keys.absolute(1)).isFalse();
    assertThatThrownBy(() -> keys.getInt(1)).hasMessageContaining("neither rows nor columns");
    keys.close();
    assertThat(keys.isClosed()).isTrue();
  }

  @Test
  void theNextStatementOfTheApplicationAnswersForItself() throws SQLException {
    statement.execute("ours");
    assertThat(statement.execute("insert into t values (1)")).isFalse();
    assertThat(statement.getUpdateCount()).isEqualTo(1);
    assertThat(statement.execute("select a from t")).isTrue();
    assertThat(statement.getResultSet()).isNotNull();
  }

  @Test
  void theyAreNoQueries() {
    assertThatThrownBy(() -> statement.executeQuery("ours"))
        .hasMessageContaining("returns no rows")
        .extracting(error -> ((SQLException) error).getErrorCode())
        .isEqualTo(17128);
    assertThat(session.takeLog()).isEmpty();
  }

  @Test
  void oneThatAnswersWithRowsAnswersWithThoseOfTheDriver() throws SQLException {
    session.answer =
        () ->
            new Outcome(
                Map.of(), List.of(new Outcome.Warning("said", 0)), Optional.of("select 7 as a"));
    session.verdicts.put("explain", EXPLAIN);
    assertThat(statement.execute("explain")).isTrue();
    assertThat(statement.getUpdateCount()).isEqualTo(-1);
    assertThatError(statement.getWarnings()).hasMessage("said");
    try (ResultSet rows = statement.getResultSet()) {
      assertThat(rows.getStatement()).isSameAs(statement);
      assertThat(rows.next()).isTrue();
      assertThat(rows.getInt("a")).isEqualTo(7);
    }
    assertThat(statement.getMoreResults()).isFalse();
    try (var prepared = connection.prepareStatement("explain");
        ResultSet rows = prepared.executeQuery()) {
      assertThat(rows.next()).isTrue();
    }
    assertThat(statement.executeQuery("explain").next()).isTrue();
  }

  @Test
  void oneThatAnswersWithRowsIsNoUpdate() {
    session.verdicts.put("explain", EXPLAIN);
    assertThatThrownBy(() -> statement.executeUpdate("explain"))
        .hasMessageContaining("returns rows")
        .extracting(error -> ((SQLException) error).getErrorCode())
        .isEqualTo(17129);
    assertThatThrownBy(() -> connection.prepareStatement("explain").executeLargeUpdate())
        .hasMessageContaining("returns rows");
    assertThatThrownBy(
            () -> {
              statement.addBatch("explain");
              statement.executeBatch();
            })
        .hasMessageContaining("returns rows");
    assertThat(session.takeLog()).isEmpty();
  }

  @Test
  void theyCloseTheResultSetBefore() throws SQLException {
    statement.executeUpdate("insert into t values (1)");
    ResultSet rows = statement.executeQuery("select a from t");
    statement.execute("ours");
    assertThat(rows.isClosed()).isTrue();
  }

  @Test
  void theirWarningsAreTheStatementsUntilTheyAreCleared() throws SQLException {
    session.answer =
        () ->
            new Outcome(
                Map.of(),
                List.of(new Outcome.Warning("first", 23538), new Outcome.Warning("second", 0)));
    statement.execute("ours");
    SQLWarning first = statement.getWarnings();
    assertThatError(first).hasMessage("first").isSameAs(statement.getWarnings());
    assertThat(first.getSQLState()).isEqualTo("01000");
    assertThat(first.getErrorCode()).isEqualTo(23538);
    assertThatError(first.getNextWarning()).hasMessage("second");
    assertThatError(first.getNextWarning().getNextWarning()).isNull();
    statement.clearWarnings();
    assertThatError(statement.getWarnings()).isNull();
  }

  @Test
  void theyFailOnAClosedStatement() throws SQLException {
    statement.close();
    assertThatThrownBy(() -> statement.execute("ours")).hasMessageContaining("statement is closed");
    assertThat(session.takeLog()).isEmpty();
  }

  @Test
  void theirFailureLeavesNothingBehind() throws SQLException {
    session.answer =
        () -> {
          throw MViewError.CALL_NOT_VALID.of("p", "a test");
        };
    assertThatThrownBy(() -> statement.execute("ours"))
        .isInstanceOf(SQLException.class)
        .hasMessageStartingWith("ORA-06550: ");
    assertThat(statement.getUpdateCount()).isEqualTo(-1);
    assertThatError(statement.getWarnings()).isNull();
  }

  @Test
  void aPreparedTextThatBecomesOursIsCarriedOut() throws SQLException {
    var drop = connection.prepareStatement("drop table t");
    session.verdicts.put("drop table t", ScriptedSession.ours("ours"));
    session.epoch++;
    assertThat(drop.executeUpdate()).isZero();
    drop.addBatch();
    drop.addBatch();
    assertThat(drop.executeBatch()).containsExactly(0, 0);
    assertThat(drop.executeLargeBatch()).isEmpty();
    assertThat(session.takeLog()).hasSize(3).containsOnly(CARRIED_OUT);
    assertThatThrownBy(drop::executeQuery).hasMessageContaining("returns no rows");
    statement.executeUpdate("insert into t values (1)"); // the table is still there
  }

  @Test
  void theVerdictOnAPreparedTextIsKeptUntilTheSessionHasLearnt() throws SQLException {
    var insert = connection.prepareStatement("insert into t values (null)");
    insert.executeUpdate();
    insert.executeUpdate();
    assertThat(session.log).containsExactly("classify insert into t values (null)");
    session.watching("insert into t values (null)").epoch++;
    insert.executeUpdate();
    insert.executeUpdate();
    assertThat(session.log)
        .containsExactly(
            "classify insert into t values (null)",
            "classify insert into t values (null)",
            "before CHANGES_ROWS",
            "after CHANGES_ROWS",
            "before CHANGES_ROWS",
            "after CHANGES_ROWS");
  }
}
