package org.mview.session;

import static org.mview.error.MViewError.IN_BRANCH;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mview.catalog.Registry;
import org.mview.command.Commands;
import org.mview.command.Options;
import org.mview.command.Outcome;
import org.mview.command.Transactions;
import org.mview.command.Warnings;
import org.mview.command.Work;
import org.mview.database.Database;
import org.mview.database.Savepoint;
import org.mview.dialect.Capability;
import org.mview.refresh.Stages;
import org.mview.statement.AlterSession;
import org.mview.statement.FreshRead;
import org.mview.statement.LexicalRules;

/** The session of a database that has views, or may get some. */
final class LiveSession implements Session {
  private static final Verdict ISOLATES = new Verdict.Watched(Verdict.Effect.SETS_ISOLATION);

  private final Database database;
  private final Options options;
  private final Shared shared;
  private final Stages stages;
  private final Classifier classifier;
  private final CommitRefresh commitRefresh;
  private final OpenTransaction transaction;
  private final Isolation isolation;
  private final FreshTexts freshTexts;
  private final VersionCheck versionCheck;
  private final Warnings warnings = new Warnings();
  private final LexicalRules rules;

  private boolean closed;

  /** Where others like it come from, if that is known. */
  private final Optional<Siblings> siblings;

  /** Those that work for it now. */
  private volatile @Nullable Companions companions;

  LiveSession(Database database, Options options, Shared shared) {
    this(database, options, shared, Optional.empty());
  }

  LiveSession(Database database, Options options, Shared shared, Optional<Siblings> siblings) {
    this.siblings = siblings;
    this.database = database;
    this.options = options;
    this.shared = shared;
    this.stages = new Stages(database);
    this.rules = LexicalRules.of(database.dialect().name());
    this.freshTexts = new FreshTexts(database, rules);
    this.commitRefresh =
        new CommitRefresh(database, shared, stages, known -> work(known, warnings));
    this.versionCheck = new VersionCheck(database, shared);
    this.transaction =
        new OpenTransaction(
            database,
            shared,
            stages,
            commitRefresh,
            versionCheck,
            warnings,
            () -> transactions(warnings));
    this.isolation = transaction.isolation();
    this.classifier = new Classifier(database, shared, transaction::isOpen);
  }

  @Override
  public Verdict classify(String sql) throws SQLException {
    checkVersion();
    Verdict verdict = classifier.classify(sql);
    if (!ISOLATES.equals(verdict)) {
      isolation.use();
    }
    return verdict;
  }

  @Override
  public String read(String sql) throws SQLException {
    if (!FreshRead.mayBeIn(sql)) {
      return sql;
    }
    // What is wrong by a moment would be wrong: no waiting here until the next look is due.
    boolean mayLook =
        (!isolation.mayBeOther() || transaction.isOpen()) && !transaction.hasLockedTables();
    Knowledge known = mayLook ? shared.current(database) : shared.known(database);
    isolation.use();
    return known.computesOnQuery() ? computed(sql, known) : sql;
  }

  /** To look at what a view reads may want a transaction, where an error ends one. */
  private String computed(String sql, Knowledge known) throws SQLException {
    if (known.fresh().containsKey(sql)
        || transaction.isOpen()
        || database.dialect().can(Capability.GOES_ON_AFTER_ERRORS)) {
      return freshTexts.of(sql, known);
    }
    database.begin();
    try {
      String text = freshTexts.of(sql, known);
      database.commit();
      return text;
    } catch (SQLException | RuntimeException e) {
      database.rollback(e);
      throw e;
    }
  }

  @Override
  public int epoch() throws SQLException {
    checkVersion();
    isolation.use();
    return shared.epoch();
  }

  private void checkVersion() throws SQLException {
    // What we read would be the transaction whose level was set.
    if (!isolation.mayBeOther()
        && !transaction.hasLockedTables()
        && versionCheck.isDue()
        && !transaction.isOpen()) {
      versionCheck.run();
    }
  }

  @Override
  public <T> T run(Verdict.Watched watched, SqlCall<T> statement) throws SQLException {
    try {
      return carriedOut(watched, statement);
    } catch (SQLException e) {
      transaction.lookWhatIsLeft(e);
      KeptViews.tell(e, database, shared);
      throw e;
    } catch (RuntimeException e) {
      transaction.lookWhatIsLeft(e);
      throw e;
    }
  }

