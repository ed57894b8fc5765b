package org.mview.refresh;

import java.sql.SQLException;
import java.util.Collection;
import java.util.stream.Collectors;
import org.mview.database.Database;
import org.mview.dialect.Capability;

/**
 * Makes a lock hold on every server of a database that several write. There a lock is known to its
 * own server alone; but of two transactions that write one row, the later one's commit is refused,
 * and whoever has locked that row meanwhile is rolled back.
 */
final class Turns {
  private final Database database;

  Turns(Database database) {
    this.database = database;
  }

  /**
   * Writes a row for each of what this transaction has just locked; does nothing where one server
   * writes.
   *
   * @param ids of logs and views, which have their numbers in common
   */
  void take(Collection<Long> ids) throws SQLException {
    if (!ids.isEmpty() && database.dialect().can(Capability.MANY_NODES)) {
      database.run(
          "INSERT INTO \"mview$turn\" (id, n) VALUES %s ON DUPLICATE KEY UPDATE n = n + 1"
              .formatted(
                  ids.stream()
                      .sorted()
                      .map("(%s, 1)"::formatted)
                      .collect(Collectors.joining(", "))));
    }
  }
}
