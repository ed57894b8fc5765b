package org.mview.sql;

/** A column of an index, or of an order, and its direction. */
public record IndexTerm(Identifier column, boolean descending) {
  /** The same column, the other way round. */
  public IndexTerm reversed() {
    return new IndexTerm(column, !descending);
  }

  @Override
  public String toString() {
    return descending ? column + " DESC" : column.text();
  }
}
