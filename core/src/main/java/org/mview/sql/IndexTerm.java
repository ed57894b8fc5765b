package org.mview.sql;

import java.util.List;
import java.util.stream.Collectors;

/** A column of an index, or of an order, and its direction. */
public record IndexTerm(Identifier column, boolean descending) {
  /** The same column, the other way round. */
  public IndexTerm reversed() {
    return new IndexTerm(column, !descending);
  }

  /** Terms as they stand in a definition, with commas between them. */
  public static String list(List<IndexTerm> terms) {
    return terms.stream().map(IndexTerm::toString).collect(Collectors.joining(", "));
  }

  @Override
  public String toString() {
    return descending ? column + " DESC" : column.text();
  }
}
