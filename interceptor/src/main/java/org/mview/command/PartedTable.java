package org.mview.command;

import static org.mview.error.MViewError.CHANGE_LOG_NOT_POSSIBLE;

import java.sql.SQLException;
import java.util.Optional;
import org.mview.catalog.Registry;
import org.mview.database.Database;
import org.mview.dialect.Capability;
import org.mview.dialect.TableInfo;

/** A table of whose rows triggers hear, but not of its parts: those have to be told by somebody. */
final class PartedTable {
  private static final String UNTOLD =
      "it has partitions, and whether one was emptied is told to who has the right PROCESS alone, of names of ASCII letters and digits";

  private final TableInfo table;
  private final Database database;

  PartedTable(TableInfo table, Database database) {
    this.table = table;
    this.database = database;
  }

  /** Why its changes cannot be logged; empty if they can. */
  Optional<String> obstacle() throws SQLException {
    if (database.dialect().can(Capability.MANY_NODES)) {
      return Optional.of(
          "it has partitions, and whether one was emptied is known to each server for itself");
    }
    return new Registry(database).parts().canTell(table) ? Optional.empty() : Optional.of(UNTOLD);
  }

  /**
   * Makes what tells of the parts of tables, if there is no such thing yet.
   *
   * @throws org.mview.error.MViewException CHANGE_LOG_NOT_POSSIBLE, where nobody may tell
   */
  void learn() throws SQLException {
    Optional<String> obstacle = obstacle();
    if (obstacle.isPresent()) {
      throw CHANGE_LOG_NOT_POSSIBLE.of(table.name(), obstacle.get());
    } else if (!new Registry(database).parts().learn(table)) {
      throw CHANGE_LOG_NOT_POSSIBLE.of(
          table.name(),
          "it has partitions, and CREATE ROUTINE is missing to ask what becomes of them");
    }
  }
}
