package org.mview.catalog;

/** What tells one row of a view from another. */
public enum RowIdentity {
  /** The primary key of its table. */
  PRIMARY_KEY,
  /** The row id of its table. */
  ROWID,
  /** The identity of an object. */
  OBJECT_ID
}
