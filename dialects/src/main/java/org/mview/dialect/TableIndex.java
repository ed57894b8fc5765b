package org.mview.dialect;

import java.util.List;
import org.mview.sql.IndexTerm;

/**
 * An index that concerns every row of its table.
 *
 * @param name as the database stores it
 * @param terms its columns up to the first thing that is more or less than a column
 * @param unique whether rows surely differ in these columns, but for NULL
 */
public record TableIndex(String name, List<IndexTerm> terms, boolean unique) {
  public TableIndex {
    terms = List.copyOf(terms);
  }
}
