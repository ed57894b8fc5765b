package org.mview.refresh;

import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mview.capture.ChangeLog;
import org.mview.catalog.Catalog;
import org.mview.catalog.LogEntry;
import org.mview.catalog.View;
import org.mview.database.Database;
import org.mview.dialect.Capability;
import org.mview.lowering.Places;
import org.mview.sql.QualifiedName;

/** How far each view has read each log, and which rows of it nobody needs any more. */
public sealed interface Readers permits NumberedReaders, StampedReaders {

  /** The readers of the logs of a database. */
  static Readers of(Database database) {
    return database.dialect().can(Capability.SINGLE_WRITER)
        ? new NumberedReaders(database)
        : new StampedReaders(database);
  }

  /**
   * How the masters of a view and their logs are read at one moment, and the logs are taken as read
   * at that same moment; empty where nobody else writes meanwhile.
   *
   * @param pending what the plan takes to be pending, by the ids of the logs
   * @param stages the beginning of the names of the tables in which rows are put away
   */
  Optional<Places.Moment> moment(
      View view, Map<Long, LogState> pending, Catalog catalog, QualifiedName stages);

  /** The same for a reading of everything, which is right whatever is in the logs. */
  Optional<Places.Moment> completely(View view, Catalog catalog, QualifiedName stages);

  /**
   * Nobody else refreshes these views before the end of this transaction, nor reads their logs, nor
   * begins to.
   */
  void lock(Collection<View> views, Collection<LogEntry> logs) throws SQLException;

  /** A view reads a log from here on: it has seen all that is in it. */
  void subscribe(View view, ChangeLog log) throws SQLException;

  /**
   * A view reads a log no more.
   *
   * @param view its id; it may be gone
   */
  void unsubscribe(long view, ChangeLog log) throws SQLException;

  /**
   * Deletes what no view reads. Each refresh has deleted before what all views have read.
   *
   * @return how many rows
   */
  long purgeUnread(ChangeLog log) throws SQLException;

  /** The views have seen everything that is in these logs; views and logs by their ids. */
  void seenBy(Set<Long> views, Set<Long> logs, Catalog catalog, SessionValue session)
      throws SQLException;
}
