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
    /** A plain view; the tables behind it are masters, too. */
    VIEW,
    /** Another materialized view. */
    MATERIALIZED_VIEW,
    /** A table whose changes cannot be seen, such as one in another file. */
    UNWATCHED
  }
}
