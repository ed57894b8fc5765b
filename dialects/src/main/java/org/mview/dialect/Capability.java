package org.mview.dialect;

/** What some databases can do and others cannot. */
public enum Capability {
  /** DDL is undone by a rollback, and does not commit. */
  TRANSACTIONAL_DDL,
  /** Columns that {@code SELECT *} does not show. */
  INVISIBLE_COLUMNS,
  /** Constraints can be added to a table that is there. */
  ADD_CONSTRAINT,
  /** Only one transaction writes at a time, so log rows are numbered in the order of commits. */
  SINGLE_WRITER
}
