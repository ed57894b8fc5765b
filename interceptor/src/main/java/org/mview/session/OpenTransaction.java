package org.mview.session;

import static org.mview.error.MViewError.COMMIT_REFRESH_FAILED;

import java.sql.SQLException;
import java.util.function.Supplier;
import org.mview.command.Warnings;
import org.mview.database.Database;
import org.mview.database.Disturbance;
import org.mview.dialect.Capability;
import org.mview.refresh.Stages;

/**
 * The transaction that the application has open, or that we have begun around a statement of it:
 * what is known of it so far, and how it ends, with the refresh before or behind its commit.
 */
final class OpenTransaction {
  /** So often a refresh behind a commit is tried, when others are always first. */
  private static final int ATTEMPTS = 5;

  private final Database database;
  private final Shared shared;
  private final Stages stages;
  private final CommitRefresh commitRefresh;
  private final VersionCheck versionCheck;
  private final Warnings warnings;

  /** Transactions of ours, for what is to be done behind a commit. */
  private final Supplier<OwnTransactions> own;

  private final TextTransaction text = new TextTransaction();
  private final Isolation isolation;

  /** Whether it may have changed a master of a view ON COMMIT. */
  private boolean changed;

  /** Whether it has defined something, which the other sessions do not see yet. */
  private boolean defined;

  /** Whether what is done now is part of a branch of a distributed transaction. */
  private boolean inBranch;

  /** Whether the application has locked tables: no other can be read then. */
  private boolean tablesLocked;

  /** Whether one around a statement in autocommit waits for the rows of that to be read. */
  private boolean waits;

  OpenTransaction(
      Database database,
      Shared shared,
      Stages stages,
      CommitRefresh commitRefresh,
      VersionCheck versionCheck,
      Warnings warnings,
      Supplier<OwnTransactions> own) {
    this.database = database;
    this.shared = shared;
    this.stages = stages;
    this.commitRefresh = commitRefresh;
    this.versionCheck = versionCheck;
    this.warnings = warnings;
    this.own = own;
    this.isolation = new Isolation(database.dialect().can(Capability.HIDES_ISOLATION));
  }

  /** What is known of its isolation level. */
  Isolation isolation() {
    return isolation;
  }

  /** Whether there is one. */
  boolean isOpen() throws SQLException {
    return waits || inBranch || isTextOpen() || !database.connection().getAutoCommit();
  }

  /** Whether one is open by text, by the application; the database is asked in doubt. */
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

  /** It is over, and we did not see its end: what it has changed may be committed. */
  private void overBeforeItsEnd() throws SQLException {
    boolean isPending = changed && shared.known(database).refreshesAtCommit();
    undone();
    if (isPending) {
      refreshLater();
    }
  }

  /** Whether one is open by text as far as is known without asking. */
  boolean isBegunByText() {
    return text.isOpen();
  }

  /** Whether one may have begun, which goes on at the level that it has. */
  boolean isInUse() throws SQLException {
    return waits || text.isOpen() || (isolation.isUsed() && !database.connection().getAutoCommit());
  }

  boolean hasChanged() {
    return changed;
  }

  boolean isInBranch() {
    return inBranch;
  }

  boolean hasLockedTables() {
    return tablesLocked;
  }

  boolean waits() {
    return waits;
  }

  /** A statement has begun one, or set a savepoint that begins one where there is none. */
  void begun(Verdict.Watched watched) throws SQLException {
    text.begun(watched, database.connection().getAutoCommit() && database.beginsByText());
    changed |= tablesLocked; // they are unlocked by that
    tablesLocked = false;
  }

  /** Whether releasing this savepoint ends it. */
  boolean endsWith(Verdict.Watched watched) {
    return text.endsWith(watched);
  }

  /** A switch to autocommit has failed, and has left it open. */
  void leftOpen() {
    text.leftOpen();
  }

  /** A statement is about to change rows of masters. */
  void changes() {
    changed = true;
  }

  /** A statement has defined something. */
  void defines() throws SQLException {
    defined = isOpen() && !tablesLocked;
  }

  /** The application has locked tables, which has committed before. */
  void locksTables() {
    ended();
    commitRefresh.committed();
    tablesLocked = true;
  }

