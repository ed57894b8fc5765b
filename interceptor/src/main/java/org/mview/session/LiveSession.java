package org.mview.session;

import static org.mview.error.MViewError.COMMIT_REFRESH_FAILED;
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
import org.mview.database.Disturbance;
import org.mview.database.Savepoint;
import org.mview.dialect.Capability;
import org.mview.refresh.Stages;
import org.mview.statement.AlterSession;
import org.mview.statement.FreshRead;
import org.mview.statement.LexicalRules;

/** The session of a database that has views, or may get some. */
final class LiveSession implements Session {
  private static final Verdict ISOLATES = new Verdict.Watched(Verdict.Effect.SETS_ISOLATION);

  /** So often a refresh behind a commit is tried, when others are always first. */
  private static final int ATTEMPTS = 5;

  private final Database database;
  private final Options options;
  private final Shared shared;
  private final Stages stages;
  private final Classifier classifier;
  private final CommitRefresh commitRefresh;
  private final Isolation isolation;
  private final TextTransaction text = new TextTransaction();
  private final FreshTexts freshTexts;
  private final VersionCheck versionCheck;
  private final Warnings warnings = new Warnings();
  private final LexicalRules rules;

  /** Whether this transaction may have changed a master of a view ON COMMIT. */
  private boolean changed;

  /** Whether this transaction has defined something, which the other sessions do not see yet. */
  private boolean defined;

  /** Whether what is done now is part of a branch of a distributed transaction. */
  private boolean inBranch;

  /** Whether the application has locked tables: no other can be read then. */
  private boolean tablesLocked;

  private boolean closed;

  /** Where others like it come from, if that is known. */
  private final Optional<Siblings> siblings;

  /** Those that work for it now. */
  private volatile @Nullable Companions companions;

