package org.mview.database;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.mview.dialect.Capability;

/** A point in a transaction to which it can be undone, and then goes on. */
public final class Savepoint {
  private final Database database;
  private final String name;

  Savepoint(Database database, String name) {
    this.database = database;
    this.name = name;
  }

  /**
   * Sets one in the transaction that is open.
   *
   * @param name not the application's
   */
  public static Savepoint set(Database database, String name) throws SQLException {
    Savepoint point = new Savepoint(database, database.dialect().quoted(name));
    if (point.isThere()) {
      database.execute("SAVEPOINT " + point.name);
    }
    return point;
  }

  /** Nothing is undone to this point any more. */
  public void release() throws SQLException {
    if (isThere()) {
      database.execute("RELEASE SAVEPOINT " + name);
    }
  }

  /** Statements with what sets this point before them, and what releases it behind them. */
  List<Request<?>> around(List<Request<?>> requests) {
    List<Request<?>> all = new ArrayList<>();
    all.add(Request.of("SAVEPOINT " + name));
    all.addAll(requests);
    all.add(Request.of("RELEASE SAVEPOINT " + name));
    return all;
  }

  /** Where there are none, all that can be undone is the transaction. */
  private boolean isThere() {
    return database.dialect().can(Capability.SAVEPOINTS);
  }

  /**
   * Undoes what was done since, for this reason; what fails is added to it. Where there are no
   * savepoints, the transaction takes no statement any more until the application rolls it back.
   */
  public void undo(Exception because) {
    if (!isThere()) {
      database.spoil();
      return;
    }
    try {
      database.execute("ROLLBACK TO SAVEPOINT " + name);
      release();
    } catch (SQLException e) {
      because.addSuppressed(e);
    }
  }

  /**
   * A statement of the application has failed, and may have ended the transaction, or left it such
   * that it takes no statement any more: that is the application's to see.
   */
  public void forget() {
    if (database.dialect().can(Capability.GOES_ON_AFTER_ERRORS)) {
      try {
        release();
      } catch (SQLException e) {
        return; // it went with its transaction
      }
    }
  }
}
