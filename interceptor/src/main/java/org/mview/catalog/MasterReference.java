package org.mview.catalog;

import org.mview.sql.QualifiedName;

/**
 * Something that a view reads.
 *
 * @param definition how the database defined it when the view was made or compiled, so that a
 *     change of it is found out; empty for another materialized view
 */
public record MasterReference(QualifiedName name, Kind kind, String definition) {
  /** What is read. */
  public enum Kind {
    /** An ordinary table. */
    TABLE,
    /**
     * A table of which parts can be emptied unheard: only who reads its log knows what has become
     * of it.
     */
    PARTITIONED,
    /** A plain view; the tables behind it are masters, too. */
    VIEW,
    /** Another materialized view. */
    MATERIALIZED_VIEW,
    /** A table whose changes cannot be seen, such as one in another file. */
    UNWATCHED;

    /** Whether triggers of ours can be on it. */
    public boolean isWatched() {
      return this == TABLE || this == PARTITIONED;
    }
  }
}
