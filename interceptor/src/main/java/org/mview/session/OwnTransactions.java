package org.mview.session;

import java.sql.SQLException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import org.mview.command.Company;
import org.mview.command.Transactions;
import org.mview.command.Warnings;
import org.mview.command.Work;
import org.mview.database.Database;
import org.mview.error.MViewException;

/** Transactions of ours on the application's connection, in which it has none open. */
final class OwnTransactions implements Transactions {
  private static final int ATTEMPTS = 10;

  /** The pause before the second attempt; others are as many times longer. */
  private static final long PAUSE_NANOS = 2_000_000;

  private final Database database;
  private final Shared shared;
  private final CommitRefresh commitRefresh;
  private final Function<Knowledge, Work> works;
  private final Consumer<Exception> undo;
  private final Warnings warnings;
  private final Company company;

  /**
   * Transactions on a connection.
   *
   * @param works what handlers of commands work with
   * @param undo ends a transaction of ours that has failed
   * @param warnings what is to be said of all
   */
  OwnTransactions(
      Database database,
      Shared shared,
      CommitRefresh commitRefresh,
      Function<Knowledge, Work> works,
      Consumer<Exception> undo,
      Warnings warnings,
      Company company) {
    this.database = database;
    this.shared = shared;
    this.commitRefresh = commitRefresh;
    this.works = works;
    this.undo = undo;
    this.warnings = warnings;
    this.company = company;
  }

  @Override
  public Warnings warnings() {
    return warnings;
  }

  @Override
  public Company company() {
    return company;
  }

  /** The same as {@link #runChangingRows}, while others of the same call do. */
  <T> T runBeside(InTransaction<T> work) throws SQLException {
    return database.besideOthers(() -> alone(work, true));
  }

  @Override
  public <T> T run(InTransaction<T> work) throws SQLException {
    return run(work, false);
  }

  @Override
  public <T> T runChangingRows(InTransaction<T> work) throws SQLException {
    return run(work, true);
  }

  private <T> T run(InTransaction<T> work, boolean changesRows) throws SQLException {
    database.beAlone();
    try {
      return shared.inTurn(database, () -> again(work, changesRows));
    } finally {
      database.beNotAlone();
    }
  }

  /** As often as others are in the way who do not wait for their turn, but not for ever. */
  private <T> T again(InTransaction<T> work, boolean changesRows) throws SQLException {
    for (int attempt = 1; ; attempt++) {
      try {
        return alone(work, changesRows);
      } catch (SQLException | MViewException e) {
        if (attempt == ATTEMPTS || !database.mayBeginAnew(e)) {
          throw e;
        }
      }
      LockSupport.parkNanos(attempt * PAUSE_NANOS);
    }
  }

  private <T> T alone(InTransaction<T> work, boolean changesRows) throws SQLException {
    database.beginOwn();
    T result;
    try {
      Knowledge known = shared.current(database);
      result = work.run(works.apply(known));
      if (changesRows) {
        commitRefresh.runInOwn();
      }
      Knowledge now = shared.current(database);
      if (!now.version().equals(known.version())) {
        works.apply(now).arrangeLogs();
        shared.current(database);
      }
      database.commit();
    } catch (SQLException | RuntimeException e) {
      undo.accept(e);
      throw e;
    }
    return result;
  }
}