  @Override
  public long changedRows(String sql, long counted) throws SQLException {
    boolean mixed =
        counted > 0
            && database.dialect().state().isPresent()
            && FirstKeyword.isOne(sql)
            && shared.known(database).hasTriggersOnTarget(sql, rules);
    return mixed ? database.changedRows() : counted;
  }

  private <T> T carriedOut(Verdict.Watched watched, SqlCall<T> statement) throws SQLException {
    return switch (watched.effect()) {
      case MEETS_ITSELF -> statement.run();
      case CHANGES_ROWS -> changing(statement);
      case CALLS -> changing(() -> doubting(statement));
      case CALLS_ALONE -> transaction.isOpen() ? changing(statement) : committingItself(statement);
      case MAY_END -> doubting(statement);
      case SETS_AUTOCOMMIT -> switching(statement);
      case LOCKS_TABLES -> locking(statement);
      case UNLOCKS_TABLES -> unlocking(statement);
      case CHANGES_ROWS_OR_LEAVES_HALF -> changing(() -> wholly(statement));
      case DEFINES -> defining(() -> doubting(statement));
      case DOES_SEVERAL -> {
        isolation.setForOne(); // perhaps
        yield defining(() -> changing(() -> doubting(statement)));
      }
      case BEGINS -> beginning(watched, statement);
      case SETS_SAVEPOINT ->
          database.dialect().can(Capability.SAVEPOINT_BEGINS)
              ? beginning(watched, statement)
              : statement.run();
      case COMMITS -> committing(statement);
      case COMMITS_AND_BEGINS -> committingAndBeginning(statement);
      case RELEASES_SAVEPOINT ->
          transaction.endsWith(watched) ? committing(statement) : statement.run();
      case BEGINS_BRANCH -> {
        T result = statement.run();
        transaction.entersBranch();
        yield result;
      }
      case PREPARES -> {
        if (transaction.hasChanged()) {
          checkBranch(shared.known(database));
        }
        T result = statement.run();
        transaction.leavesBranch();
        yield result;
      }
      case COMMITS_BRANCH -> {
        T result = statement.run();
        transaction.branchCommitted();
        yield result;
      }
      case SETS_NEXT_ISOLATION -> {
        T result = statement.run();
        isolation.setForOne();
        yield result;
      }
      case SETS_ISOLATION -> {
        T result = statement.run();
        isolation.setForAll(transaction.isInUse());
        yield result;
      }
      case ROLLS_BACK -> {
        T result = statement.run();
        transaction.undone();
        yield result;
      }
      case ROLLS_BACK_AND_BEGINS -> rollingBackAndBeginning(statement);
      case ROLLS_BACK_TO_SAVEPOINT -> {
        T result = statement.run();
        stages.forget();
        yield result;
      }
    };
  }

  /** Runs a statement that may end the transaction in which it is run. */
  private <T> T doubting(SqlCall<T> statement) throws SQLException {
    try {
      return statement.run();
    } finally {
      if (!database.dialect().can(Capability.TRANSACTIONAL_DDL)) {
        transaction.doubt();
      }
    }
  }

  /** To lock tables commits; nothing is refreshed then before they are unlocked. */
  private <T> T locking(SqlCall<T> statement) throws SQLException {
    if (transaction.isOpen()) {
      transaction.bringUpToDate();
    }
    T result = statement.run();
    transaction.locksTables();
    return result;
  }

  private <T> T unlocking(SqlCall<T> statement) throws SQLException {
    T result = statement.run();
    if (transaction.hasLockedTables() || !transaction.isOpen()) {
      transaction.unlocksTables();
    }
    return result;
  }

  /** Into autocommit is a commit, which is said afterwards. */
  private <T> T switching(SqlCall<T> statement) throws SQLException {
    boolean later = transaction.isOpen() && transaction.bringUpToDate();
    T result = statement.run();
    if (database.followsAutoCommit()) {
      transaction.endedWell(later);
    }
    return result;
  }

  private <T> T beginning(Verdict.Watched watched, SqlCall<T> statement) throws SQLException {
    T result = statement.run();
    transaction.begun(watched);
    return result;
  }

  /**
   * What a statement defines may make other statements reach a master: it is looked at, at once.
   */
  private <T> T defining(SqlCall<T> statement) throws SQLException {
    T result = statement.run();
    transaction.defines();
    if (!transaction.hasLockedTables()) {
      overtake(shared.current(database));
    }
    return result;
  }

