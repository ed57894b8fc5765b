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
 * @param intact whether all that fills it is still there
 * @param merging whether its triggers merge what changes into the views that read it, instead of
 *     writing it down
 * @param marking whether they put a mark before a row changes
 */
public record LogEntry(
    ChangeLog log,
    Set<Option> options,
    List<Identifier> listed,
    boolean automatic,
    boolean intact,
    boolean merging,
    boolean marking) {
  public LogEntry {
    options = Set.copyOf(options);
    listed = List.copyOf(listed);
  }

  /** A log whose triggers have just been made, and write all that changes. */
  public static LogEntry of(
      ChangeLog log, Set<Option> options, List<Identifier> listed, boolean automatic) {
    return new LogEntry(log, options, listed, automatic, true, false, false);
  }

  /** The same log, which has missed something. */
  LogEntry withLoss() {
    return new LogEntry(log, options, listed, automatic, false, merging, marking);
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
