package org.mview.command;

import static org.mview.error.MViewError.NOT_SUPPORTED;
import static org.mview.error.MViewError.OUT_OF_PLACE_CONFLICTS;

import java.sql.SQLException;
import org.mview.statement.BoundCall;

/**
 * OUT_OF_PLACE: nobody who reads a view waits for its refresh, nor sees a part of it. Where readers
 * have versions of their own of the rows, a refresh in place is that already, and a second table
 * would not be: who renames it waits for all readers, and those behind wait for that.
 */
final class OutOfPlace {
  private final CallArguments arguments;
  private final Transactions transactions;

  OutOfPlace(CallArguments arguments, Transactions transactions) {
    this.arguments = arguments;
    this.transactions = transactions;
  }

  /** Fails where a call asks for it and cannot have it. */
  void check(BoundCall call) throws SQLException {
    if (!arguments.truth(call, "out_of_place")) {
      return;
    } else if (arguments.truth(call, "atomic_refresh")) {
      throw OUT_OF_PLACE_CONFLICTS.of();
    }
    boolean wait = transactions.run(work -> work.database().readersWait());
    if (wait) {
      throw NOT_SUPPORTED.of(
          "out_of_place => TRUE where readers wait for who writes",
          "PRAGMA journal_mode = WAL, or leave it out");
    }
  }
}
