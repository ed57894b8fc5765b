package org.mview.catalog;

import org.mview.sql.QualifiedName;

/**
 * An index that was made for views, on a table that they read.
 *
 * @param id by which it is called
 */
public record IndexEntry(long id, QualifiedName table) {
  /** Its name, which nothing else ever has. */
  public String name() {
    return "mview$x$" + id;
  }
}
