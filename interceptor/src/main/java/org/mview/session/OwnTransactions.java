package org.mview.session;

import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.mview.command.Transactions;
import org.mview.command.Work;
import org.mview.database.Database;

/** Transactions of ours on the application's connection, in which it has none open. */
final class OwnTransactions implements Transactions {
  private final Database database;
  private final Shared shared;
  private final CommitRefresh commitRefresh;
  private final Function<Knowledge, Work> works;
  private final Consumer<Exception> undo;

  /**
   * Transactions on a connection.
   *
   * @param works what handlers of commands work with
   * @param undo ends a transaction of ours that has failed
   */
  OwnTransactions(
      Database database,
      Shared shared,
      CommitRefresh commitRefresh,
      Function<Knowledge, Work> works,
      Consumer<Exception> undo) {
    this.database = database;
    this.shared = shared;
    this.commitRefresh = commitRefresh;
    this.works = works;
    this.undo = undo;
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
      return alone(work, changesRows);
    } finally {
      database.beNotAlone();
    }
  }

  private <T> T alone(InTransaction<T> work, boolean changesRows) throws SQLException {
    database.beginOwn();
    T result;
    try {
      Knowledge known = shared.current(database);
      result = work.run(works.apply(known));
      if (changesRows) {
        commitRefresh.run(Occasion.COMMIT);
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
