package org.mview.statement.query;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mview.algebra.Relation;
import org.mview.sql.Column;
import org.mview.sql.Expression;

/** Refuses what depends on an order in which two rows may be equal: it may come out otherwise. */
final class TotalOrder {
  private TotalOrder() {}

  /**
   * Ends the reading unless no two rows are equal in these columns.
   *
   * @param what needs the order, in the words of the query
   */
  static void check(Relation rows, Set<Column> columns, Expression what, Symbols symbols) {
    Optional<List<Column>> missing = Unique.missing(rows, columns, symbols);
    if (missing.isPresent()) {
      throw refusal(what, missing.get().stream().filter(c -> !columns.contains(c)).toList());
    }
  }

  private static NotUnderstood refusal(Expression what, List<Column> missing) {
    return missing.isEmpty()
        ? new NotUnderstood("%s without a total order: rows without a key are in it", what)
        : new NotUnderstood("%s without a total order: add %s to ORDER BY", what, missing);
  }
}
