package org.mview.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mview.dialect.Capability;
import org.mview.dialect.Dialect;

/**
 * Runs statements of ours on a connection. Those that come at every commit are prepared once and
 * kept.
 */
final class Statements {
  /** Marks statements as ours, for those who read the database's own logs. */
  static final String MARK = "/* mview */ ";

  /**
   * Few: SQLite keeps prepared statements in the same small memory from which the cursors of the
   * application's statements come, which are 4 to 8 % slower when it is used up (30 statements).
   */
  private static final int KEPT = 16;

  private static final Log LOG = Log.of(Database.class);

  private final Connection connection;
  private final Dialect dialect;
  private final Map<String, PreparedStatement> prepared = new LinkedHashMap<>(KEPT, 0.75f, true);
  private volatile @Nullable Statement running;

  /** How many statements have been prepared. */
  private long number;

  private final SeveralAtOnce several;

  /** There while statements are timed. */
  private @Nullable Stopwatch stopwatch;

  Statements(Connection connection, Dialect dialect) {
    this.connection = connection;
    this.dialect = dialect;
    this.several = new SeveralAtOnce(this, dialect);
  }

  /** Times all statements from here on; those that were timed before are forgotten. */
  void time() {
    stopwatch = new Stopwatch();
  }

  /** Times none from here on: those that were timed. */
  List<TimedStatement> timed() {
    Stopwatch stopped = stopwatch;
    stopwatch = null;
    return stopped == null ? List.of() : stopped.timed();
  }

  private void begins(String sql) {
    LOG.debug(sql);
    if (stopwatch != null) {
      stopwatch.begins(sql);
    }
  }

  private void ends() throws SQLException {
    if (dialect.can(Capability.WARNS_OF_NOTHING)) {
      connection.clearWarnings();
    }
    if (stopwatch != null) {
      stopwatch.ends();
    }
  }

  void execute(String sql) throws SQLException {
    begins(sql);
    try (Statement statement = connection.createStatement()) {
      running = statement;
      statement.execute(sql);
    } finally {
      running = null;
    }
    ends();
  }

  /** Runs what ends a transaction, or its settings, which who cancels a statement does not mean. */
  void end(String sql) throws SQLException {
    begins(sql);
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
    ends();
  }

  /** The number that a query answers, or the number of rows that a statement has changed. */
  long answer(String sql) throws SQLException {
    try (PreparedStatement statement = prepare(sql)) {
      if (!statement.execute()) {
        return statement.getLargeUpdateCount();
      }
      try (ResultSet row = statement.getResultSet()) {
        return row.next() ? row.getLong(1) : 0;
      }
    } finally {
      ends();
    }
  }

  long run(String sql, @Nullable Object[] parameters) throws SQLException {
    try (PreparedStatement statement = prepare(sql)) {
      return run(statement, parameters);
    }
  }

  long runOften(String sql, @Nullable Object[] parameters) throws SQLException {
    try {
      return run(kept(sql), parameters);
    } catch (SQLException e) {
      forget(sql);
      throw e;
    }
  }

  private long run(PreparedStatement statement, @Nullable Object[] parameters) throws SQLException {
    bind(statement, parameters);
    running = statement;
    try {
      return statement.executeLargeUpdate();
    } finally {
      running = null;
      ends();
    }
  }

  <T> List<T> read(String sql, RowReader<T> reader, @Nullable Object[] parameters)
      throws SQLException {
    try (PreparedStatement statement = prepare(sql)) {
      bind(statement, parameters);
      return rows(statement, reader);
    }
  }

  <T> Optional<T> readOneOften(String sql, RowReader<T> reader) throws SQLException {
    try {
      List<T> rows = rows(kept(sql), reader);
      return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(0));
    } catch (SQLException e) {
      forget(sql);
      throw e;
    }
  }

  /**
   * Runs statements one after the other, without waiting for the answer of one before the next is
   * sent, where the database takes several at once.
   */
  void ask(List<Request<?>> requests) throws SQLException {
    if (requests.size() > 1 && stopwatch == null && several.areTaken()) {
      askAtOnce(requests);
    } else {
      for (Request<?> request : requests) {
        askAtOnce(List.of(request));
      }
    }
  }

  /** The same at once; whether that is taken has to be known. */
  void askAtOnce(List<Request<?>> requests) throws SQLException {
    String sql = requests.stream().map(Request::sql).collect(Collectors.joining(";\n" + MARK));
    try {
      PreparedStatement statement = kept(sql);
      running = statement;
      statement.setFetchSize(0); // a cursor would carry a statement out behind the next one
      boolean answersRows = statement.execute();
      for (Request<?> request : requests) {
        if (answersRows) {
          try (ResultSet rows = statement.getResultSet()) {
            request.read(rows);
          }
        }
        answersRows = statement.getMoreResults();
      }
    } catch (SQLException e) {
      forget(sql);
      throw e;
    } finally {
      running = null;
      ends();
    }
  }

  private <T> List<T> rows(PreparedStatement statement, RowReader<T> reader) throws SQLException {
    List<T> rows = new ArrayList<>();
    running = statement;
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        rows.add(reader.read(row));
      }
    } finally {
      running = null;
      ends();
    }
    return rows;
  }

  private PreparedStatement prepare(String sql) throws SQLException {
    begins(sql);
    return connection.prepareStatement(mark() + dialect.spelt(sql));
  }

  /**
   * H2 (2.5.252) takes the result of a subquery again while no table of it has got a new number,
   * which tables do before a commit and after it, but not at once: what is committed in between is
   * overlooked. Its session also keeps statements by their texts, so each gets one of its own.
   */
  private String mark() {
    number++;
    return dialect.can(Capability.REUSES_RESULTS) ? MARK + "/* " + number + " */ " : MARK;
  }

  private static void bind(PreparedStatement statement, @Nullable Object[] parameters)
      throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
  }

  private PreparedStatement kept(String sql) throws SQLException {
    if (dialect.can(Capability.REUSES_RESULTS)) {
      forget(sql);
    }
    PreparedStatement statement = prepared.get(sql);
    if (statement == null) {
      statement = prepare(sql);
      prepared.put(sql, statement);
      closeEldest();
    } else {
      begins(sql);
    }
    return statement;
  }

  private void closeEldest() throws SQLException {
    if (prepared.size() > KEPT) {
      String eldest = prepared.keySet().iterator().next();
      forget(eldest);
    }
  }

  private void forget(String sql) throws SQLException {
    PreparedStatement statement = prepared.remove(sql);
    if (statement != null) {
      statement.close();
    }
  }

  /** From any thread; a statement that has ended meanwhile is left alone. */
  void cancel() throws SQLException {
    Statement statement = running;
    try {
      if (statement != null) {
        statement.cancel();
      }
    } catch (SQLException | RuntimeException e) {
      if (!statement.isClosed()) {
        throw e;
      }
    }
  }

  void closeQuietly() {
    for (PreparedStatement statement : prepared.values()) {
      try {
        statement.close();
      } catch (SQLException e) {
        LOG.warn("a statement could not be closed", e);
      }
    }
    prepared.clear();
  }
}
