package org.mview.statement;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a log is to record.
 *
 * @param columns beyond those of the items; no name twice
 * @param newValues whether also the row as it is after an update; empty when nothing is said
 */
public record LogContents(Set<LogItem> items, List<Name> columns, Optional<Boolean> newValues) {
  /** Nothing is said. */
  public static final LogContents NONE = new LogContents(Set.of(), List.of(), Optional.empty());

  public LogContents {
    items = Set.copyOf(items);
    columns = List.copyOf(columns);
  }

  /**
   * Whether a new log records the primary key: unless something else is named to tell rows apart.
   */
  public boolean recordsPrimaryKey() {
    return items.contains(LogItem.PRIMARY_KEY)
        || !(items.contains(LogItem.ROWID) || items.contains(LogItem.OBJECT_ID));
  }

  /** Whether a new log records the row as it is after an update. */
  public boolean recordsNewValues() {
    return newValues.orElse(false);
  }
}
