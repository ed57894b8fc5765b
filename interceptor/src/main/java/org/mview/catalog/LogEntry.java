package org.mview.catalog;

import java.util.List;
import java.util.Set;
import org.mview.capture.ChangeLog;
import org.mview.sql.Identifier;

/**
 * A materialized view log.
 *
 * @param options what its author asked it to record
 * @param listed the columns that its author named
 * @param automatic whether it was made because a view needed it, and goes with the last such view
 */
public record LogEntry(
    ChangeLog log, Set<Option> options, List<Identifier> listed, boolean automatic) {
  public LogEntry {
    options = Set.copyOf(options);
    listed = List.copyOf(listed);
  }

  /** What a log can be asked to record. */
  public enum Option {
    /** The primary key. */
    PRIMARY_KEY,
    /** The row id. */
    ROWID,
    /** A number that orders changes across tables. */
    SEQUENCE,
    /** The row as it is after an update, too. */
    NEW_VALUES,
    /** The number of the commit instead of a time. */
    COMMIT_SCN
  }
}
