package org.mview.refresh;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.mview.catalog.Catalog;
import org.mview.catalog.LogEntry;
import org.mview.catalog.View;
import org.mview.database.Database;

/**
 * Takes out of the logs what all their readers have seen.
 *
 * <p>Only for a database with one writer at a time: there the numbers of log rows are in the order
 * of the commits, and nothing can appear below a number once seen.
 */
final class Consumption {
  private final Database database;
  private final Catalog catalog;

  Consumption(Database database, Catalog catalog) {
    this.database = database;
    this.catalog = catalog;
  }

  /** The views have seen everything that is in the logs they read. */
  void seenBy(Collection<View> views, Collection<LogEntry> logs) throws SQLException {
    Set<Long> ids = views.stream().map(View::id).collect(Collectors.toSet());
    for (LogEntry log : logs) {
      Set<Long> readers = catalog.readers().getOrDefault(log.log().id(), Set.of());
      if (ids.containsAll(readers)) {
        database.run("DELETE FROM " + database.name(log.log().table()));
        if (readers.size() > 1) {
          startAgain(log);
        }
      } else {
        advance(log, readers.stream().filter(ids::contains).toList());
      }
    }
  }

  private void advance(LogEntry log, List<Long> views) throws SQLException {
    if (views.isEmpty()) {
      return;
    }
    String table = database.name(log.log().table());
    String list = views.stream().map(Object::toString).collect(Collectors.joining(", "));
    database.run(
        """
        UPDATE "mview$reader" SET position = \
        (SELECT COALESCE(MAX("SEQUENCE$$"), 0) FROM %s) WHERE log_id = %d AND view_id IN (%s)"""
            .formatted(table, log.log().id(), list));
    database.run(
        """
        DELETE FROM %s WHERE "SEQUENCE$$" <= \
        (SELECT MIN(position) FROM "mview$reader" WHERE log_id = %d)"""
            .formatted(table, log.log().id()));
    boolean empty =
        database.readOne("SELECT 1 FROM %s LIMIT 1".formatted(table), row -> true).isEmpty();
    if (empty) {
      startAgain(log);
    }
  }

  /** An empty log numbers its rows from 1 again. */
  private void startAgain(LogEntry log) throws SQLException {
    database.run(
        "UPDATE \"mview$reader\" SET position = 0 WHERE log_id = %d AND position <> 0"
            .formatted(log.log().id()));
  }

  /** What is pending of these logs, for views that have just been filled, is no longer. */
  void skip(View view) throws SQLException {
    for (Map.Entry<Long, Set<Long>> entry : catalog.readers().entrySet()) {
      if (entry.getValue().contains(view.id())) {
        LogEntry log =
            catalog.logs().values().stream()
                .filter(l -> l.log().id() == entry.getKey())
                .findFirst()
                .orElseThrow();
        seenBy(List.of(view), List.of(log));
      }
    }
  }
}