  /** What was changed under the locks is committed with them. */
  void unlocksTables() throws SQLException {
    tablesLocked = false;
    ended();
    if (shared.known(database).refreshesAtCommit()) {
      refreshLater();
    }
  }

  void entersBranch() {
    inBranch = true;
  }

  /** What is done from here on is no part of the branch. */
  void leavesBranch() {
    ended();
    stages.forget();
    commitRefresh.forget();
    if (defined) {
      defined = false;
      shared.forget();
    }
  }

  /** A branch that was left before is committed. */
  void branchCommitted() throws SQLException {
    leavesBranch();
    if (shared.known(database).refreshesAtCommit() || hasOtherViews()) {
      refreshLater();
    }
  }

  /** A statement was run that may have ended it. */
  void doubt() {
    text.doubt();
  }

  /** A statement that failed may have ended it, as a deadlock does. */
  void lookWhatIsLeft(Exception failure) {
    stages.forget();
    text.doubt();
    try {
      isTextOpen();
    } catch (SQLException e) {
      failure.addSuppressed(e);
    }
  }

  /** Begins one around a statement in autocommit. */
  void beginAlone() throws SQLException {
    database.begin();
    text.trust();
    try {
      database.takeTurn();
    } catch (SQLException | RuntimeException e) {
      undoOwn(e);
      throw e;
    }
  }

  /**
   * Ends one around a statement in autocommit that has failed. What the statement leaves is
   * committed, as it would have been without us.
   */
  void endFailed(Exception failure) {
    if (database.dialect().can(Capability.GOES_ON_AFTER_ERRORS) && isOpenStill(failure)) {
      commitWhatIsLeft(failure);
    } else {
      undoOwn(failure);
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

  /** The one around a statement in autocommit ends when the rows of that have been read. */
  void waitsForRows() {
    waits = true;
  }

  /** The rows have been read. */
  void resultsClosed() throws SQLException {
    if (waits) {
      waits = false;
      endAlone();
    }
  }

  /** Commits the one around a statement in autocommit. */
  void endAlone() throws SQLException {
    if (refreshAndCommit(this::isLater)) {
      refreshLater();
    }
  }

  /**
   * Refreshes what is to be refreshed before a commit of the application's. When that fails, so
   * does the commit, and nothing of the transaction is kept.
   *
   * @return whether the views are to be refreshed after the commit
   */
  boolean bringUpToDate() throws SQLException {
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

  /** Whether it has been ended by what was run in it, and each statement is a transaction. */
  private boolean isOver() throws SQLException {
    return text.isDoubtful()
        && database.connection().getAutoCommit()
        && !database.isInTransaction();
  }

  /** Refreshes the views; answers whether that is to be done after the commit. */
  @FunctionalInterface
  private interface Refresh {
    boolean refresh() throws SQLException;
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
  void refreshLater() {
    try {
      int again = ATTEMPTS;
      while (!refreshedByOwn(--again == 0)) {
        // somebody else was first
      }
      if (commitRefresh.isDeaf()) {
        own.get().run(commitRefresh::hear);
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

  /**
   * It was committed, and the next one has begun with it: what is to be refreshed after the commit
   * has to wait for the last one of the chain.
   */
  void endedByNext(boolean later) {
    changed = later;
    commitRefresh.committed();
  }

  /**
   * It was rolled back, and the next one has begun with it. Nothing may be read of the database
   * now: it would be the first reading of the next one.
   */
  void undoneByNext() {
    changed = false;
    stages.forget();
    commitRefresh.forget();
    if (defined) {
      shared.forget();
    }
  }

  /** It was committed. Other sessions may have read meanwhile what was before it. */
  void endedWell(boolean later) throws SQLException {
    ended();
    commitRefresh.committed();
    if (later) {
      refreshLater();
    }
    if (defined) {
      lookAgain();
    }
  }

  /** It was rolled back. */
  void undone() throws SQLException {
    ended();
    stages.forget();
    commitRefresh.forget();
    if (defined) {
      lookAgain();
    }
  }

  /** Undoes one that we have begun. */
  void undoOwn(Exception because) {
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

  private void ended() {
    changed = false;
    inBranch = false;
    isolation.ended();
    text.ended();
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
}
