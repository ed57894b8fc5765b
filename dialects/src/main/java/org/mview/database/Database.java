package org.mview.database;

import static java.sql.Connection.TRANSACTION_READ_COMMITTED;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mview.dialect.Capability;
import org.mview.dialect.DefinitionWriter;
import org.mview.dialect.Dialect;
import org.mview.dialect.SqlWriter;
import org.mview.dialect.TableIndex;
import org.mview.dialect.TableInfo;
import org.mview.sql.Definition;
import org.mview.sql.Expression;
import org.mview.sql.Identifier;
import org.mview.sql.QualifiedName;
import org.mview.sql.Query;
import org.mview.sql.Statement;

/**
 * The real connection, as we use it. Begins and ends no transaction by itself. Each statement of
 * ours is in the log, at DEBUG.
 */
public final class Database {
  /** Definitions of what is not this connection's alone. */
  private static final Pattern COMMITTING =
      Pattern.compile(
          "(?i)^\\W*(?:create|drop|alter|rename|truncate|lock|unlock)\\s+(?!(?:local\\s+)?temporary\\b)");

  /** How long to wait before it is tried again to be alone. */
  private static final long AGAIN_AFTER_NANOS = 5_000_000;

  /** Of the hash of Fowler, Noll and Vo. */
  private static final long HASH_START = 0xcbf29ce484222325L;

  private static final long HASH_PRIME = 0x100000001b3L;

  /** What stands in a URL behind the place of the database. */
  private static final Pattern SETTINGS = Pattern.compile("[?;]");

  private static final String ATTEMPT = "mview$attempt";

  private final Connection connection;
  private final Dialect dialect;
  private final SqlWriter writer;
  private final DefinitionWriter definitions;
  private final Statements statements;
  private @Nullable String home;
  private boolean restoreManualCommit;

  /** The isolation level of the application's session, where ours has another. */
  private int restoreIsolation = Connection.TRANSACTION_NONE;

  /** Whether the transaction is one of our own. */
  private boolean own;

  /** Whether the driver has begun the transaction, around a statement in autocommit. */
  private boolean byDriver;

  /** Whether it has changed something since it began, or since a definition has committed it. */
  private boolean changed;

  /** Whether a definition has committed a part of it. */
  private boolean halfCommitted;

  /**
   * Why the database has undone the transaction of our own, if it has: what came behind would be
   * transactions of their own.
   */
  private @Nullable SQLException undone;

  /** Whether the session has our settings. */
  private boolean settled;

  /** Whether transactions of our own run beside others of the same call. */
  private boolean beside;

  /** Uses a connection that stays the caller's to close. */
  public Database(Connection connection, Dialect dialect) {
    this.connection = connection;
    this.dialect = dialect;
    this.writer = new SqlWriter(dialect);
    this.definitions = new DefinitionWriter(dialect);
    this.statements = new Statements(connection, dialect);
  }

  /** What this database does differently from others. */
  public Dialect dialect() {
    return dialect;
  }

  /** The table or view of this name, however its author wrote it. */
  public Optional<TableInfo> table(QualifiedName name) throws SQLException {
    return dialect.tables().find(connection, name);
  }

  /** The indexes of a table that concern every row of it. */
  public List<TableIndex> indexes(QualifiedName table) throws SQLException {
    return dialect.tables().indexes(connection, table);
  }

  /**
   * Whether others that read a table may have to wait for this connection, which has changed it.
   */
  public boolean readersWait() throws SQLException {
    return identity().isPresent() && dialect.tables().readersWait(connection);
  }

  /** About how many rows a table has. */
  public long estimatedRows(QualifiedName table) throws SQLException {
    return dialect.tables().estimatedRows(connection, table);
  }

  /**
   * What the database calls the columns of a query, which is not run.
   *
   * @throws SQLException when it does not take the query; the transaction goes on
   */
  public List<String> columns(String query) throws SQLException {
    return described(query, ResultSetMetaData::getColumnLabel);
  }

  /** The types of the columns of a query, which is not run. */
  public List<String> types(String query) throws SQLException {
    return described(
        query,
        (columns, i) ->
            "%s(%s,%s)"
                .formatted(
                    columns.getColumnTypeName(i), columns.getPrecision(i), columns.getScale(i)));
  }

