package org.mview.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mview.dialect.DefinitionWriter;
import org.mview.dialect.Dialect;
import org.mview.dialect.SqlWriter;
import org.mview.dialect.TableInfo;
import org.mview.sql.Definition;
import org.mview.sql.QualifiedName;
import org.mview.sql.Query;
import org.mview.sql.Statement;

/**
 * The real connection, as we use it: runs statements of ours and shows each of them in the log at
 * DEBUG. Begins and ends no transaction by itself.
 *
 * <p>Statements that come at every commit are prepared once and kept.
 */
public final class Database {
  /** Marks statements as ours, for those who read the database's own logs. */
  private static final String MARK = "/* mview */ ";

  /**
   * Few: SQLite keeps prepared statements in the same small memory from which the cursors of the
   * application's statements come, which are 4 to 8 % slower when it is used up (30 statements).
   */
  private static final int KEPT_STATEMENTS = 16;

  private static final Log LOG = Log.of(Database.class);

  private final Connection connection;
  private final Dialect dialect;
  private final SqlWriter writer;
  private final DefinitionWriter definitions;
  private boolean restoreManualCommit;
  private volatile java.sql.@Nullable Statement running;
  private final Map<String, PreparedStatement> prepared = new LinkedHashMap<>(16, 0.75f, true);

  /** Uses a connection that stays the caller's to close. */
  public Database(Connection connection, Dialect dialect) {
    this.connection = connection;
    this.dialect = dialect;
    this.writer = new SqlWriter(dialect);
    this.definitions = new DefinitionWriter(dialect);
  }

  /** What this database does differently from others. */
  public Dialect dialect() {
    return dialect;
  }

  /** The table or view of this name, however its author wrote it. */
  public Optional<TableInfo> table(QualifiedName name) throws SQLException {
    return dialect.tables().find(connection, name);
  }

  /** About how many rows a table has. */
  public long estimatedRows(QualifiedName table) throws SQLException {
    return dialect.tables().estimatedRows(connection, table);
  }

  /** A number that changes whenever a table, a view or a trigger does, whoever changes it. */
  public long schemaVersion() throws SQLException {
    return readOne(dialect.schemaVersion(), row -> row.getLong(1)).orElseThrow();
  }

  /** What tells this database from others; empty where connections cannot share it. */
  public Optional<String> identity() throws SQLException {
    return readOne(dialect.identity(), row -> String.valueOf(row.getString(1)))
        .filter(identity -> !identity.isEmpty());
  }

  /** The tables whose changes may change one of these, and these themselves; in lower case. */
  public Set<String> reaching(Set<String> tables) throws SQLException {
    return dialect.tables().reaching(connection, tables);
  }

  /** An object of ours. */
  public QualifiedName home(String name) {
    return QualifiedName.of(dialect.home(), name);
  }

  /** A name as it stands in a statement. */
  public String name(QualifiedName name) {
    return writer.name(name);
  }

  /** The connection of the real driver. */
  public Connection connection() {
    return connection;
  }

  /** Whether a statement failed because a value was not exact; the statement is undone, no more. */
  public boolean isInexact(SQLException e) {
    return String.valueOf(e.getMessage()).contains(dialect.expressions().signal());
  }

  /** The text of a statement of ours. */
  public String text(Statement statement) {
    return writer.write(statement);
  }

  /** The text of a query of ours. */
  public String text(Query query) {
    return writer.write(query);
  }

  /** Makes, changes or removes an object. */
  public void define(Definition definition) throws SQLException {
    define(definitions.write(definition));
  }

  /** Runs a statement that is not worth keeping. */
  public void define(String sql) throws SQLException {
    LOG.debug(sql);
    try (java.sql.Statement statement = connection.createStatement()) {
      statement.execute(MARK + sql);
    }
  }

  /**
   * Runs a statement.
   *
   * @return the number of rows it changed
   */
  public long run(String sql, @Nullable Object... parameters) throws SQLException {
    try (PreparedStatement statement = prepare(sql)) {
      return run(statement, parameters);
    }
  }

  /** The same, of a statement that comes at every commit: it is prepared once and kept. */
  public long runOften(String sql, @Nullable Object... parameters) throws SQLException {
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
    }
  }

  /** Reads all rows of a query. */
  public <T> List<T> read(String sql, RowReader<T> reader, @Nullable Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = prepare(sql)) {
      bind(statement, parameters);
      return rows(statement, reader);
    }
  }

  /** Reads one row, or none. */
  public <T> Optional<T> readOne(String sql, RowReader<T> reader, @Nullable Object... parameters)
      throws SQLException {
    return first(read(sql, reader, parameters));
  }

  /** The same, of a query that comes at every commit: it is prepared once and kept. */
  public <T> Optional<T> readOneOften(String sql, RowReader<T> reader) throws SQLException {
    try {
      return first(rows(kept(sql), reader));
    } catch (SQLException e) {
      forget(sql);
      throw e;
    }
  }

  /** How many rows the last statement has changed, without those that its triggers have. */
  public long changedRows() throws SQLException {
    return readOneOften("SELECT " + dialect.state().changedRows(), row -> row.getLong(1))
        .orElseThrow();
  }

  private static <T> Optional<T> first(List<T> rows) {
    return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(0));
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
    }
    return rows;
  }

  private PreparedStatement prepare(String sql) throws SQLException {
    LOG.debug(sql);
    return connection.prepareStatement(MARK + sql);
  }

  private static void bind(PreparedStatement statement, @Nullable Object[] parameters)
      throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
  }

  private PreparedStatement kept(String sql) throws SQLException {
    PreparedStatement statement = prepared.get(sql);
    if (statement == null) {
      statement = prepare(sql);
      prepared.put(sql, statement);
      closeEldest();
    } else {
      LOG.debug(sql);
    }
    return statement;
  }

  private void closeEldest() throws SQLException {
    if (prepared.size() > KEPT_STATEMENTS) {
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

  /**
   * Opens a transaction of our own. The application has none open then; if the connection is not in
   * autocommit, it is meanwhile.
   */
  public void begin() throws SQLException {
    restoreManualCommit = !connection.getAutoCommit();
    if (restoreManualCommit) {
      connection.setAutoCommit(true);
    }
    try {
      execute(dialect.begin());
    } catch (SQLException e) {
      restore();
      throw e;
    }
  }

  /**
   * Whether a transaction is open on a connection that is in autocommit: opened by text, or left
   * open by a COMMIT that failed.
   */
  public boolean isInTransaction() throws SQLException {
    try {
      execute("BEGIN");
    } catch (SQLException e) {
      return true;
    }
    execute("ROLLBACK");
    return false;
  }

  /** Commits the transaction of our own. */
  public void commit() throws SQLException {
    execute("COMMIT");
    restore();
  }

  /** Rolls the transaction of our own back, as far as the database has not done so itself. */
  public void rollback(Throwable because) {
    try {
      execute("ROLLBACK");
    } catch (SQLException e) {
      because.addSuppressed(e);
    }
    try {
      restore();
    } catch (SQLException e) {
      because.addSuppressed(e);
    }
  }

  private void restore() throws SQLException {
    if (restoreManualCommit) {
      restoreManualCommit = false;
      connection.setAutoCommit(false);
    }
  }

  private void execute(String sql) throws SQLException {
    LOG.debug(sql);
    try (java.sql.Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Asks the statement of ours that is running to stop; from any thread. */
  public void cancel() throws SQLException {
    java.sql.Statement statement = running;
    if (statement != null) {
      statement.cancel();
    }
  }

  /** Closes what was prepared, and leaves the connection open. */
  public void closeQuietly() {
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