  /**
   * A trigger of the user's that was just made would fire before ours, or on a view that triggers
   * of ours keep; a table that was created anew has lost ours.
   */
  private void overtake(Knowledge known) throws SQLException {
    if (known.catalog().views().isEmpty() && known.catalog().logs().isEmpty()) {
      return;
    }
    List<Long> overtaken =
        known.catalog().logs().isEmpty() ? List.of() : new Registry(database).logs().overtaken();
    Work work = work(known, warnings);
    if (overtaken.isEmpty() && work.hasArrangedLogs()) {
      return;
    }
    if (transaction.isOpen()) {
      work.restoreNotes();
      work.arrangeLogs(overtaken);
      shared.current(database);
    } else {
      transactions(warnings)
          .run(
              own -> {
                own.restoreNotes();
                own.arrangeLogs(overtaken);
                return true;
              });
    }
  }

  private <T> T changing(SqlCall<T> statement) throws SQLException {
    if (transaction.hasLockedTables()) {
      return statement.run();
    } else if (!transaction.isOpen()) {
      return shared.inTurn(database, () -> alone(statement));
    }
    Knowledge known = shared.known(database);
    if (transaction.isInBranch()) {
      checkBranch(known);
    } else if (!transaction.hasChanged()) {
      database.takeTurn();
    }
    transaction.changes();
    return transaction.isInBranch() || known.atStatement().isEmpty()
        ? statement.run()
        : withViews(statement);
  }

  private void checkBranch(Knowledge known) {
    if (options.compatibility() == Options.Compatibility.ORACLE && known.refreshesAtCommit()) {
      throw IN_BRANCH.of(
          "a change of a table that a view ON COMMIT reads",
          "make the view ON DEMAND, or set mview.compatibility=extended");
    }
  }

  /** A statement of which nothing is left when it fails, as it is to be in SQL. */
  private <T> T wholly(SqlCall<T> statement) throws SQLException {
    Savepoint before = Savepoint.set(database, "mview$query");
    T result;
    try {
      result = statement.run();
    } catch (SQLException | RuntimeException e) {
      before.undo(e);
      throw e;
    }
    before.release();
    return result;
  }

  /**
   * A statement inside a transaction, with the refresh of the views ON STATEMENT. When that fails,
   * the statement is undone, and the transaction goes on.
   */
  private <T> T withViews(SqlCall<T> statement) throws SQLException {
    Savepoint before = Savepoint.set(database, "mview$statement");
    T result;
    try {
      result = statement.run();
    } catch (SQLException | RuntimeException e) {
      before.forget();
      throw e;
    }
    try {
      if (!isolation.mayBeOther()) {
        commitRefresh.run(Occasion.STATEMENT);
      }
    } catch (SQLException | RuntimeException e) {
      before.undo(e);
      stages.forget();
      throw e;
    }
    before.release();
    return result;
  }

  /**
   * A statement in autocommit, with its refresh in one transaction. When the statement fails, what
   * it leaves is committed, as it would have been without us.
   */
  private <T> T alone(SqlCall<T> statement) throws SQLException {
    transaction.beginAlone();
    T result;
    try {
      result = statement.run();
    } catch (SQLException | RuntimeException e) {
      transaction.endFailed(e);
      throw e;
    }
    if (result instanceof ResultSet || Boolean.TRUE.equals(result)) {
      transaction.waitsForRows();
    } else {
      transaction.endAlone();
    }
    return result;
  }

  /** A procedure has commits of its own: what those have left is refreshed behind it. */
  private <T> T committingItself(SqlCall<T> statement) throws SQLException {
    try {
      return statement.run();
    } finally {
      transaction.refreshLater();
    }
  }

  @Override
  public boolean waits() {
    return transaction.waits();
  }

  @Override
  public void resultsClosed() throws SQLException {
    transaction.resultsClosed();
  }

  private <T> T committing(SqlCall<T> statement) throws SQLException {
    boolean later = transaction.bringUpToDate();
    T result = statement.run();
    transaction.endedWell(later);
    return result;
  }

  private <T> T committingAndBeginning(SqlCall<T> statement) throws SQLException {
    boolean later = transaction.bringUpToDate();
    T result = statement.run();
    transaction.endedByNext(later);
    return result;
  }

