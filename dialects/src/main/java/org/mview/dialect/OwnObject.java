package org.mview.dialect;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Something that a database has under a name that only we give; and all plain views, which may read
 * such things.
 *
 * @param table on which a trigger or an index is; empty where it is on none any more
 * @param text what it does: of a trigger as {@link CaptureTriggers#texts} has it
 * @param drop the statement that removes it
 */
public record OwnObject(Kind kind, String name, String table, String text, String drop) {
  /** What it is. */
  public enum Kind {
    /** A table of ours: of the registry, of a log, of a view. */
    TABLE,
    /** A plain view, whoever has made it. */
    VIEW,
    /** A trigger, with its function where it has one. */
    TRIGGER,
    /** An index that was made for views. */
    INDEX
  }

  /** One row of a query for the components, in their order. */
  public static OwnObject of(ResultSet row) throws SQLException {
    return new OwnObject(
        Kind.valueOf(row.getString(1)),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getString(5));
  }
}
