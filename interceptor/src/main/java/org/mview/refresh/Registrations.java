package org.mview.refresh;

import java.sql.SQLException;
import org.mview.capture.ChangeLog;
import org.mview.database.Database;
import org.mview.dialect.Clauses;

/** Which views read which logs, however their positions are given. */
final class Registrations {
  private final Database database;

  Registrations(Database database) {
    this.database = database;
  }

  /** A view reads a log no more. */
  void remove(long view, ChangeLog log) throws SQLException {
    database.run("DELETE FROM \"mview$reader\" WHERE log_id = ? AND view_id = ?", log.id(), view);
  }

  /** How many views read a log. */
  long count(ChangeLog log) throws SQLException {
    return database
        .readOne(
            "SELECT COUNT(*) FROM \"mview$reader\" WHERE log_id = ?",
            row -> row.getLong(1),
            log.id())
        .orElseThrow();
  }

  /** Deletes everything, if no view reads the log. */
  long purgeUnread(ChangeLog log) throws SQLException {
    return count(log) == 0 ? database.run("DELETE FROM " + database.name(log.table())) : 0;
  }

  /** Deletes what all readers have seen. */
  void purge(ChangeLog log) throws SQLException {
    if (hasGaps()) {
      purgeById(log);
      return;
    }
    database.runOften(
        """
        DELETE FROM %s WHERE "SEQUENCE$$" <= \
        (SELECT MIN(position) FROM "mview$reader" WHERE log_id = %s)"""
            .formatted(database.name(log.table()), log.id()));
  }

  /** Whether a condition on other columns than a key would wait for rows not yet committed. */
  private boolean hasGaps() {
    return database.dialect().clauses().taken().filter(Clauses.Taken::waits).isPresent();
  }

  private void purgeById(ChangeLog log) throws SQLException {
    String seen = database.name(database.stage("mview$seen"));
    database.define("CREATE TEMPORARY TABLE IF NOT EXISTS %s (id BIGINT)".formatted(seen));
    database.run("DELETE FROM " + seen);
    String table = database.name(log.table());
    long found =
        database.run(
            """
            INSERT INTO %s SELECT "ID$$" FROM %s WHERE "SEQUENCE$$" <= \
            (SELECT MIN(position) FROM "mview$reader" WHERE log_id = %s)"""
                .formatted(seen, table, log.id()));
    if (found > 0) {
      database.run(new GatheredIds(seen, "id", table, database.dialect()).delete());
    }
  }
}
