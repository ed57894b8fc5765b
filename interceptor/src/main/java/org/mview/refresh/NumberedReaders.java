package org.mview.refresh;

import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mview.capture.ChangeLog;
import org.mview.catalog.Catalog;
import org.mview.catalog.LogEntry;
import org.mview.catalog.View;
import org.mview.database.Database;
import org.mview.lowering.Places;
import org.mview.sql.QualifiedName;

/**
 * How far each view has read each log, and which rows of it nobody needs any more.
 *
 * <p>A reader's position is the number of the last row that it has seen. Of a log with one reader
 * nothing is left that the reader has seen, and its position is 0; an empty log numbers its rows
 * from 1 again, and all positions are 0 then.
 *
 * <p>This is for a database with one writer at a time: there the numbers of log rows are in the
 * order of the commits, and nothing can appear below a number once seen.
 */
final class NumberedReaders implements Readers {
  private final Database database;
  private final Registrations registrations;

  NumberedReaders(Database database) {
    this.database = database;
    this.registrations = new Registrations(database);
  }

  @Override
  public Optional<Places.Moment> moment(
      View view, Map<Long, LogState> pending, Catalog catalog, QualifiedName stages) {
    return Optional.empty();
  }

  @Override
  public Optional<Places.Moment> completely(View view, Catalog catalog, QualifiedName stages) {
    return Optional.empty();
  }

  @Override
  public void lock(Collection<View> views, Collection<LogEntry> logs) {
    // there is one writer, and it is this transaction
  }

  @Override
  public void subscribe(View view, ChangeLog log) throws SQLException {
    unsubscribe(view.id(), log);
    if (registrations.count(log) == 0) {
      database.run("DELETE FROM " + table(log));
    }
    database.run(
        """
        INSERT INTO "mview$reader" (log_id, view_id, position) \
        VALUES (?, ?, (SELECT COALESCE(MAX("SEQUENCE$$"), 0) FROM %s))"""
            .formatted(table(log)),
        log.id(),
        view.id());
  }

  @Override
  public void unsubscribe(long view, ChangeLog log) throws SQLException {
    registrations.remove(view, log);
    if (registrations.count(log) > 0) {
      purge(log);
    }
  }

  @Override
  public long purgeUnread(ChangeLog log) throws SQLException {
    return registrations.purgeUnread(log);
  }

  @Override
  public void seenBy(Set<Long> views, Set<Long> logs, Catalog catalog, SessionValue session)
      throws SQLException {
    for (Long id : logs) {
      ChangeLog log = catalog.log(id).log();
      Set<Long> readers = catalog.readers().getOrDefault(id, Set.of());
      if (views.containsAll(readers)) {
        session.restoreIn(log.table());
        database.runOften("DELETE FROM " + table(log));
        if (readers.size() > 1) {
          startAgain(log);
        }
      } else {
        advance(log, readers.stream().filter(views::contains).collect(Collectors.toSet()));
      }
    }
  }

  private void advance(ChangeLog log, Set<Long> views) throws SQLException {
    if (!views.isEmpty()) {
      String list = views.stream().map(Object::toString).collect(Collectors.joining(", "));
      database.runOften(
          """
          UPDATE "mview$reader" SET position = \
          (SELECT COALESCE(MAX("SEQUENCE$$"), 0) FROM %s) WHERE log_id = %s AND view_id IN (%s)"""
              .formatted(table(log), log.id(), list));
      purge(log);
    }
  }

  /** Deletes what all readers have seen. */
  private void purge(ChangeLog log) throws SQLException {
    registrations.purge(log);
    boolean empty =
        database.readOne("SELECT 1 FROM %s LIMIT 1".formatted(table(log)), row -> 1).isEmpty();
    if (empty || registrations.count(log) == 1) {
      startAgain(log);
    }
  }

  private void startAgain(ChangeLog log) throws SQLException {
    database.runOften(
        "UPDATE \"mview$reader\" SET position = 0 WHERE log_id = %s AND position <> 0"
            .formatted(log.id()));
  }

  private String table(ChangeLog log) {
    return database.name(log.table());
  }
}