  /** Says something of a column. */
  @FunctionalInterface
  private interface Description {
    String of(ResultSetMetaData columns, int number) throws SQLException;
  }

  private List<String> described(String query, Description description) throws SQLException {
    Optional<Dialect.Settings> settings = dialect.transactions().settings();
    if (settings.isEmpty() || !settled) {
      return undisturbed(() -> descriptions(query, description));
    }
    execute(settings.get().describing());
    try {
      return descriptions(query, description);
    } finally {
      execute(settings.get().running());
    }
  }

  private List<String> descriptions(String query, Description description) throws SQLException {
    List<String> all = new ArrayList<>();
    try (PreparedStatement prepared = connection.prepareStatement(query)) {
      ResultSetMetaData columns = prepared.getMetaData();
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        all.add(description.of(columns, i));
      }
    }
    return all;
  }

  /** Something that may fail. */
  @FunctionalInterface
  public interface Attempt<T> {
    /** Does it. */
    T run() throws SQLException;
  }

  /** Does something such that the transaction goes on, with all that it did before, if it fails. */
  public <T> T undisturbed(Attempt<T> attempt) throws SQLException {
    if (dialect.can(Capability.GOES_ON_AFTER_ERRORS)) {
      return attempt.run();
    }
    Savepoint before = Savepoint.set(this, ATTEMPT);
    T result;
    try {
      result = attempt.run();
    } catch (SQLException | RuntimeException e) {
      undo(before, e);
      throw e;
    }
    before.release();
    return result;
  }

  /** Without savepoints, a transaction goes on that has done nothing yet: it begins once more. */
  private void undo(Savepoint before, Exception because) throws SQLException {
    if (own && !changed && !dialect.can(Capability.SAVEPOINTS)) {
      startOver();
    } else {
      before.undo(because);
    }
  }

  /** A number that changes whenever a table, a view or a trigger does, whoever changes it. */
  public long schemaVersion() throws SQLException {
    List<Object> parts = read(dialect.schemaVersion(), row -> row.getObject(1));
    return parts.size() == 1 && parts.get(0) instanceof Number number
        ? number.longValue()
        : parts.stream().mapToLong(part -> hash(part.toString())).sum();
  }

  /** Of 64 bits, as those of many texts are added up. */
  private static long hash(String text) {
    long hash = HASH_START;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * HASH_PRIME;
    }
    return hash;
  }

  /** What the clock of the database shows, in whole seconds: it is one for all its processes. */
  public Instant now() throws SQLException {
    return readOne(dialect.selecting(dialect.catalog().now()), row -> row.getString(1))
        .map(text -> Instant.parse(text.replace(' ', 'T') + "Z"))
        .orElseThrow();
  }

  /**
   * What tells this database from others; empty where connections cannot share it. Copies of one
   * database, or servers of one name, call themselves alike: so where it was found counts, too.
   */
  public Optional<String> identity() throws SQLException {
    String place = SETTINGS.split(String.valueOf(connection.getMetaData().getURL()), 2)[0];
    return readOne(dialect.identity(), row -> Objects.toString(row.getString(1), ""))
        .filter(identity -> !identity.isEmpty())
        .map(identity -> place + " " + identity);
  }

  /** The partitioned tables to which a table belongs; none where it does not. */
  public List<QualifiedName> wholes(QualifiedName table) throws SQLException {
    return dialect.tables().wholes(connection, table);
  }

  /** Whether the rows of a table are in partitions. */
  public boolean isPartitioned(QualifiedName table) throws SQLException {
    return dialect.tables().isPartitioned(connection, table);
  }

  /** The tables whose changes may change one of these, and these themselves; in lower case. */
  public Set<String> reaching(Set<String> tables) throws SQLException {
    return dialect.tables().reaching(connection, tables);
  }

  /** Whether foreign keys of other tables keep a table from being emptied at once. */
  public boolean isReferredTo(QualifiedName table) throws SQLException {
    return dialect.tables().isReferredTo(connection, table);
  }

  /** An object of ours. */
  public QualifiedName home(String name) throws SQLException {
    return QualifiedName.of(home(), name);
  }

  /** The schema in which objects of ours are made: the one that the connection was in at first. */
  public String home() throws SQLException {
    String known = home;
    if (known == null) {
      known = readOne(dialect.selecting(dialect.home()), row -> row.getString(1)).orElse("");
      home = known;
    }
    return known;
  }

  /** A table of this connection's own. */
  public QualifiedName stage(String name) {
    return new QualifiedName(dialect.stages().map(Identifier::of), Identifier.of(name));
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
    return dialect.spelt(writer.write(statement));
  }

  /** The text of a definition of ours. */
  public String text(Definition definition) {
    return dialect.spelt(definitions.write(definition));
  }

  /** The text of an expression over tables that a statement of ours names. */
  public String text(Expression expression) {
    return writer.write(expression);
  }

  /** The text of a query of ours. */
  public String text(Query query) {
    return dialect.spelt(writer.write(query));
  }

  /** Whether several connections of one call can write at a time, each something else. */
  public boolean canRunBeside() {
    return !dialect.transactions().beside().isEmpty() && !dialect.can(Capability.MANY_NODES);
  }

  /**
   * Runs transactions of our own that define nothing, beside those of other connections of the same
   * call.
   *
   * @throws NeedsToBeAlone when one of them would have to define something
   */
  public <T> T besideOthers(Attempt<T> transactions) throws SQLException {
    beside = true;
    try {
      return transactions.run();
    } finally {
      beside = false;
    }
  }

  /**
   * Something that only one connection may do at a time is about to be done.
   *
   * @throws NeedsToBeAlone when others of the same call work beside this one
   */
  public void wantsToBeAlone() {
    if (beside) {
      throw new NeedsToBeAlone();
    }
  }

  /** Makes, changes or removes an object of this connection's own. */
  public void defineOwn(Definition definition) throws SQLException {
    defineAll(definitions.statements(definition));
  }

  /** The same, by a statement that is not worth keeping. */
  public void defineOwn(String sql) throws SQLException {
    defineAll(List.of(sql));
  }

  /** Makes, changes or removes an object. */
  public void define(Definition definition) throws SQLException {
    define(definitions.statements(definition));
  }

  /** Runs a statement that is not worth keeping; an empty one is none. */
  public void define(String sql) throws SQLException {
    define(List.of(sql));
  }

  /** Runs statements of which none may be run without those behind it. */
  public void define(List<String> statements) throws SQLException {
    if (statements.stream().anyMatch(sql -> COMMITTING.matcher(sql).find())) {
      wantsToBeAlone();
    }
    defineAll(statements);
  }

  /**
   * Runs statements under a lock that is not of a transaction, unless something is there then;
   * answers whether they were run. Whatever becomes of them, the lock goes.
   *
   * @param found a query, for something
   */
  public boolean defineUnderLock(String lock, String found, List<String> statements, String unlock)
      throws SQLException {
    wantsToBeAlone();
    changed = true;
    boolean isNothing;
    try {
      execute(Statements.MARK + dialect.spelt(lock));
      isNothing = readOne(found, row -> true).isEmpty();
      for (String sql : isNothing ? statements : List.<String>of()) {
        execute(Statements.MARK + dialect.spelt(sql));
      }
    } finally {
      execute(Statements.MARK + unlock);
    }
    beginAgainAfter(List.of(unlock));
    return isNothing;
  }

  private void defineAll(List<String> statements) throws SQLException {
    changed = true;
    try {
      for (String sql : statements) {
        if (!sql.isEmpty()) {
          execute(Statements.MARK + dialect.spelt(sql));
        }
      }
    } catch (SQLException e) {
      beginAgainAfter(statements, e);
      throw e;
    }
    beginAgainAfter(statements);
  }

  /** Runs a statement of the application's, as it was written. */
  public void asGiven(String sql) throws SQLException {
    changed = true;
    execute(sql);
    beginAgainAfter(List.of(sql));
  }

  /** A definition that fails has committed all the same, what was before it. */
  private void beginAgainAfter(List<String> statements, SQLException failure) {
    if (dialect.can(Capability.ONE_SNAPSHOT)) {
      return;
    }
    try {
      beginAgainAfter(statements);
    } catch (SQLException e) {
      failure.addSuppressed(e);
    }
  }

  /** Where a definition commits, what comes behind it is to be one transaction again. */
  private void beginAgainAfter(List<String> statements) throws SQLException {
    boolean ended =
        own
            && !dialect.can(Capability.TRANSACTIONAL_DDL)
            && statements.stream().anyMatch(sql -> COMMITTING.matcher(sql).find());
    if (ended) {
      if (dialect.can(Capability.ONE_SNAPSHOT)) {
        execute("COMMIT");
      }
      halfCommitted = true;
      beginAgain();
    }
  }

  private void beginAgain() throws SQLException {
    changed = false;
    undone = null;
    for (String statement : beginning()) {
      execute(statement);
    }
  }

  private List<String> beginning() {
    return beside ? dialect.transactions().beside() : dialect.transactions().own();
  }

  /** Undoes what is not committed yet of a transaction of our own, and begins it again. */
  public void startOver() throws SQLException {
    statements.end("ROLLBACK");
    beginAgain();
  }

  /** Commits what there is of a transaction of our own, whatever comes, and begins it again. */
  public void keep() throws SQLException {
    halfCommitted = true;
    statements.end("COMMIT");
    beginAgain();
  }

  /** Makes the transaction one that can only be rolled back, as any failing statement does. */
  void spoil() {
    try {
      execute("SELECT error('mview')");
    } catch (SQLException e) {
      return; // as it is to
    }
  }

  /**
   * A commit of the application's has failed: DuckDB (2.0.0.1) then takes the transaction to be
   * open still, and would commit each statement that follows by itself.
   */
  public void commitFailed(SQLException because) {
    if (!dialect.can(Capability.ONE_SNAPSHOT)) {
      return;
    }
    try {
      if (!connection.getAutoCommit()) {
        execute("BEGIN");
        connection.rollback();
      }
    } catch (SQLException e) {
      because.addSuppressed(e);
    }
  }

  /**
   * Runs a statement.
   *
   * @return the number of rows it changed
   */
  public long run(String sql, @Nullable Object... parameters) throws SQLException {
    changed = true;
    return within(() -> statements.run(sql, parameters));
  }

  /**
   * Runs a statement in the transaction that is open: none, where it is one of our own that the
   * database has undone, whoever has taken the error for one of the statement alone.
   */
  private <T> T within(Attempt<T> statement) throws SQLException {
    SQLException before = undone;
    if (before != null) {
      throw new SQLException(
          "the transaction is undone: " + before.getMessage(),
          before.getSQLState(),
          before.getErrorCode(),
          before);
    }
    try {
      return statement.run();
    } catch (SQLException e) {
      if (own && Disturbance.isConflict(e)) {
        undone = e;
      }
      throw e;
    }
  }

  /** The same, of a statement that comes at every commit: it is prepared once and kept. */
  public long runOften(String sql, @Nullable Object... parameters) throws SQLException {
    changed = true;
    return within(() -> statements.runOften(sql, parameters));
  }

  /** Reads all rows of a query. */
  public <T> List<T> read(String sql, RowReader<T> reader, @Nullable Object... parameters)
      throws SQLException {
    return within(() -> statements.read(sql, reader, parameters));
  }

  /** Reads one row, or none. */
  public <T> Optional<T> readOne(String sql, RowReader<T> reader, @Nullable Object... parameters)
      throws SQLException {
    return read(sql, reader, parameters).stream().findFirst();
  }

  /** The same, of a query that comes at every commit: it is prepared once and kept. */
  public <T> Optional<T> readOneOften(String sql, RowReader<T> reader) throws SQLException {
    return within(() -> statements.readOneOften(sql, reader));
  }

  /**
   * Runs statements that come often, one after the other. None may depend on the answer of another:
   * they are sent at once where that is possible.
   */
  public void ask(List<Request<?>> requests) throws SQLException {
    changed = true;
    within(
        () -> {
          statements.ask(requests);
          return true;
        });
  }

  /** The same, such that the transaction goes on, with all that it did before, if one fails. */
  public void askUndisturbed(List<Request<?>> requests) throws SQLException {
    if (!dialect.can(Capability.TAKES_SEVERAL)) {
      undisturbed(
          () -> {
            ask(requests);
            return true;
          });
      return;
    }
    Savepoint around = new Savepoint(this, dialect.quoted(ATTEMPT));
    try {
      ask(around.around(requests));
    } catch (SQLException | RuntimeException e) {
      around.undo(e);
      throw e;
    }
  }

  /** How many rows the last statement has changed, without those that its triggers have. */
  public long changedRows() throws SQLException {
    String changedRows = dialect.state().orElseThrow().changedRows();
    return readOneOften(dialect.selecting(changedRows), row -> row.getLong(1)).orElseThrow();
  }

  /**
   * Opens a transaction around a statement of the application's, which has none open then; if the
   * connection is not in autocommit, it is meanwhile.
   */
  public void begin() throws SQLException {
    if (dialect.can(Capability.ONE_SNAPSHOT)) {
      // By its driver (2.0.0.1), which begins, and commits, a transaction of its own for a batch.
      connection.setAutoCommit(false);
      byDriver = true;
      return;
    }
    begin(List.of(dialect.transactions().application()), false);
  }

  /** Opens a transaction of our own, under the same conditions. */
  public void beginOwn() throws SQLException {
    begin(beginning(), dialect.can(Capability.LEVEL_OF_SESSION));
    own = true;
    undone = null;
    changed = false;
    halfCommitted = false;
    try {
      takeTurn();
      settle();
    } catch (SQLException e) {
      leave(true, e);
      throw e;
    }
  }

  /** Waits for others who have changed a table that a view reads, where they would wait for us. */
  public void takeTurn() throws SQLException {
    if (dialect.transactions().turn().isPresent()) {
      execute(dialect.transactions().turn().get());
    }
  }

  /**
   * Gives the session the settings that statements of ours want, until they are {@link #restored};
   * the isolation level of the transaction stays as it is.
   *
   * @return false when it had them already
   */
  public boolean settle() throws SQLException {
    Optional<Dialect.Settings> settings = dialect.transactions().settings();
    if (settings.isEmpty() || settled) {
      return false;
    }
    execute(settings.get().set());
    settled = true;
    return true;
  }

  /** A setting of the application's under which the text of a query may mean something else. */
  public Optional<String> oddSetting() throws SQLException {
    Optional<Dialect.Settings> settings = dialect.transactions().settings();
    return settings.isEmpty()
        ? Optional.empty()
        : readOne(settings.get().odd(), row -> Optional.ofNullable(row.getString(1)))
            .flatMap(setting -> setting)
            .filter(setting -> !setting.isEmpty());
  }

  /** Gives the session the settings of the application again. */
  public void restored() throws SQLException {
    if (settled) {
      settled = false;
      statements.end(dialect.transactions().settings().orElseThrow().restore());
    }
  }

  /** Keeps other sessions from defining something, where their transactions cannot do that. */
  public void beAlone() throws SQLException {
    if (dialect.transactions().alone().isPresent()) {
      Dialect.Alone alone = dialect.transactions().alone().get();
      if (alone.prepare().isPresent() && !isThere(Dialect.Alone.TABLE)) {
        execute(alone.prepare().get());
      }
      while (statements.answer(alone.take()) == 0) {
        said(alone);
        LockSupport.parkNanos(AGAIN_AFTER_NANOS);
      }
      said(alone);
    }
  }

  /** A definition waits for others on some databases, even if it has nothing to do. */
  private boolean isThere(String table) throws SQLException {
    return readOne(dialect.catalog().tableExists().formatted(table), row -> true).isPresent();
  }

  /** Lets other sessions define something again. */
  public void beNotAlone() throws SQLException {
    if (dialect.transactions().alone().isPresent()) {
      statements.answer(dialect.transactions().alone().get().giveBack());
      said(dialect.transactions().alone().get());
    }
  }

  /** What a table says, a commit says to others. */
  private void said(Dialect.Alone alone) throws SQLException {
    if (alone.prepare().isPresent() && !connection.getAutoCommit()) {
      connection.commit();
    }
  }

  private void begin(List<String> statements, boolean ownIsolation) throws SQLException {
    restoreManualCommit = !connection.getAutoCommit();
    if (restoreManualCommit) {
      connection.setAutoCommit(true);
    }
    int done = 0;
    try {
      if (ownIsolation && connection.getTransactionIsolation() != TRANSACTION_READ_COMMITTED) {
        restoreIsolation = connection.getTransactionIsolation();
        connection.setTransactionIsolation(TRANSACTION_READ_COMMITTED);
      }
      for (String statement : statements) {
        execute(statement);
        done++;
      }
    } catch (SQLException e) {
      leave(done > 0, e);
      throw e;
    }
  }

  /**
   * Whether a transaction is open on a connection that is in autocommit: opened by text, or left
   * open by a COMMIT that failed, and not ended by a deadlock, or by a statement that commits.
   */
  public boolean isInTransaction() throws SQLException {
    Optional<Dialect.Inside> inside = dialect.transactions().inside();
    if (inside.isEmpty()) {
      return true; // only its own end ends one
    } else if (!inside.get().fails()) {
      return readOne(inside.get().question(), row -> row.getBoolean(1)).orElseThrow();
    }
    try {
      execute(inside.get().question());
    } catch (SQLException e) {
      return true;
    }
    for (String sql : inside.get().undo()) {
      statements.end(sql);
    }
    return false;
  }

  /**
   * Whether the session is in autocommit, after a text that has switched it; the driver, which may
   * not have noticed, then knows it too.
   */
  public boolean followsAutoCommit() throws SQLException {
    Optional<String> question = dialect.transactions().autoCommit();
    if (question.isPresent()) {
      boolean on = readOne(question.get(), row -> row.getBoolean(1)).orElseThrow();
      if (on != connection.getAutoCommit()) {
        connection.setAutoCommit(on);
      }
    }
    return connection.getAutoCommit();
  }

  /** Whether a statement can begin a transaction on a connection that is in autocommit. */
  public boolean beginsByText() {
    return dialect.transactions().ended().isEmpty();
  }

  /**
   * Whether a transaction of our own, which has failed for this reason and is undone, has left
   * nothing, and may succeed if it is begun anew: where transactions conflict rather than wait.
   */
  public boolean mayBeginAnew(Throwable failure) {
    return !halfCommitted
        && dialect.can(Capability.ONE_SNAPSHOT)
        && Disturbance.isConflict(failure);
  }

  /** Commits the transaction of our own. */
  public void commit() throws SQLException {
    within(() -> true);
    if (byDriver) {
      commitByDriver();
    } else {
      statements.end("COMMIT");
    }
    restore();
  }

  private void commitByDriver() throws SQLException {
    try {
      connection.commit();
    } catch (SQLException e) {
      commitFailed(e);
      throw e;
    }
  }

  /** Rolls the transaction of our own back, as far as the database has not done so itself. */
  public void rollback(Throwable because) {
    leave(true, because);
  }

  private void leave(boolean begun, Throwable because) {
    try {
      if (byDriver) {
        connection.rollback();
      } else if (begun) {
        statements.end("ROLLBACK");
      }
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
    own = false;
    undone = null;
    if (dialect.transactions().ended().isPresent()) {
      statements.end(dialect.transactions().ended().get());
    }
    restored();
    if (byDriver) {
      byDriver = false;
      connection.setAutoCommit(true);
    }
    if (restoreIsolation != Connection.TRANSACTION_NONE) {
      connection.setTransactionIsolation(restoreIsolation);
      restoreIsolation = Connection.TRANSACTION_NONE;
    }
    if (restoreManualCommit) {
      restoreManualCommit = false;
      connection.setAutoCommit(false);
    }
  }

  void execute(String sql) throws SQLException {
    statements.execute(sql);
  }

  /** Times all statements of ours from here on. */
  public void time() {
    statements.time();
  }

  /** Times none from here on: those that have ended since, in order. */
  public List<TimedStatement> timed() {
    return statements.timed();
  }

  /** Asks the statement of ours that is running to stop; from any thread. */
  public void cancel() throws SQLException {
    statements.cancel();
  }

  /** Closes what was prepared, and leaves the connection open. */
  public void closeQuietly() {
    statements.closeQuietly();
  }
}
