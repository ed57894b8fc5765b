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
 * @param intact whether all that fills it is still there
 * @param automatic whether it was made because a view needed it, and goes with the last such view
 */
public record LogEntry(
    ChangeLog log,
    Set<Option> options,
    List<Identifier> listed,
    boolean automatic,
    boolean intact) {
  public LogEntry {
    options = Set.copyOf(options);
    listed = List.copyOf(listed);
  }

  /** A log whose triggers have just been made. */
  public static LogEntry of(
      ChangeLog log, Set<Option> options, List<Identifier> listed, boolean automatic) {
    return new LogEntry(log, options, listed, automatic, true);
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
