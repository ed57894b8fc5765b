package org.mview.generated;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An application with its sessions: makes the calls of a script. */
final class Application implements AutoCloseable {
  private final Literals literals;
  private final List<Connection> sessions = new ArrayList<>();
  private final Map<String, Savepoint> savepoints = new HashMap<>();

  /** Opens a connection. */
  interface Opening {
    Connection open() throws SQLException;
  }

  Application(int sessions, Literals literals, Opening opening) throws SQLException {
    this.literals = literals;
    for (int i = 0; i < sessions; i++) {
      this.sessions.add(opening.open());
    }
  }

  Connection session(int number) {
    return sessions.get(number);
  }

  /** Makes the call, and lets no error of the database out. */
  Answer make(Step step) {
    Connection connection = sessions.get(step.session());
    try {
      if (step instanceof Step.Call call) {
        return call(connection, call);
      } else if (step instanceof Step.Prepared prepared) {
        return prepared.batch() ? batch(connection, prepared) : prepared(connection, prepared);
      } else if (step.text().startsWith("{")) {
        return call(connection, step.text());
      }
      return plain(connection, step.text());
    } catch (SQLException e) {
      return Answer.of(e);
    }
  }

  private static Answer plain(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      Answer answer = result(statement, statement.execute(sql));
      SQLWarning warning = statement.getWarnings();
      return warning == null
          ? answer
          : new Answer(answer.result(), String.valueOf(warning.getMessage()), answer.error());
    }
  }

  private static Answer result(Statement statement, boolean hasRows) throws SQLException {
    if (!hasRows) {
      return Answer.of("%d rows".formatted(statement.getUpdateCount()));
    }
    List<String> rows = new ArrayList<>();
    try (ResultSet row = statement.getResultSet()) {
      while (row.next()) {
        rows.add(Rows.of(row).toString());
      }
    }
    Collections.sort(rows); // RETURNING has no order
    return Answer.of(rows.toString());
  }

  private static Answer call(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.prepareCall(sql)) {
      ((PreparedStatement) statement).execute();
      return Answer.of("called");
    }
  }

  private Answer prepared(Connection connection, Step.Prepared step) throws SQLException {
    List<String> counts = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(step.sql())) {
      for (List<String> row : step.rows()) {
        bind(statement, row);
        counts.add(result(statement, statement.execute()).result());
      }
    }
    return Answer.of(counts.toString());
  }

  private Answer batch(Connection connection, Step.Prepared step) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(step.sql())) {
      for (List<String> row : step.rows()) {
        bind(statement, row);
        statement.addBatch();
      }
      return Answer.of(Arrays.toString(statement.executeBatch()));
    }
  }

  private void bind(PreparedStatement statement, List<String> row) throws SQLException {
    for (int i = 0; i < row.size(); i++) {
      literals.bind(statement, i + 1, row.get(i));
    }
  }

  private Answer call(Connection connection, Step.Call step) throws SQLException {
    switch (step.call()) {
      case AUTO_COMMIT_OFF -> connection.setAutoCommit(false);
      case AUTO_COMMIT_ON -> connection.setAutoCommit(true);
      case COMMIT -> connection.commit();
      case ROLLBACK -> connection.rollback();
      case SET_SAVEPOINT -> savepoints.put(key(step), connection.setSavepoint(step.savepoint()));
      case ROLLBACK_TO_SAVEPOINT -> connection.rollback(savepoint(step));
      case RELEASE_SAVEPOINT -> connection.releaseSavepoint(savepoint(step));
    }
    return Answer.of("done");
  }

  private static String key(Step.Call step) {
    return step.session() + "." + step.savepoint();
  }

  private Savepoint savepoint(Step.Call step) throws SQLException {
    Savepoint savepoint = savepoints.get(key(step));
    if (savepoint == null) {
      throw new SQLException("no such savepoint");
    }
    return savepoint;
  }

  /** Gives up what the session has begun, as an application does that is told to wait. */
  void giveUp(int session) {
    try {
      if (sessions.get(session).getAutoCommit()) {
        plain(sessions.get(session), "ROLLBACK");
      } else {
        sessions.get(session).rollback();
      }
    } catch (SQLException e) {
      return; // there was nothing to give up
    }
  }

  /** Commits what the session has begun, if it has. */
  Answer commit(int session) {
    try {
      if (sessions.get(session).getAutoCommit()) {
        return plain(sessions.get(session), "COMMIT");
      }
      sessions.get(session).commit();
      return Answer.of("done");
    } catch (SQLException e) {
      return Answer.of(e);
    }
  }

  @Override
  public void close() throws SQLException {
    for (Connection session : sessions) {
      session.close();
    }
  }
}