  /** Whether the transaction around a statement in autocommit waits for its rows to be read. */
  private boolean waits;

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
    this.classifier = new Classifier(database, shared, this::inTransaction);
    this.commitRefresh =
        new CommitRefresh(database, shared, stages, known -> work(known, warnings));
    this.versionCheck = new VersionCheck(database, shared);
    this.isolation = new Isolation(database.dialect().can(Capability.HIDES_ISOLATION));
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
    boolean mayLook = (!isolation.mayBeOther() || inTransaction()) && !tablesLocked;
    Knowledge known = mayLook ? shared.current(database) : shared.known(database);
    isolation.use();
    return known.computesOnQuery() ? computed(sql, known) : sql;
  }

  /** To look at what a view reads may want a transaction, where an error ends one. */
  private String computed(String sql, Knowledge known) throws SQLException {
    if (known.fresh().containsKey(sql)
        || inTransaction()
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
    if (!isolation.mayBeOther() && !tablesLocked && versionCheck.isDue() && !inTransaction()) {
      versionCheck.run();
    }
  }

  private boolean inTransaction() throws SQLException {
    return waits || inBranch || isTextOpen() || !database.connection().getAutoCommit();
  }

  /** Whether the application has a transaction open by text; the database is asked in doubt. */
  private boolean isTextOpen() throws SQLException {
    if (text.isOpen() && text.isDoubtful()) {
      if (database.isInTransaction()) {
        text.trust();
      } else {
        overBeforeItsEnd();
      }
    }
    return text.isOpen();
  }

  /** A transaction is over, whose end we did not see: what it has changed may be committed. */
  private void overBeforeItsEnd() throws SQLException {
    boolean isPending = changed && shared.known(database).refreshesAtCommit();
    undone();
    if (isPending) {
      refreshLater();
    }
  }

  @Override
  public <T> T run(Verdict.Watched watched, SqlCall<T> statement) throws SQLException {
    try {
      return carriedOut(watched, statement);
    } catch (SQLException e) {
      lookWhatIsLeft(e);
      KeptViews.tell(e, database, shared);
      throw e;
    } catch (RuntimeException e) {
      lookWhatIsLeft(e);
      throw e;
    }
  }

  /** A statement that failed may have ended the transaction, as a deadlock does. */
  private void lookWhatIsLeft(Exception failure) {
    stages.forget();
    text.doubt();
    try {
      isTextOpen();
    } catch (SQLException e) {
      failure.addSuppressed(e);
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
      case CALLS_ALONE -> inTransaction() ? changing(statement) : committingItself(statement);
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
      case RELEASES_SAVEPOINT -> text.endsWith(watched) ? committing(statement) : statement.run();
      case BEGINS_BRANCH -> {
        T result = statement.run();
        inBranch = true;
        yield result;
      }
      case PREPARES -> {
        if (changed) {
          checkBranch(shared.known(database));
        }
        T result = statement.run();
        leaveBranch();
        yield result;
      }
      case COMMITS_BRANCH -> {
        T result = statement.run();
        branchCommitted();
        yield result;
      }
      case SETS_NEXT_ISOLATION -> {
        T result = statement.run();
        isolation.setForOne();
        yield result;
      }
      case SETS_ISOLATION -> {
        T result = statement.run();
        isolation.setForAll(isInUse());
        yield result;
      }
      case ROLLS_BACK -> {
        T result = statement.run();
        undone();
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
        text.doubt();
      }
    }
  }

  /** To lock tables commits; nothing is refreshed then before they are unlocked. */
  private <T> T locking(SqlCall<T> statement) throws SQLException {
    if (inTransaction()) {
      bringUpToDate();
    }
    T result = statement.run();
    ended();
    commitRefresh.committed();
    tablesLocked = true;
    return result;
  }

  private <T> T unlocking(SqlCall<T> statement) throws SQLException {
    T result = statement.run();
    if (tablesLocked || !inTransaction()) {
      unlocked();
    }
    return result;
  }

  /** What was changed under the locks is committed with them. */
  private void unlocked() throws SQLException {
    tablesLocked = false;
    ended();
    if (shared.known(database).refreshesAtCommit()) {
      refreshLater();
    }
  }

  /** Into autocommit is a commit, which is said afterwards. */
  private <T> T switching(SqlCall<T> statement) throws SQLException {
    boolean later = inTransaction() && bringUpToDate();
    T result = statement.run();
    if (database.followsAutoCommit()) {
      endedWell(later);
    }
    return result;
  }

  private <T> T beginning(Verdict.Watched watched, SqlCall<T> statement) throws SQLException {
    T result = statement.run();
    text.begun(watched, database.connection().getAutoCommit() && database.beginsByText());
    changed |= tablesLocked; // they are unlocked by that
    tablesLocked = false;
    return result;
  }

  /**
   * What a statement defines may make other statements reach a master: it is looked at, at once.
   */
  private <T> T defining(SqlCall<T> statement) throws SQLException {
    T result = statement.run();
    defined = inTransaction() && !tablesLocked;
    if (!tablesLocked) {
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
    if (inTransaction()) {
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
    if (tablesLocked) {
      return statement.run();
    } else if (!inTransaction()) {
      return shared.inTurn(database, () -> alone(statement));
    }
    Knowledge known = shared.known(database);
    if (inBranch) {
      checkBranch(known);
    } else if (!changed) {
      database.takeTurn();
    }
    changed = true;
    return inBranch || known.atStatement().isEmpty() ? statement.run() : withViews(statement);
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
    database.begin();
    text.trust();
    try {
      database.takeTurn();
    } catch (SQLException | RuntimeException e) {
      undoOwn(e);
      throw e;
    }
    T result;
    try {
      result = statement.run();
    } catch (SQLException | RuntimeException e) {
      if (database.dialect().can(Capability.GOES_ON_AFTER_ERRORS) && isOpenStill(e)) {
        commitWhatIsLeft(e);
      } else {
        undoOwn(e);
      }
      throw e;
    }
    waits = result instanceof ResultSet || Boolean.TRUE.equals(result);
    if (!waits) {
      endAlone();
    }
    return result;
  }

  /** A procedure has commits of its own: what those have left is refreshed behind it. */
  private <T> T committingItself(SqlCall<T> statement) throws SQLException {
    try {
      return statement.run();
    } finally {
      refreshLater();
    }
  }

  /** Whether a failure has left the transaction open in which it was. */
  private boolean isOpenStill(Exception failure) {
    try {
      return database.isInTransaction();
    } catch (SQLException e) {
      failure.addSuppressed(e);
      return false;
    }
  }

  private void commitWhatIsLeft(Exception failure) {
    try {
      endAlone();
    } catch (SQLException | RuntimeException e) {
      failure.addSuppressed(e);
    }
  }

  /** Refreshes the views; answers whether that is to be done after the commit. */
  @FunctionalInterface
  private interface Refresh {
    boolean refresh() throws SQLException;
  }

  /**
   * Refreshes the views, or leaves it to be done after the commit. Where it is known that this
   * transaction does not see what others have committed, nothing is asked; but what has constraints
   * may stop the commit all the same. In a branch nothing is asked either: the locks of a refresh
   * would be held for as long as it is in doubt. Where a procedure has committed, nothing is left
   * to be done before the commit.
   */
  private boolean isLater() throws SQLException {
    Knowledge known = shared.known(database);
    if (inBranch || isolation.mayBeOther() || isOver()) {
      return known.refreshesAtCommit();
    } else if (isolation.keepsSnapshots() && known.refreshesAlwaysLater()) {
      return true;
    }
    boolean later = commitRefresh.run(Occasion.COMMIT);
    isolation.found(later);
    return later || commitRefresh.isDeaf();
  }

  /** Whether the transaction has been ended by what was run in it, and each statement is one. */
  private boolean isOver() throws SQLException {
    return text.isDoubtful()
        && database.connection().getAutoCommit()
        && !database.isInTransaction();
  }

  private void endAlone() throws SQLException {
    if (refreshAndCommit(this::isLater)) {
      refreshLater();
    }
  }

  /**
   * Ends a transaction that we have begun.
   *
   * @param commit refreshes what is to be refreshed before
   * @return whether the views are to be refreshed after it
   */
  private boolean refreshAndCommit(Refresh commit) throws SQLException {
    boolean later;
    try {
      later = commit.refresh();
      database.commit();
    } catch (SQLException | RuntimeException e) {
      undoOwn(e);
      throw e;
    }
    ended();
    commitRefresh.committed();
    return later;
  }

  /**
   * Refreshes the views ON COMMIT after the commit: nothing that fails now can fail the commit, and
   * what is pending stays so for the next one.
   */
  private void refreshLater() {
    try {
      int again = ATTEMPTS;
      while (!refreshedByOwn(--again == 0)) {
        // somebody else was first
      }
      if (commitRefresh.isDeaf()) {
        transactions(warnings).run(commitRefresh::hear);
        commitRefresh.forget();
      }
    } catch (SQLException | RuntimeException e) {
      warnings.add(
          "the transaction is committed, and the views ON COMMIT are not yet refreshed: "
              + e.getMessage()
              + (e.getCause() == null ? "" : ": " + e.getCause().getMessage()),
          COMMIT_REFRESH_FAILED.code());
    }
  }

  /**
   * One attempt; where somebody else was first, it is undone, and nothing is lost.
   *
   * @param last whether there is no other attempt
   * @return false when it was such a conflict
   */
  private boolean refreshedByOwn(boolean last) throws SQLException {
    try {
      database.beginOwn();
      refreshAndCommit(() -> commitRefresh.run(Occasion.COMMIT));
      return true;
    } catch (SQLException | RuntimeException e) {
      if (last || !Disturbance.isConflict(e)) {
        throw e;
      }
      return false;
    }
  }

  @Override
  public boolean waits() {
    return waits;
  }

  @Override
  public void resultsClosed() throws SQLException {
    if (waits) {
      waits = false;
      endAlone();
    }
  }

  private <T> T committing(SqlCall<T> statement) throws SQLException {
    boolean later = bringUpToDate();
    T result = statement.run();
    endedWell(later);
    return result;
  }

  /** What is to be refreshed after the commit has to wait for the last one of the chain. */
  private <T> T committingAndBeginning(SqlCall<T> statement) throws SQLException {
    boolean later = bringUpToDate();
    T result = statement.run();
    changed = later;
    commitRefresh.committed();
    return result;
  }

  /** Nothing may be read of the database now: it would be the first reading of the next one. */
  private <T> T rollingBackAndBeginning(SqlCall<T> statement) throws SQLException {
    T result = statement.run();
    changed = false;
    stages.forget();
    commitRefresh.forget();
    if (defined) {
      shared.forget();
    }
    return result;
  }

  @Override
  public void commit(SqlAction realCommit) throws SQLException {
    boolean later = bringUpToDate();
    try {
      realCommit.run();
    } catch (SQLException e) {
      database.commitFailed(e);
      throw e;
    }
    endedWell(later);
  }

  /**
   * When a refresh fails, so does the commit, and nothing of the transaction is kept.
   *
   * @return whether the views are to be refreshed after the commit
   */
  private boolean bringUpToDate() throws SQLException {
    if (tablesLocked || (!changed && !hasOtherViews())) {
      return false;
    }
    try {
      return isLater();
    } catch (SQLException | RuntimeException e) {
      undo(e);
      throw e;
    }
  }

  /** Whether others have made views since we last looked, which is seldom. */
  private boolean hasOtherViews() throws SQLException {
    try {
      return versionCheck.isDueAtCommit() && versionCheck.run();
    } catch (SQLException e) {
      if (Disturbance.isFailedBefore(e)) {
        return false; // the application's own commit says so
      }
      throw e;
    }
  }

  /** Undoes a transaction that we have begun. */
  private void undoOwn(Exception because) {
    database.rollback(because);
    ended();
    stages.forget();
    lookAgain(because);
  }

  private void undo(Exception because) {
    try {
      if (database.connection().getAutoCommit()) {
        database.rollback(because);
      } else {
        database.connection().rollback();
      }
    } catch (SQLException e) {
      because.addSuppressed(e);
    }
    ended();
    stages.forget();
    lookAgain(because);
  }

  private void undone() throws SQLException {
    ended();
    stages.forget();
    commitRefresh.forget();
    if (defined) {
      lookAgain();
    }
  }

  private void ended() {
    changed = false;
    inBranch = false;
    isolation.ended();
    text.ended();
  }

  /** Other sessions may have read meanwhile what was before this transaction. */
  private void endedWell(boolean later) throws SQLException {
    ended();
    commitRefresh.committed();
    if (later) {
      refreshLater();
    }
    if (defined) {
      lookAgain();
    }
  }

  /** What was known may be of a transaction that is undone. */
  private void lookAgain(Exception because) {
    shared.forget();
    commitRefresh.forget();
    try {
      lookAgain();
    } catch (SQLException e) {
      because.addSuppressed(e);
    }
  }

  /** Reads what there is while the application has nothing open, and leaves nothing open. */
  private void lookAgain() throws SQLException {
    defined = false;
    shared.current(database);
    if (!database.connection().getAutoCommit()) {
      database.connection().rollback();
    }
  }

  @Override
  public void rollback(SqlAction realRollback) throws SQLException {
    realRollback.run();
    undone();
  }

  @Override
  public void rollbackToSavepoint(SqlAction realRollback) throws SQLException {
    realRollback.run();
    stages.forget();
  }

  @Override
  public void setAutoCommit(boolean on, SqlAction realSwitch) throws SQLException {
    if (database.dialect().can(Capability.ONE_SNAPSHOT)) {
      resultsClosed(); // a statement in autocommit that waits has the driver's autocommit off
    }
    boolean later = on && !database.connection().getAutoCommit() && bringUpToDate();
    switchTo(on, realSwitch);
    endedWell(later);
  }

  /** A switch to autocommit whose commit fails leaves the transaction open. */
  private void switchTo(boolean on, SqlAction realSwitch) throws SQLException {
    try {
      realSwitch.run();
    } catch (SQLException e) {
      if (on && database.connection().getAutoCommit() && database.isInTransaction()) {
        text.leftOpen();
      }
      throw e;
    }
  }

  @Override
  public void enterBranch() {
    inBranch = true;
  }

  @Override
  public void leaveBranch() {
    ended();
    stages.forget();
    commitRefresh.forget();
    if (defined) {
      defined = false;
      shared.forget();
    }
  }

  @Override
  public void branchCommitted() throws SQLException {
    leaveBranch();
    if (shared.known(database).refreshesAtCommit() || hasOtherViews()) {
      refreshLater();
    }
  }

  @Override
  public void setTransactionIsolation(SqlAction realSwitch) throws SQLException {
    realSwitch.run();
    isolation.setForAll(isInUse());
  }

  /** Whether a transaction may have begun, which goes on at the level that it has. */
  private boolean isInUse() throws SQLException {
    return waits || text.isOpen() || (isolation.isUsed() && !database.connection().getAutoCommit());
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
    if (inBranch) {
      throw IN_BRANCH.of("a statement on materialized views, which commits", "send it outside");
    }
    resultsClosed();
    if (tablesLocked) {
      database.asGiven("UNLOCK TABLES"); // as whatever begins a transaction does
      unlocked();
    }
    if (!database.connection().getAutoCommit()) {
      commit(database.connection()::commit);
    } else if (text.isOpen()) {
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
        this::undoOwn,
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