  private <T> T rollingBackAndBeginning(SqlCall<T> statement) throws SQLException {
    T result = statement.run();
    transaction.undoneByNext();
    return result;
  }

  @Override
  public void commit(SqlAction realCommit) throws SQLException {
    boolean later = transaction.bringUpToDate();
    try {
      realCommit.run();
    } catch (SQLException e) {
      database.commitFailed(e);
      throw e;
    }
    transaction.endedWell(later);
  }

  @Override
  public void rollback(SqlAction realRollback) throws SQLException {
    realRollback.run();
    transaction.undone();
  }

  @Override
  public void rollbackToSavepoint(SqlAction realRollback) throws SQLException {
    realRollback.run();
    stages.forget();
  }

  @Override
  public void setAutoCommit(boolean on, SqlAction realSwitch) throws SQLException {
    if (database.dialect().can(Capability.ONE_SNAPSHOT)) {
      transaction
          .resultsClosed(); // a statement in autocommit that waits has the driver's autocommit off
    }
    boolean later = on && !database.connection().getAutoCommit() && transaction.bringUpToDate();
    switchTo(on, realSwitch);
    transaction.endedWell(later);
  }

  /** A switch to autocommit whose commit fails leaves the transaction open. */
  private void switchTo(boolean on, SqlAction realSwitch) throws SQLException {
    try {
      realSwitch.run();
    } catch (SQLException e) {
      if (on && database.connection().getAutoCommit() && database.isInTransaction()) {
        transaction.leftOpen();
      }
      throw e;
    }
  }

  @Override
  public void enterBranch() {
    transaction.entersBranch();
  }

  @Override
  public void leaveBranch() {
    transaction.leavesBranch();
  }

  @Override
  public void branchCommitted() throws SQLException {
    transaction.branchCommitted();
  }

  @Override
  public void setTransactionIsolation(SqlAction realSwitch) throws SQLException {
    realSwitch.run();
    isolation.setForAll(transaction.isInUse());
  }

  @Override
  public Outcome carryOut(Verdict.Ours ours, Map<Integer, @Nullable Object> parameters)
      throws SQLException {
    if (!(ours.command() instanceof AlterSession)) {
      commitBefore();
    }
    Warnings said = new Warnings();
    Transactions transactions = transactions(said);
    try {
      return new Commands(transactions, said).run(ours.command(), ours.sql(), parameters);
    } finally {
      commitRefresh.forget();
    }
  }

  /** As in Oracle, a statement of ours commits what the application has open. */
  private void commitBefore() throws SQLException {
    if (transaction.isInBranch()) {
      throw IN_BRANCH.of("a statement on materialized views, which commits", "send it outside");
    }
    transaction.resultsClosed();
    if (transaction.hasLockedTables()) {
      database.asGiven("UNLOCK TABLES"); // as whatever begins a transaction does
      transaction.unlocksTables();
    }
    if (!database.connection().getAutoCommit()) {
      commit(database.connection()::commit);
    } else if (transaction.isBegunByText()) {
      commit(database::commit);
    }
  }

  /** Transactions of ours, outside any statement. */
  OwnTransactions transactions(Warnings said) {
    return new OwnTransactions(
        database,
        shared,
        commitRefresh,
        known -> work(known, said),
        transaction::undoOwn,
        said,
        new Companions(this, database, siblings));
  }

  /** The session of another connection of the same database, user and schema. */
  LiveSession sibling(Database other) throws SQLException {
    if (!shared.join()) {
      throw new SQLException("this one is closed");
    }
    return new LiveSession(other, options, shared);
  }

  /** A transaction beside others of one call. */
  <T> T besideOthers(Warnings said, Transactions.InTransaction<T> work) throws SQLException {
    try {
      return transactions(said).runBeside(work);
    } finally {
      commitRefresh.forget();
    }
  }

  /** Others work for it from here on. */
  void isHost(Companions others) {
    companions = others;
  }

  /** Nobody else works for it any more. */
  void isAloneAgain() {
    companions = null;
  }

  private Work work(Knowledge known, Warnings said) {
    return new Work(database, known.catalog(), known.compiler(database), stages, options, said);
  }

  @Override
  public void cancel() throws SQLException {
    Companions others = companions;
    if (others != null) {
      others.cancel();
    }
    database.cancel();
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      shared.leave();
    }
    database.closeQuietly();
  }

  @Override
  public List<Outcome.Warning> takeWarnings() {
    return warnings.take();
  }
}
