package org.mview.driver.wrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mview.driver.wrap.ErrorAssert.assertThatError;

import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mview.error.MViewError;
import org.mview.session.Verdict;
import org.mview.session.Verdict.Effect;

class BatchTest {
  private static final String CHANGE = "insert into t(a) values (1), (2)";
  private static final String COMMIT = "commit";
  private static final String OTHER = "insert into u(a) values (3)";

  private final ScriptedSession session = new ScriptedSession().watching(CHANGE);
  private Connection connection;
  private Statement statement;

  @BeforeEach
  void open() throws SQLException {
    Connection raw = DriverManager.getConnection("jdbc:h2:mem:");
    raw.createStatement().execute("create table t(a int)");
    raw.createStatement().execute("create table u(a int unique)");
    connection = MViewConnection.of(raw, session);
    session.verdicts.put(COMMIT, new Verdict.Watched(Effect.COMMITS));
    statement = connection.createStatement();
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  private void add(String... texts) throws SQLException {
    for (String text : texts) {
      statement.addBatch(text);
    }
  }

  @Test
  void oneWithoutAnythingWatchedDoesNotComeToTheSession() throws SQLException {
    add(OTHER);
    assertThat(statement.executeBatch()).containsExactly(1);
    assertThat(session.takeLog()).isEmpty();
  }

  @Test
  void oneWithWatchedTextsRunsAsOneWatchedCall() throws SQLException {
    add(OTHER, CHANGE, CHANGE);
    assertThat(statement.executeBatch()).containsExactly(1, 2, 2);
    assertThat(session.takeLog()).containsExactly("before CHANGES_ROWS", "after CHANGES_ROWS");
    assertThat(statement.executeBatch()).isEmpty();
    add("insert into u(a) values (4)");
    assertThat(statement.executeLargeBatch()).containsExactly(1L);
    assertThat(session.takeLog()).isEmpty();
  }

  @Test
  void oneThatIsClearedIsForgotten() throws SQLException {
    add(CHANGE, "ours", CHANGE);
    statement.clearBatch();
    add(OTHER);
    assertThat(statement.executeBatch()).containsExactly(1);
    assertThat(session.takeLog()).isEmpty();
    assertThat(count("t")).isZero();
  }

  @Test
  void oneWithOursInsideRunsPieceByPieceInOrder() throws SQLException {
    add(CHANGE, "ours 1", "ours 2", OTHER, CHANGE);
    assertThat(statement.executeBatch()).containsExactly(2, 0, 0, 1, 2);
    assertThat(session.takeLog())
        .containsExactly(
            "before CHANGES_ROWS",
            "after CHANGES_ROWS",
            "carry out ours 1 {}",
            "carry out ours 2 {}",
            "before CHANGES_ROWS",
            "after CHANGES_ROWS");
    assertThat(statement.executeBatch()).isEmpty();
    assertThat(count("t")).isEqualTo(4);
  }

  @Test
  void oneThatBeginsWithOursRunsPieceByPiece() throws SQLException {
    add("ours", OTHER);
    assertThat(statement.executeLargeBatch()).containsExactly(0L, 1L);
    assertThat(session.takeLog()).containsExactly("carry out ours {}");
  }

  @Test
  void textsThatAreWatchedForDifferentReasonsDoNotRunTogether() throws SQLException {
    add(CHANGE, COMMIT, CHANGE);
    assertThat(statement.executeBatch()).containsExactly(2, 0, 2);
    assertThat(session.takeLog())
        .containsExactly(
            "before CHANGES_ROWS",
            "after CHANGES_ROWS",
            "before COMMITS",
            "after COMMITS",
            "before CHANGES_ROWS",
            "after CHANGES_ROWS");
  }

  @Test
  void aFailureOfOursTellsTheCountsBeforeIt() throws SQLException {
    session.answer =
        () -> {
          throw MViewError.CALL_NOT_VALID.of("p", "a test");
        };
    add(CHANGE, "ours", OTHER);
    BatchUpdateException failure =
        catchThrowableOfType(BatchUpdateException.class, statement::executeBatch);
    assertThat(failure.getUpdateCounts()).containsExactly(2);
    assertThat(failure.getErrorCode()).isEqualTo(6550);
    assertThat(failure.getSQLState()).isEqualTo("42000");
    assertThatError(failure.getNextException())
        .hasMessageStartingWith("ORA-06550")
        .isSameAs(failure.getCause());
    assertThat(count("u")).isZero();
    assertThat(statement.executeBatch()).isEmpty();
  }

  @Test
  void aFailureOfTheDriverInALaterPieceTellsAllCountsBeforeIt() throws SQLException {
    add("ours", OTHER, OTHER);
    BatchUpdateException failure =
        catchThrowableOfType(BatchUpdateException.class, statement::executeBatch);
    assertThat(failure.getUpdateCounts()).containsExactly(0, 1, Statement.EXECUTE_FAILED);
    assertThat(failure.getSQLState()).isEqualTo("23505");
  }

  @Test
  void aPreparedStatementTakesNoTexts() throws SQLException {
    var prepared = connection.prepareStatement(OTHER);
    assertThatThrownBy(() -> prepared.addBatch("ours")).isInstanceOf(SQLException.class);
  }

  private int count(String table) throws SQLException {
    ResultSet rows = connection.createStatement().executeQuery("select count(*) from " + table);
    rows.next();
    return rows.getInt(1);
  }
}
